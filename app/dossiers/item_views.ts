import { checklist } from '#app/core/checklist'
import type { Item } from '#app/core/dossier'
import { isAsked, itemState } from '#app/core/item_state'
import { lockReason } from '#app/core/lock'
import type { Pin } from '#app/core/pins'
import type { Facts, ReleaseDocument } from '#app/core/release'
import { entryView, namesOf, placeNames } from '#app/catalog/entry_view'
import { itemDeclaration } from '#app/catalog/item_declaration'
import { PREVIEW_SIDE } from '#app/dossiers/images/inspect'
import { inBoth } from '#app/shared/wording'
import { windowAt, type Surroundings } from './circumstances.js'
import type { KeptItem } from '#app/dossiers/queries/kept_items'
import type { Said } from '#app/dossiers/queries/said_of_items'
import type { PlacedImage, ReadDossier } from './read_dossier.js'

/** Names of the staff who added pictures on the candidate's behalf, by id. */
export type Helpers = ReadonlyMap<string, string>

/** Where a picture is shown from; the route checks who asks. */
export function imageView(
  regionId: string,
  image: PlacedImage,
  position: number,
  helpers: Helpers = new Map()
) {
  const base = `/${regionId}/images/${image.id}`
  return {
    id: image.id,
    place: image.place,
    position,
    thumbnailUrl: `${base}/thumbnail`,
    previewUrl: `${base}/preview`,
    fullUrl: Math.max(image.width, image.height) > PREVIEW_SIDE ? `${base}/full` : null,
    width: image.width,
    height: image.height,
    bytes: image.bytes,
    addedFor: image.addedBy ? { by: helpers.get(image.addedBy) ?? '', at: image.receivedAt } : null,
  }
}

/** What an item is, whoever looks: names, rules, guidance, the why of its need. */
export function describeItems(dossier: ReadDossier, facts: Facts) {
  const { release, core } = dossier
  const kept = core.items.some(({ need }) => need === 'carried_over' || need === 'waived')
  const list = checklist(release, { ...facts, approved_before_here: kept })
  const byCode = new Map(list.map((one) => [one.material.code, one]))
  return core.items.flatMap((item) => {
    const entry = byCode.get(item.material)
    if (!entry) return []
    const { id, need, min, max, places } = item
    const described = {
      ...entryView(release, entry),
      id,
      need,
      min,
      max,
      places: placeNames(places),
    }
    return [{ item, entry, described }]
  })
}

const NEED_ORDER = ['required', 'carried_over', 'waived', 'declared', 'onsite', 'optional']

/** Required ones first, then optional ones, then all others: the order of the guide's page. */
export function byNeed(a: { item: Item }, b: { item: Item }): number {
  const rank = ({ item }: { item: Item }) => {
    const at = NEED_ORDER.indexOf(item.need)
    return at === -1 ? NEED_ORDER.length : at
  }
  return rank(a) - rank(b)
}

/** The candidate's items as his page shows them (DOMAIN.md §2, rules 3–7, 9, 10). */
export function candidateItems(
  dossier: ReadDossier,
  around: Surroundings,
  said: readonly Said[],
  kept: ReadonlyMap<string, KeptItem>,
  now: number,
  helpers: Helpers = new Map()
) {
  const { row, core, release } = dossier
  const window = windowAt(around, release, now)
  return describeItems(dossier, around.facts)
    .sort(byNeed)
    .map(({ item, entry, described }, index) => {
      const reason = lockReason(core, item, window, now)
      const own = said.filter(({ itemId }) => itemId === item.id)
      // Pictures of what is no longer asked for are kept, and come back with the item.
      const stored = dossier.images.filter(({ itemId }) => itemId === item.id)
      const images = isAsked(item) ? picturesOf(item, stored, kept) : []
      return {
        ...described,
        number: index + 1,
        state: itemState(core.state, item),
        editable: reason === null,
        lockReason: reason,
        wanted: item.wanted,
        images: images.map((image, at) => imageView(row.regionId, image, at + 1, helpers)),
        keptImages: isAsked(item) ? 0 : stored.length,
        declaration:
          item.need === 'declared'
            ? {
                ...itemDeclaration(entry.material),
                declaredAt: item.declaredAt,
                // Its pictures are locked, its tick is not: as if it were asked for.
                open: lockReason(core, { ...item, need: 'required' }, window, now) === null,
              }
            : null,
        returned: item.reopened ? returnedView(item, own, dossier) : null,
        answer: item.reopened?.answer ?? null,
        changedSinceReturn: item.reopened?.changed ?? false,
        acceptedAt: acceptedAt(item, own, kept),
      }
    })
}

