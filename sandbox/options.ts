/** The portal's registration at the sandbox; a client of any OIDC provider looks the same. */
export const CLIENT_ID = 'kaoqu-portal'
export const SCOPES = ['openid', 'profile', 'registrations']
export const DEFAULT_CLIENT_SECRET = 'sandbox-secret'
export const DEFAULT_SERVICE_TOKEN = 'sandbox-service-token'

export interface SandboxOptions {
  /** 0 takes a free port. */
  port: number
  /** Address to bind, 127.0.0.1 unless given. */
  host?: string
  /** The issuer: the address that browsers and the portal use, e.g. `http://localhost:3334`. */
  publicUrl?: string
  /** Where the portal is opened; `<each>/auth/callback` may be returned to. */
  portalUrl: string | readonly string[]
  /** Keys and authorisations are kept in its folder `sandbox`. */
  dataDir: string
  clientSecret?: string
  /** Bearer token of the portal's server for `GET /api/registrations`. */
  serviceToken?: string
  /** Demo people, the shipped file unless given. */
  peopleFile?: string
  log?: (line: string) => void
}
