import type { Item } from '#app/core/dossier'
import { itemState, needsVerdict } from '#app/core/item_state'
import type { Facts } from '#app/core/release'
import {
  byNeed,
  describeItems,
  imageView,
  picturesOf,
  pinViews,
  reasonTexts,
  type Helpers,
} from '#app/dossiers/item_views'
import type { KeptItem } from '#app/dossiers/queries/kept_items'
import type { Said } from '#app/dossiers/queries/said_of_items'
import type { PlacedImage, ReadDossier } from '#app/dossiers/read_dossier'
import { inBoth } from '#app/shared/wording'
import type { CheckResult } from './check_results.js'
import type VerdictDraft from './models/verdict_draft.js'
import { reasonsOf } from './reasons.js'
import { comparedWith, submittedOf, type Rounds } from './rounds.js'

export interface Beside extends Rounds {
  facts: Facts
  /** Newest first. */
  said: readonly Said[]
  answers: ReadonlyMap<string, string>
  checks: readonly CheckResult[]
  /** The viewer's own. */
  drafts: readonly VerdictDraft[]
  /** What was approved last time and is carried over. */
  kept: ReadonlyMap<string, KeptItem>
  /** Who of the staff added pictures on the candidate's behalf. */
  helpers: Helpers
}

/** All items in the candidate's order and numbers, so that both speak of the same one on the phone. */
export function reviewItems(dossier: ReadDossier, beside: Beside) {
  const { row, core, release } = dossier
  const isOnsite = release.workflow.stages[row.stage]?.mode === 'onsite'
  const isOpen = row.state === 'submitted' || row.state === 'in_review'
  return describeItems(dossier, beside.facts)
    .sort(byNeed)
    .map(({ item, entry, described }, index) => {
      const said = beside.said.filter(({ itemId }) => itemId === item.id)
      const own = handedIn(dossier, item, beside)
      const { id, material, name, need, why, guidance } = described
      const isDue = isOpen && needsVerdict(item, row.stage, isOnsite)
      return {
        ...{ id, material, name, need, why, guidance },
        number: index + 1,
        state: itemState(core.state, item),
        samples: described.samples.map(({ url, place }) => ({ url, place })),
        ...picturesIn(row.regionId, item, own, beside),
        checks: beside.checks
          .filter(({ itemId }) => itemId === item.id)
          .map(({ code, level, text, by }) => ({ code, level, text, by })),
        needsVerdict: isDue,
        settled: isDue ? null : settledAt(row.stage, item, said),
        draft: isOpen ? draftOf(dossier, item, beside) : null,
        reasons: reasonsOf(release, entry.material, row.stage),
        answer: beside.answers.get(item.id) || null,
        history: said.map(({ at, stage, verdict, reasons, note, staffName, pins }) => ({
          at,
          stage: stageName(dossier, stage),
          verdict,
          reasons: reasonTexts(release, reasons).map(({ text }) => text),
          note,
          by: staffName,
          pins: pinViews(release, pins),
        })),
      }
    })
}

/** While a returned item is open, staff see what was submitted, not what the candidate tries out. */
function handedIn({ images }: ReadDossier, item: Item, beside: Beside): PlacedImage[] {
  const own = images.filter(({ itemId }) => itemId === item.id)
  if (!item.reopened) return own
  const submitted = submittedOf(item, beside.submissions[0], beside)
  return submitted.map((picture) => own.find(({ id }) => id === picture.id) ?? picture)
}

/** The item's pictures, and what they can be held against. */
function picturesIn(regionId: string, item: Item, own: PlacedImage[], beside: Beside) {
  const view = (image: PlacedImage, at: number) =>
    imageView(regionId, image, at + 1, beside.helpers)
  const [, before] = beside.submissions
  const lastRound = submittedOf(item, before, beside)
  const compared = before && comparedWith(lastRound, own)
  return {
    images: picturesOf(item, own, beside.kept).map((image, at) => {
      const replaced = compared?.replacedBy(image)
      return {
        ...view(image, at),
        placeName: image.place === null ? null : inBoth(`places.${image.place}`),
        own: own.includes(image),
        isNew: compared?.isNew(image) ?? false,
        before: replaced ? view(replaced, lastRound.indexOf(replaced)) : null,
      }
    }),
    lastRound: lastRound.map(view),
    lastSeason: own.length > 0 ? (beside.kept.get(item.material)?.images ?? []).map(view) : [],
    changedSinceLastRound: compared?.hasChanged ?? false,
  }
}

/** What this stage has said already, in this round or kept from an earlier one. */
function settledAt(stage: number, { verdict }: Item, said: readonly Said[]) {
  if (verdict?.stage !== stage) return null
  const last = said.find((one) => one.stage === stage && one.verdict === verdict.as)
  const { reasons = [], note = null, pins = [] } = last ?? {}
  return { verdict: verdict.as, reasons, note, pins }
}

/** A draft of an earlier stage or of another manifest says nothing of what lies here now. */
function draftOf({ row }: ReadDossier, item: Item, { drafts }: Beside) {
  const own = drafts.find(({ itemId }) => itemId === item.id)
  if (!own || own.manifest !== row.manifest || own.updatedAt < row.stageEnteredAt) return null
  const { verdict, reasons, note, pins } = own
  return { verdict, reasons, note, pins: pins ?? [] }
}

function stageName({ release }: ReadDossier, index: number) {
  const stage = release.workflow.stages[index]
  return { zh: stage?.zh ?? '', en: stage?.en ?? null }
}
