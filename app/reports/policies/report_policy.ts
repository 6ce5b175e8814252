import type { Actor } from '#app/core/access'
import type Region from '#app/regions/models/region'
import { AccessPolicy } from '#app/shared/access_policy'

/** Figures and lists of a region, whichever dossiers they are made of. */
export default class ReportPolicy extends AccessPolicy {
  view(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'report.view', { regionId: id })
  }

  export(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'export.make', { regionId: id })
  }

  /** With whole ID numbers in it. */
  reveal(actor: Actor, { id }: Pick<Region, 'id'>) {
    return this.ask(actor, 'export.reveal', { regionId: id })
  }
}
