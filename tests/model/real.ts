import db from '@adonisjs/lucid/services/db'
import { v7 as uuid } from 'uuid'
import type { Dossier as CoreDossier } from '#app/core/dossier'
import { checklist } from '#app/core/checklist'
import Release from '#app/catalog/models/release'
import { openGate } from '#app/dossiers/gate_open'
import { passGate, type Passage } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import { readDossier, readProposal } from '#app/dossiers/read_dossier'
import type Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { currentSeason } from '#app/regions/queries/current_season'
import { clock } from '#app/shared/clock'
import { Refused } from '#app/shared/exceptions/refused'
import { runInRegion } from '#app/shared/region_context'
import { signedInCandidate } from '#tests/support/world'
import { BEGINNING, freshSeason, freshWalk, START, variantsOf } from './beginning.js'
import { windowsOf, type Asked, type Release as Variant, type Walk } from './walk.js'

export const REGION = 'sc'

const here = <T>(work: () => Promise<T>) => runInRegion(REGION, work)

/** The season's variants as releases that dossiers can be moved between; published once. */
export async function publishVariants(): Promise<Variant[]> {
  return here(async () => {
    const { season } = (await currentSeason())!
    const current = await Release.findOrFail(season.currentReleaseId!)
    const variants: Variant[] = []
    for (const [i, document] of variantsOf(current.document).entries()) {
      const id = uuid()
      await Release.create({
        ...{ id, seasonId: season.id, number: 9000 + i, document, sha256: `${i}`.repeat(64) },
        ...{ publishedAt: START, publishedBy: null, restoredFrom: null },
      })
      variants.push({ id, document })
    }
    return variants
  })
}

/** The gate with a dossier of its own, in a season that only this walk changes. */
export class Real {
  private constructor(
    readonly dossierId: string,
    readonly registrationId: string,
    readonly season: Season
  ) {}

  /** Both begin alike: the model is given the ids of the rows. */
  static async begin(
    releases: readonly Variant[],
    first: number
  ): Promise<{ real: Real; walk: Walk }> {
    clock.freeze(START)
    const { candidate, registration } = await signedInCandidate(REGION)
    return here(async () => {
      const { season } = (await currentSeason())!
      const walk = freshWalk(releases, first)
      const known = new Map(
        checklist(releases[0].document, {}).map((one) => [one.material.code, one])
      )
      const list = BEGINNING.map(([code, need, min, max]) => {
        return { ...known.get(code)!, need: need as 'required', min, max }
      })
      const { releaseId } = walk.dossier
      const { id } = await openGate({ registration, releaseId, list })
      const real = new Real(id, registration.id, season)
      await real.setSeason(freshSeason())
      await real.setFactsRevision(walk.factsRevision)
      await db.from('dossiers').where({ region_id: REGION, id }).update({ facts_revision: 1 })
      const items = new Map((await real.read()).items.map((item) => [item.material, item.id]))
      walk.dossier = {
        ...walk.dossier,
        ...{ id, candidateId: candidate.id },
        items: walk.dossier.items.map((item) => ({ ...item, id: items.get(item.material)! })),
      }
      walk.season.quietHours = season.settings.notifications.quietHours
      return { real, walk }
    })
  }

  /** Passes the gate; a refusal is told by its code. */
  async pass({ event, by }: Asked): Promise<Passage | string> {
    const now = clock.now()
    const image = event.type === 'add_image' && {
      ...{ format: 'jpeg' as const, sha256: event.image.sha256, bytes: 150_000 },
      ...{ width: 1600, height: 1200, orientation: 1, receivedAt: now },
    }
    try {
      const request = { dossierId: this.dossierId, event, by, ...(image && { image }) }
      return await here(() => passGate(request))
    } catch (error) {
      if (error instanceof Refused) return error.refusal.code
      throw error
    }
  }

  /** The stored dossier in the words of the core. */
  read(): Promise<CoreDossier> {
    return here(async () => {
      const row = await Dossier.findOrFail(this.dossierId)
      const { core } = await readDossier(row)
      const items = core.items.map((item) => ({
        ...item,
        images: item.images.map(({ id, sha256, place }) => ({ id, sha256, place })),
      }))
      return { ...core, items, proposal: await readProposal(row) }
    })
  }

  async setSeason(season: Walk['season']) {
    await here(async () => {
      const { uploadsOn, returnCapAt } = season
      const own = { region_id: REGION, season_id: this.season.id }
      await db
        .from('seasons')
        .where({ region_id: REGION, id: this.season.id })
        .update({ uploads_on: uploadsOn, return_cap_at: returnCapAt })
      await db.from('season_windows').where(own).whereIn('kind', ['upload', 'blackout']).delete()
      await SeasonWindow.createMany(
        windowsOf(season).map(({ kind, start, end }) => ({
          ...{ id: uuid(), seasonId: this.season.id, kind: kind as 'upload', zh: null, en: null },
          ...{ startsAt: start, endsAt: end },
        }))
      )
    })
  }

  setFactsRevision(revision: number) {
    return here(() =>
      db
        .from('registrations')
        .where({ region_id: REGION, id: this.registrationId })
        .update({ facts_revision: revision })
    )
  }
}
