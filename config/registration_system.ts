import env from '#start/env'

/** The national registration system: candidates sign in there, registrations come from there. */
const registrationSystem = {
  issuer: env.get('REGISTRATION_ISSUER').replace(/\/+$/, ''),
  /** What candidates are kept under: a sandbox that moves to another port knows the same people. */
  realm: env.get('KAOQU_DEMO') ? 'sandbox' : env.get('REGISTRATION_ISSUER').replace(/\/+$/, ''),
  clientId: env.get('REGISTRATION_CLIENT_ID'),
  clientSecret: env.get('REGISTRATION_CLIENT_SECRET'),
  callbackUrl: `${env.get('APP_URL').replace(/\/+$/, '')}/auth/callback`,
  /** Of each request, in seconds: a person waits for it. */
  timeout: 8,
}

export default registrationSystem
