import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import type { Authorisations } from './authorisations.js'
import { cookie, HttpRefusal, readForm } from './http.js'
import { CLIENT_ID, SCOPES } from './options.js'
import { consentPage } from './pages/consent.js'
import type { Page } from './pages/layout.js'
import { loginPage } from './pages/login.js'
import type { People } from './people.js'
import { textsFor, type Texts } from './texts.js'

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

export interface InteractionParts {
  provider: Provider
  people: People
  authorisations: Authorisations
  sendPage: (response: ServerResponse, status: number, page: Page) => void
}

/**
 * What stands between the portal's request and its answer: signing in, and agreeing on the first visit.
 * Addresses are `/interaction/<uid>` (page), and `/login`, `/agree`, `/refuse` under it (posts).
 */
export class Interactions {
  constructor(private parts: InteractionParts) {}

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, , uid, verb] = url.pathname.split('/')
    const interaction = await this.#find(request, response, uid)
    const t = textsFor(
      url.searchParams.get('lang'),
      cookie(request, 'sandbox_lang'),
      interaction.params.ui_locales as string | undefined
    )

    if (request.method === 'GET' && !verb) return this.#show(response, interaction, t)
    if (request.method === 'POST') {
      if (verb === 'login') return this.#login(request, response, interaction, t)
      if (verb === 'agree') return this.#agree(request, response, interaction)
      if (verb === 'refuse') return this.#refuse(request, response)
    }
    throw new HttpRefusal(404, 'not_found', 'no such page')
  }

  async #find(request: IncomingMessage, response: ServerResponse, uid: string) {
    const interaction = await this.parts.provider.interactionDetails(request, response)
    if (interaction.uid !== uid) throw new errors.SessionNotFound('interaction session expired')
    return interaction
  }

  #show(response: ServerResponse, interaction: Interaction, t: Texts) {
    const person = this.#person(interaction)
    if (interaction.prompt.name !== 'consent' || !person) {
      return this.#showLogin(response, interaction, t)
    }
    this.parts.sendPage(response, 200, {
      t,
      title: t.consentTitle,
      body: consentPage({
        t,
        action: `/interaction/${interaction.uid}`,
        person,
        switchAccount: switchAccountUrl(interaction),
      }),
      otherLanguage: `/interaction/${interaction.uid}?lang=${t.otherLang}`,
    })
  }

  #showLogin(
    response: ServerResponse,
    interaction: Interaction,
    t: Texts,
    failed?: { account: string; problem: string }
  ) {
    this.parts.sendPage(response, failed ? 422 : 200, {
      t,
      title: t.loginTitle,
      body: loginPage({
        t,
        action: `/interaction/${interaction.uid}`,
        people: this.parts.people.all,
        signedIn: this.#person(interaction),
        ...failed,
      }),
      otherLanguage: `/interaction/${interaction.uid}?lang=${t.otherLang}`,
    })
  }

  async #login(
    request: IncomingMessage,
    response: ServerResponse,
    interaction: Interaction,
    t: Texts
  ) {
    const form = await readForm(request)
    const account = form.get('account') ?? ''
    const password = form.get('password') ?? ''
    const person = this.parts.people.signIn(account, password)
    if (!person) {
      const problem = account.trim() && password ? t.wrongPassword : t.missingFields
      return this.#showLogin(response, interaction, t, { account, problem })
    }

    if (interaction.session && interaction.session.accountId !== person.subject) {
      await this.#endSession(interaction)
    }
    await this.parts.provider.interactionFinished(
      request,
      response,
      { login: { accountId: person.subject } },
      { mergeWithLastSubmission: false }
    )
  }

  /** Left to itself the provider would change accounts by a page that posts itself with a script. */
  async #endSession(interaction: Interaction) {
    const session = await this.parts.provider.Session.findByUid(interaction.session!.uid)
    await session?.destroy()
    interaction.session = undefined
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
  }

  async #agree(request: IncomingMessage, response: ServerResponse, interaction: Interaction) {
    const person = this.#person(interaction)
    if (interaction.prompt.name !== 'consent' || !person) {
      throw new errors.SessionNotFound('interaction session expired')
    }
    const asked = String(interaction.params.scope ?? '').split(' ')
    const scopes = SCOPES.filter((scope) => asked.includes(scope))

    const { provider, authorisations } = this.parts
    const grant = new provider.Grant({ accountId: person.subject, clientId: CLIENT_ID })
    grant.addOIDCScope(scopes.join(' '))
    const grantId = await grant.save()
    await authorisations.remember(person.subject, CLIENT_ID, scopes)
    await provider.interactionFinished(request, response, { consent: { grantId } })
  }

  async #refuse(request: IncomingMessage, response: ServerResponse) {
    await this.parts.provider.interactionFinished(
      request,
      response,
      { error: 'access_denied', error_description: 'the person did not authorise' },
      { mergeWithLastSubmission: false }
    )
  }

  #person(interaction: Interaction) {
    const subject = interaction.session?.accountId
    return subject === undefined ? undefined : this.parts.people.bySubject(subject)
  }
}

/** The same request of the portal once more, now with the login page first. */
function switchAccountUrl(interaction: Interaction) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(interaction.params)) {
    if (value !== undefined && value !== null) search.set(name, String(value))
  }
  search.set('prompt', 'login')
  return `/auth?${search}`
}
