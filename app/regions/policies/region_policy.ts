import type { Actor } from '#app/core/access'
import type Region from '#app/regions/models/region'
import { AccessPolicy } from '#app/shared/access_policy'

/** What belongs to a region as a whole: its points, notices, contacts, season. */
export default class RegionPolicy extends AccessPolicy {
  view(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'region.view', { regionId: id })
  }

  configure(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'region.configure', { regionId: id })
  }
}
