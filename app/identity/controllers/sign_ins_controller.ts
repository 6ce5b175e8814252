import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { SignInCandidate } from '#app/identity/actions/sign_in_candidate'
import {
  departureOf,
  forgetDeparture,
  lastPortal,
  rememberDeparture,
} from '#app/identity/pending_sign_ins'
import { RegistrationSystem } from '#app/identity/registration_system'
import { CANDIDATE_NAME } from '#app/identity/viewer'
import env from '#start/env'

@inject()
export default class SignInsController {
  constructor(private registrationSystem: RegistrationSystem) {}

  /** Leaves for the registration system. */
  async create(ctx: HttpContext) {
    const { auth, region, request, response, session } = ctx
    const to = wantedPath(region.id, request.input('to'))
    if (await auth.use('candidate').check()) return response.redirect().toPath(to)

    // The demo is opened as localhost and as 127.0.0.1; the way back ends at one of them, with its cookies.
    const home = new URL(env.get('APP_URL'))
    if (env.get('KAOQU_DEMO') && request.host() !== home.host) {
      return leave(ctx, new URL(request.url(true), home).href)
    }
    const { url, state, pending } = await this.registrationSystem.begin()
    rememberDeparture(session, state, { ...pending, regionId: region.id, to })
    return leave(ctx, url)
  }

  /** Comes back from it. */
  @inject()
  async store(ctx: HttpContext, signIn: SignInCandidate) {
    const { auth, request, response, session } = ctx
    const { state } = request.qs()
    const departure = departureOf(session, state)
    if (!departure) {
      const signedIn = await auth.use('candidate').check()
      return signedIn
        ? response.redirect().toPath(lastPortal(session))
        : again(ctx, 'SIGN_IN_STALE')
    }
    const search = new URL(request.completeUrl(true)).search
    const outcome = await this.registrationSystem.finish(search, state, departure)
    // Not before: while the registration system is down the same address can be tried again.
    forgetDeparture(session, state)
    if (!outcome.ok) return again(ctx, outcome.code)

    const { person } = outcome
    const candidate = await signIn.handle({ issuer: this.registrationSystem.realm, person })
    await auth.use('candidate').login(candidate)
    session.put(CANDIDATE_NAME, person.name)
    return response.redirect().toPath(departure.to)
  }
}

/** To another site: a page visit of Inertia must be told to load it as a whole. */
function leave({ inertia, request, response }: HttpContext, url: string) {
  return request.header('x-inertia') ? inertia.location(url) : response.redirect(url)
}

/** Back to the portal, where the button is, with what to do. */
function again({ i18n, response, session }: HttpContext, code: string) {
  session.flash('error', i18n.t(`errors.${code}`))
  return response.redirect().toPath(lastPortal(session))
}

/** Only pages of this region may be returned to; anything else is its portal. */
function wantedPath(regionId: string, wanted: unknown): string {
  const portal = `/${regionId}`
  return typeof wanted === 'string' && /^\/[\w/-]+$/.test(wanted) && wanted.startsWith(`${portal}/`)
    ? wanted
    : portal
}
