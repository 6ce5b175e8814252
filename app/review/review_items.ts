import type { Item } from '#app/core/dossier'
import { itemState, needsVerdict } from '#app/core/item_state'
import type { Facts } from '#app/core/release'
import { byNeed, describeItems, imageView, picturesOf, reasonTexts } from '#app/dossiers/item_views'
import type { KeptItem } from '#app/dossiers/queries/kept_items'
import type Submission from '#app/dossiers/models/submission'
import type { Said } from '#app/dossiers/queries/said_of_items'
import type { PlacedImage, ReadDossier } from '#app/dossiers/read_dossier'
import { inBoth } from '#app/shared/wording'
import type VerdictDraft from './models/verdict_draft.js'
import { reasonsOf } from './reasons.js'

export interface Beside {
  facts: Facts
  /** Newest first. */
  said: readonly Said[]
  answers: ReadonlyMap<string, string>
  /** The viewer's own. */
  drafts: readonly VerdictDraft[]
  /** Newest first. */
  submissions: readonly Submission[]
  /** What was approved last time and is carried over. */
  kept: ReadonlyMap<string, KeptItem>
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
      const images = picturesOf(item, handedIn(dossier, item, beside), beside.kept)
      const { id, material, name, need, why, guidance } = described
      const isDue = isOpen && needsVerdict(item, row.stage, isOnsite)
      return {
        ...{ id, material, name, need, why, guidance },
        number: index + 1,
        state: itemState(core.state, item),
        sampleUrl: described.samples[0]?.url ?? null,
        images: images.map((image, at) => ({
          ...imageView(row.regionId, image, at + 1),
          placeName: image.place === null ? null : inBoth(`places.${image.place}`),
        })),
        needsVerdict: isDue,
        settled: isDue ? null : settledAt(row.stage, item, said),
        draft: isOpen ? draftOf(dossier, item, beside) : null,
        reasons: reasonsOf(release, entry.material),
        changedSinceLastRound: hasChanged(item, beside),
        answer: beside.answers.get(item.id) || null,
        history: said.map(({ at, stage, verdict, reasons, note, staffName }) => ({
          at,
          stage: stageName(dossier, stage),
          verdict,
          reasons: reasonTexts(release, reasons).map(({ text }) => text),
          note,
          by: staffName,
        })),
      }
    })
}

/** While a returned item is open, staff see what was submitted, not what the candidate tries out. */
function handedIn({ images }: ReadDossier, item: Item, { submissions }: Beside): PlacedImage[] {
  const own = images.filter(({ itemId }) => itemId === item.id)
  if (!item.reopened) return own
  const submitted = submissions[0]?.manifest[item.material] ?? []
  return own.filter(({ sha256 }) => submitted.includes(sha256))
}

/** What this stage has said already, in this round or kept from an earlier one. */
function settledAt(stage: number, { verdict }: Item, said: readonly Said[]) {
  if (verdict?.stage !== stage) return null
  const last = said.find((one) => one.stage === stage && one.verdict === verdict.as)
  return { verdict: verdict.as, reasons: last?.reasons ?? [], note: last?.note ?? null }
}

/** A draft of an earlier stage or of another manifest says nothing of what lies here now. */
function draftOf({ row }: ReadDossier, item: Item, { drafts }: Beside) {
  const own = drafts.find(({ itemId }) => itemId === item.id)
  if (!own || own.manifest !== row.manifest || own.updatedAt < row.stageEnteredAt) return null
  return { verdict: own.verdict, reasons: own.reasons, note: own.note }
}

function hasChanged({ material }: Item, { submissions: [last, before] }: Beside): boolean {
  if (!last || !before) return false
  const of = ({ manifest }: Submission) => (manifest[material] ?? []).join()
  return of(last) !== of(before)
}

function stageName({ release }: ReadDossier, index: number) {
  const stage = release.workflow.stages[index]
  return { zh: stage?.zh ?? '', en: stage?.en ?? null }
}
