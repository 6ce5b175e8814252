import type { Actor } from '#app/core/access'
import { AccessPolicy } from '#app/shared/access_policy'

/** The national catalog, which belongs to no region. */
export default class CatalogPolicy extends AccessPolicy {
  edit(actor: Actor) {
    return this.ask(actor, 'platform.catalog')
  }
}
