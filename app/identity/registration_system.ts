import { errors as vineErrors } from '@vinejs/vine'
import logger from '@adonisjs/core/services/logger'
import * as oidc from 'openid-client'
import registrationSystem from '#config/registration_system'
import { refuse } from '#app/shared/exceptions/refused'
import { personValidator, type RegisteredPerson } from '#app/identity/validators/registered_person'

export type RegistrationSystemConfig = typeof registrationSystem

/** What the browser's session keeps between leaving for the registration system and coming back. */
export interface PendingSignIn {
  nonce: string
  verifier: string
}

export type SignInOutcome =
  { ok: true; person: RegisteredPerson } | { ok: false; code: 'SIGN_IN_DENIED' | 'SIGN_IN_STALE' }

const SCOPES = 'openid profile registrations'
/** The addresses change never, but a system that is down must be noticed before people are sent there. */
const DISCOVERY_KEPT_MS = 30_000
const discovered = new Map<string, { at: number; client: oidc.Configuration }>()

/**
 * The port to the registration system: OpenID Connect (code, PKCE, state and nonce) for the person,
 * its API for what he is registered for. Whatever fails on its side is REGISTRATION_SYSTEM_DOWN.
 */
export class RegistrationSystem {
  constructor(private readonly config: RegistrationSystemConfig = registrationSystem) {}

  /** The name that candidates are kept under, together with their subject. */
  get realm(): string {
    return this.config.realm
  }

  /** Where to send a browser, and what must be remembered until it returns, by its `state`. */
  async begin(): Promise<{ url: string; state: string; pending: PendingSignIn }> {
    const client = await this.#client()
    const state = oidc.randomState()
    const pending = { nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
    const url = oidc.buildAuthorizationUrl(client, {
      redirect_uri: this.config.callbackUrl,
      scope: SCOPES,
      code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
      state,
      nonce: pending.nonce,
      // Its own session may be another person's who sat at this computer before: ask which account.
      prompt: 'login',
    })
    return { url: url.href, state, pending }
  }

  /**
   * Ends what `begin` began. `search` is the query string that the browser came back with.
   *
   * @throws Refused REGISTRATION_SYSTEM_DOWN
   */
  async finish(search: string, state: string, pending: PendingSignIn): Promise<SignInOutcome> {
    const client = await this.#client()
    try {
      const tokens = await oidc.authorizationCodeGrant(
        client,
        new URL(`${this.config.callbackUrl}${search}`),
        {
          pkceCodeVerifier: pending.verifier,
          expectedNonce: pending.nonce,
          expectedState: state,
          idTokenExpected: true,
        }
      )
      const person = await this.#me(client, tokens.access_token)
      if (person.subject !== tokens.claims()?.sub)
        throw new Error('the API answered for another subject')
      return { ok: true, person }
    } catch (error) {
      if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') {
        return { ok: false, code: 'SIGN_IN_DENIED' }
      }
      // The code was used before, or too late.
      if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') {
        return { ok: false, code: 'SIGN_IN_STALE' }
      }
      return this.#down(error)
    }
  }

  async #client(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret, timeout } = this.config
    const known = discovered.get(issuer)
    if (known && Date.now() - known.at < DISCOVERY_KEPT_MS) return known.client
    try {
      const client = await oidc.discovery(
        new URL(issuer),
        clientId,
        undefined,
        oidc.ClientSecretPost(clientSecret.release()),
        { timeout, execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [] }
      )
      discovered.set(issuer, { at: Date.now(), client })
      return client
    } catch (error) {
      return this.#down(error)
    }
  }

  async #me(client: oidc.Configuration, accessToken: string): Promise<RegisteredPerson> {
    const url = new URL(`${this.config.issuer}/api/me`)
    const response = await oidc.fetchProtectedResource(client, accessToken, url, 'GET')
    if (!response.ok) throw new Error(`the API answered ${response.status}`)
    return personValidator.validate(await response.json())
  }

  #down(error: unknown): never {
    discovered.delete(this.config.issuer)
    // Messages of a validation name fields, never their values: no person gets into the log.
    const what = error instanceof vineErrors.E_VALIDATION_ERROR ? error.messages : { err: error }
    logger.error(what, 'the registration system did not answer as it should')
    refuse('REGISTRATION_SYSTEM_DOWN')
  }
}
