import type { Actor } from '#app/core/access'
import type Region from '#app/regions/models/region'
import { AccessPolicy } from '#app/shared/access_policy'

/** The staff of a region; whom of them a point's administrator reaches says people_reach.ts. */
export default class PeoplePolicy extends AccessPolicy {
  manage(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'point.staff', { regionId: id })
  }

  /** Links and second factors: the region's to give, not a point's. */
  giveAccess(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'region.staff', { regionId: id })
  }
}