/** What is carried over shows the pictures that were approved, where the candidate has given none. */
export function picturesOf(
  { need, material }: Item,
  stored: PlacedImage[],
  kept: ReadonlyMap<string, KeptItem>
): PlacedImage[] {
  return need === 'carried_over' && stored.length === 0
    ? (kept.get(material)?.images ?? [])
    : stored
}

function acceptedAt(item: Item, own: readonly Said[], kept: ReadonlyMap<string, KeptItem>) {
  if (item.verdict?.as === 'accepted') {
    return own.find(({ verdict }) => verdict === 'accepted')?.at ?? null
  }
  return item.need === 'carried_over' ? (kept.get(item.material)?.acceptedAt ?? null) : null
}

export function reasonTexts(release: ReleaseDocument, codes: readonly string[]) {
  return codes.flatMap((code) => {
    const reason = release.reasons.find((one) => one.code === code)
    if (!reason) return []
    const { zh, en, fixZh, fixEn } = reason
    return [{ code, text: { zh, en }, fix: { zh: fixZh, en: fixEn } }]
  })
}

/** The ground of an escalation is for the lead alone (DOMAIN.md §3, reasons have an effect). */
function isSecret({ reasons }: ReleaseDocument, code: string): boolean {
  return reasons.some((reason) => reason.code === code && reason.effect === 'escalate')
}

function toldReasons(release: ReleaseDocument, codes: readonly string[]) {
  return reasonTexts(
    release,
    codes.filter((code) => !isSecret(release, code))
  )
}

/** Pins as a page shows them, counted from 1. */
export function pinViews(release: ReleaseDocument, pins: readonly Pin[]) {
  return pins.map(({ image, x, y, reason, note }, at) => {
    const [named] = reason === null ? [] : reasonTexts(release, [reason])
    return { number: at + 1, image, x, y, reason: named?.text ?? null, note }
  })
}

/** A pin that shows where the lead is to look is for him alone, as its ground is. */
function toldPins(release: ReleaseDocument, pins: readonly Pin[]) {
  return pinViews(
    release,
    pins.filter(({ reason }) => reason === null || !isSecret(release, reason))
  )
}

function returnedView(item: Item, own: readonly Said[], { row, release }: ReadDossier) {
  const until = row.deadline
  if (item.reopenedBy === 'registration' || item.reopenedBy === 'release') {
    const by = inBoth(`asked_by.${item.reopenedBy}`)
    return { at: row.updatedAt, until, by, reasons: [], note: null, pins: [] }
  }
  const last = own.find(({ verdict }) => verdict === 'returned')
  if (!last) return null
  const stage = release.workflow.stages[last.stage]
  return {
    at: last.at,
    until,
    by: { zh: stage?.zh ?? '', en: stage?.en ?? '' },
    reasons: toldReasons(release, last.reasons),
    note: last.note,
    pins: toldPins(release, last.pins),
  }
}

/** What reviewers said, newest first: returns, and what was accepted with a note or a reason. */
export function commentViews(dossier: ReadDossier, said: readonly Said[]) {
  const { release, core } = dossier
  const materialOf = new Map(core.items.map(({ id, material }) => [id, material]))
  return said
    .map(({ at, itemId, verdict, reasons, note }) => ({
      at,
      itemId,
      material: namesOf(release, materialOf.get(itemId) ?? '')[0] ?? { zh: '', en: '' },
      verdict,
      reasons: toldReasons(release, reasons).map(({ text }) => text),
      note,
    }))
    .filter(({ verdict, reasons, note }) => verdict === 'returned' || reasons.length > 0 || note)
}
