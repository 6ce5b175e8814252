import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { CANDIDATE_NAME } from '#app/identity/viewer'

/** Recognises a signed-in candidate where guests are welcome too. */
export default class KnowCandidateMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (await ctx.auth.use('candidate').check()) {
      ctx.viewer = { kind: 'candidate', name: ctx.session.get(CANDIDATE_NAME, '') }
    }
    return next()
  }
}
