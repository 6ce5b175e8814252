import type { Actor } from '#app/core/access'
import type Region from '#app/regions/models/region'
import { AccessPolicy } from '#app/shared/access_policy'

/** What waits in a region, whichever dossier it is. */
export default class QueuePolicy extends AccessPolicy {
  view(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'queue.view', { regionId: id })
  }

  call(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'dossier.call', { regionId: id })
  }

  assist(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'dossier.edit', { regionId: id })
  }

  claim(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'dossier.claim', { regionId: id })
  }
}
