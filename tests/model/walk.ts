import { createHash } from 'node:crypto'
import {
  decide,
  type By,
  type Change,
  type Circumstances,
  type Decision,
  type Dossier,
  type DossierEvent,
  type Item,
  type ItemImage,
} from '#app/core/dossier'
import { isAsked } from '#app/core/item_state'
import type { ReleaseDocument } from '#app/core/release'
import type { Instant, QuietHours } from '#app/core/time'
import { inBlackout, openness, uploadsEndAt, type SeasonWindow } from '#app/core/window'
import { nextStage, returnDeadline } from '#app/core/workflow'
import { lotsOf } from '#app/dossiers/lots'

export interface Release {
  id: string
  document: ReleaseDocument
}

export interface Season {
  uploadsOn: boolean
  upload: { start: Instant; end: Instant }
  blackout: { start: Instant; end: Instant } | null
  returnCapAt: Instant | null
  quietHours: QuietHours | null
}

/** A dossier on its way, with all that it lives under: the model that the gate is held against. */
export interface Walk {
  now: Instant
  dossier: Dossier
  season: Season
  releases: readonly Release[]
  /** Of the registration; the dossier's own may be behind. */
  factsRevision: number
  /** Staff who said that they must not review it. */
  conflicts: readonly string[]
  /** Place of each live image among those of its item. */
  positions: Readonly<Record<string, number>>
  /** Events since the last submission that went through. */
  since: readonly string[]
  /** Each return that still counts: the items it named, each with every reason, as `item reason`. */
  returns: readonly (readonly string[])[]
}

export interface Asked {
  event: DossierEvent
  by: By
}

export const windowsOf = ({ upload, blackout }: Season): SeasonWindow[] => [
  { kind: 'upload', ...upload },
  ...(blackout ? [{ kind: 'blackout', ...blackout }] : []),
]

export const documentOf = ({ releases, dossier }: Walk) =>
  releases.find(({ id }) => id === dossier.releaseId)!.document

/** What the gate reads beside the dossier, put together a second time. */
export function circumstancesOf(walk: Walk, { event, by }: Asked): Circumstances {
  const { now, season, dossier } = walk
  const release = documentOf(walk)
  const at = event.type === 'add_image' ? event.startedAt : now
  const windows = windowsOf(season)
  const { workflow } = release
  return {
    now,
    window: {
      open: openness(
        {
          ...{ enabled: true, visible: season.uploadsOn, windows, audience: [], facts: {} },
          ...{ flags: release.flags, offMessage: null },
        },
        at
      ).open,
      blackout: inBlackout(windows, at),
      closesAt: season.upload.start <= at ? season.upload.end : null,
    },
    stages: workflow.stages,
    nextStage: nextStage(workflow, dossier.stage, lotsOf(dossier)),
    afterReturn: workflow.returns.resubmitGoesTo === 'first_stage' ? 'first' : 'same',
    returnDeadline: returnDeadline(workflow.returns, now, {
      uploadClosesAt: uploadsEndAt(windows),
      quietHours: season.quietHours,
      extendCap: season.returnCapAt,
      blackouts: season.blackout ? [season.blackout] : [],
    }),
    uploadGrace: release.uploadGraceMinutes * 60_000,
    claimLease: 20 * 60_000,
    factsRevision: walk.factsRevision,
    declarationVersion: release.declaration.version,
    unreadNotices: [],
    uploadsEndAt: uploadsEndAt(windows),
    uploadLongest: 10 * 60_000,
    atClose: release.atClose,
    onReturnDue: release.onReturnDue,
    maxReturns: workflow.returns.maxRounds,
    conflict: isAskedForConflict(event) && walk.conflicts.includes(by.id) ? 'declared' : null,
    staffUploads: false,
    reasonEffects: Object.fromEntries(release.reasons.map(({ code, effect }) => [code, effect])),
    timesReturned: countedIn(walk.returns),
  }
}

function countedIn(returns: Walk['returns']): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const key of returns.flat()) times.set(key, (times.get(key) ?? 0) + 1)
  return times
}

const isAskedForConflict = ({ type }: DossierEvent) =>
  ['claim', 'take_over', 'confirm'].includes(type)

/** The core's answer, and the walk after it. */
export function stepOf(walk: Walk, asked: Asked): { decision: Decision; after: Walk } {
  const decision = decide(walk.dossier, asked.event, asked.by, circumstancesOf(walk, asked))
  return { decision, after: decision.ok ? applied(walk, decision.change, asked) : walk }
}

