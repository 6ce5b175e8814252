import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { CANDIDATE_NAME } from '#app/identity/viewer'
import { refuse } from '#app/shared/exceptions/refused'

/** Only signed-in candidates; a page visit of a guest goes to the sign-in of the region. */
export default class CandidateMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!(await ctx.auth.use('candidate').check())) {
      const wantsPage =
        ctx.request.method() === 'GET' && !ctx.request.accepts(['html', 'json'])?.includes('json')
      if (wantsPage) {
        const signIn = `/${ctx.params.region}/sign-in?to=${encodeURIComponent(ctx.request.url())}`
        return ctx.response.redirect().toPath(signIn)
      }
      refuse('SIGN_IN_REQUIRED')
    }
    ctx.viewer = { kind: 'candidate', name: ctx.session.get(CANDIDATE_NAME, '') }
    return next()
  }
}
