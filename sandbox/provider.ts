import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { Authorisations } from './authorisations.js'
import type { SandboxKeys } from './keys.js'
import { MemoryStore } from './memory_adapter.js'
import { CLIENT_ID, SCOPES } from './options.js'
import { layout } from './pages/layout.js'
import { errorLayout, loggedOutPage, logoutPage } from './pages/plain.js'
import type { People } from './people.js'
import { textsFor, type ErrorKind } from './texts.js'

const HOUR = 3600

export interface ProviderParts {
  issuer: string
  portals: readonly string[]
  clientSecret: string
  keys: SandboxKeys
  people: People
  authorisations: Authorisations
  contentSecurityPolicy: string
  log: (line: string) => void
}

/** An OIDC provider with one confidential client, authorization code with PKCE S256 only. */
export function createProvider(parts: ProviderParts): Provider {
  const { issuer, portals, people, authorisations, keys, log } = parts
  const store = new MemoryStore()

  const configuration: Configuration = {
    adapter: (model) => store.adapter(model),
    jwks: keys.jwks,
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: parts.clientSecret,
        client_name: 'Kaoqu',
        redirect_uris: portals.map((portal) => `${portal}/auth/callback`),
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    scopes: SCOPES,
    claims: { openid: ['sub'], profile: ['name'] },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_post'],
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    findAccount: (_ctx, subject) => {
      const person = people.bySubject(subject)
      return person && { accountId: subject, claims: () => ({ sub: subject, name: person.name }) }
    },
    loadExistingGrant: (ctx) => grantGivenBefore(ctx, authorisations),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    cookies: {
      keys: keys.cookies,
      // Cookies do not tell ports apart: the portal on the same host must not overwrite these.
      names: {
        session: 'sandbox_session',
        interaction: 'sandbox_interaction',
        resume: 'sandbox_resume',
      },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          const t = texts(ctx)
          ctx.body = layout({
            t,
            title: t.logoutTitle,
            body: logoutPage(t, form),
            otherLanguage: inOtherLanguage(ctx, t.otherLang),
          })
        },
        postLogoutSuccessSource: (ctx) => {
          const t = texts(ctx)
          ctx.body = layout({
            t,
            title: t.loggedOutTitle,
            body: loggedOutPage(t, portals[0]),
            otherLanguage: inOtherLanguage(ctx, t.otherLang),
          })
        },
      },
    },
    renderError: (ctx, out) => {
      const kind = kindOfError(out.error, out.error_description, ctx.status)
      const detail = [out.error, out.error_description].filter(Boolean).join(': ')
      ctx.body = errorLayout(kind, detail, portals[0])
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: HOUR,
      Session: 8 * HOUR,
      Grant: 8 * HOUR,
    },
  }

  const provider = new Provider(issuer, configuration)
  provider.silent = true
  provider.on('server_error', (_ctx, error) => log(`sandbox: ${error.stack ?? error.message}`))
  provider.use(async (ctx, next) => {
    ctx.set('Content-Security-Policy', parts.contentSecurityPolicy)
    ctx.set('X-Content-Type-Options', 'nosniff')
    ctx.set('Referrer-Policy', 'no-referrer')
    await next()
    if (ctx.status === 404 && !ctx.body) {
      ctx.body = errorLayout('not_found', 'not_found', portals[0])
      ctx.status = 404
    }
  })

  // Signing out may lead back to any page of the portal, such as a region's start page.
  const origins = new Set(portals.map((portal) => new URL(portal).origin))
  provider.Client.prototype.postLogoutRedirectUriAllowed = (uri) =>
    URL.canParse(uri) && origins.has(new URL(uri).origin)

  return provider
}

/** The grant of this visit, made without asking when the person has authorised the client before. */
async function grantGivenBefore(ctx: KoaContextWithOIDC, authorisations: Authorisations) {
  const { provider, session, client, result } = ctx.oidc
  if (!session?.accountId || !client) return undefined

  const id = result?.consent?.grantId ?? session.grantIdFor(client.clientId)
  const current = id ? await provider.Grant.find(id) : undefined
  if (current) return current

  const scopes = authorisations.scopes(session.accountId, client.clientId)
  if (scopes.length === 0) return undefined
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
  grant.addOIDCScope(scopes.join(' '))
  await grant.save()
  return grant
}

function texts(ctx: KoaContextWithOIDC) {
  const asked = ctx.query.lang
  return textsFor(
    typeof asked === 'string' ? asked : null,
    ctx.cookies.get('sandbox_lang', { signed: false }),
    ctx.oidc.params?.ui_locales as string | undefined
  )
}

function inOtherLanguage(ctx: KoaContextWithOIDC, lang: string) {
  const search = new URLSearchParams(ctx.querystring)
  search.set('lang', lang)
  return `${ctx.path}?${search}`
}

function kindOfError(error: string, description: string | undefined, status: number): ErrorKind {
  if (error === 'invalid_client') return 'unknown_client'
  if (error === 'invalid_redirect_uri') return 'bad_redirect'
  if (error === 'server_error') return 'server_error'
  if (status === 404) return 'not_found'
  if (/session|expired/.test(description ?? '')) return 'session_expired'
  return 'bad_request'
}
