import { AuthorizationResponse, BasePolicy } from '@adonisjs/bouncer'
import type { AuthorizerResponse } from '@adonisjs/bouncer/types'
import { may, type Action, type Actor, type Subject } from '#app/core/access'

/**
 * What policies have in common: they name an area's questions and hand them to core/access, which knows
 * the answers. What may not be seen is answered as missing (DOMAIN.md §7).
 */
export abstract class AccessPolicy extends BasePolicy {
  protected ask(actor: Actor, action: Action, subject: Subject = {}): AuthorizerResponse {
    const verdict = may(actor, action, subject)
    if (verdict === 'allow') return AuthorizationResponse.allow()
    return verdict === 'hide'
      ? AuthorizationResponse.deny('NOT_FOUND', 404)
      : AuthorizationResponse.deny('NOT_ALLOWED', 403)
  }
}