/** What the database holds afterwards: the gate's writing, said a second time on plain data. */
function applied(walk: Walk, change: Change, { event, by }: Asked): Walk {
  const { dossier } = walk
  const positions = { ...walk.positions }
  let items: Item[] = dossier.items.map((item) => {
    const set = change.items.find(({ id }) => id === item.id)?.set
    return set ? ({ ...item, ...set } as Item) : item
  })
  let { proposal } = dossier
  let conflicts = walk.conflicts
  let manifest = dossier.manifest
  let { returns } = walk
  const stage = change.dossier.stage ?? dossier.stage
  for (const effect of change.effects) {
    switch (effect.kind) {
      case 'remove_image':
        items = withImages(items, effect.item, (images) =>
          images.filter(({ id }) => id !== effect.image)
        )
        break
      case 'place_image': {
        const own = dossier.items.find(({ id }) => id === effect.item)!.images
        const last = Math.max(0, ...own.map(({ id }) => walk.positions[id]))
        positions[effect.image.id] = effect.at === null ? last + 1 : walk.positions[effect.at]
        items = withImages(items, effect.item, (images) => [...images, effect.image])
        break
      }
      case 'order_images':
        for (const [i, id] of effect.order.entries()) positions[id] = i + 1
        break
      case 'open_item': {
        const { item: id, ...need } = effect.need
        const { reopenedBy } = effect
        items = [...items, openedItem({ id, ...need }, reopenedBy, stage)]
        break
      }
      case 'open_proposal':
        proposal = effect.proposal
        break
      case 'close_proposal':
        proposal = null
        break
      case 'conflict':
        conflicts = [...conflicts, by.id]
        break
      case 'manifest':
        manifest = manifestOf(dossier.items)
        break
      case 'decisions': {
        const said = effect.verdicts.filter(({ as }) => as === 'returned')
        const keys = said.flatMap(({ item, reasons }) => reasons.map((one) => `${item} ${one}`))
        if (keys.length > 0) returns = [...returns, keys]
        break
      }
      case 'take_back':
        returns = returns.slice(0, -1)
    }
  }
  const { version, ...rest } = dossier
  const submits = change.effects.some(({ kind }) => kind === 'manifest')
  return {
    ...walk,
    conflicts,
    positions,
    returns,
    since: submits ? [] : [...walk.since, event.type],
    dossier: {
      ...rest,
      ...change.dossier,
      state: change.to,
      version: version + 1,
      manifest,
      proposal,
      items: items
        .map((item) => ({ ...item, images: ordered(item, positions) }))
        .sort(byOrder(walk)),
    },
  }
}

const byOrder = (walk: Walk) => {
  const order = new Map(documentOf(walk).materials.map((one) => [one.code, one.order]))
  return (a: Item, b: Item) => (order.get(a.material) ?? 0) - (order.get(b.material) ?? 0)
}

function withImages(
  items: Item[],
  id: string,
  change: (images: readonly ItemImage[]) => readonly ItemImage[]
): Item[] {
  return items.map((item) => (item.id === id ? { ...item, images: change(item.images) } : item))
}

/** A card's sides in their order, other pictures as they came or were put. */
function ordered({ images, places }: Item, positions: Record<string, number>): ItemImage[] {
  const rank = ({ place }: ItemImage) => (place === null ? places.length : places.indexOf(place))
  return images.toSorted(
    (a, b) => rank(a) - rank(b) || positions[a.id] - positions[b.id] || (a.id < b.id ? -1 : 1)
  )
}

export function openedItem(
  { id, material, need, min, max }: Pick<Item, 'id' | 'material' | 'need' | 'min' | 'max'>,
  reopenedBy: Item['reopenedBy'] = null,
  stage = 0
): Item {
  return {
    ...{ id, material, need, min, max, places: [], alternatives: [], wanted: false, images: [] },
    verdict: reopenedBy && { as: 'returned', stage },
    reopened: reopenedBy && { changed: false, answer: null },
    ...{ parked: null, reopenedBy, before: null, declaredAt: null },
  }
}

function manifestOf(items: readonly Item[]): string {
  const asked = items.filter((item) => item.images.length > 0 && isAsked(item))
  const named = asked.map(({ material, images }) => [material, images.map((one) => one.sha256)])
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(named)))
    .digest('hex')
}
