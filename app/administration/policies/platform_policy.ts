import type { Actor } from '#app/core/access'
import { AccessPolicy } from '#app/shared/access_policy'

/** What stands above the regions. */
export default class PlatformPolicy extends AccessPolicy {
  regions(actor: Actor) {
    return this.ask(actor, 'platform.regions')
  }
}
