import type { Circumstances, Dossier, Step } from './dossier.js'
import { submitBlockers } from './item_state.js'
import { lockReason, recallLock, submitLock } from './lock.js'
import type { Refusal } from './refusal.js'
import {
  answersOf,
  byOwner,
  byOwnerOrFor,
  bySystem,
  closeProposal,
  findItem,
  lockedItem,
  locksAll,
  message,
  MOVED_ON,
  NO_CLAIM,
  NOTHING,
  refuse,
  toldIfFor,
  touched,
} from './step_parts.js'

/** Rows 2, 3, 6, 10 and 14: what a candidate does with his own dossier, and staff with his pictures. */

export const addImage: Step<'add_image'> = {
  row: '2',
  from: ['draft', 'returned'],
  to: ['='],
  by: byOwnerOrFor,
  guard(dossier, { item: id, image, startedAt, replaces }, c) {
    const locked = lockedItem(dossier, id, c, startedAt)
    if (locked) return locked
    const item = findItem(dossier, id)!
    const others = item.images.filter((one) => one.id !== replaces)
    if (replaces !== undefined && others.length === item.images.length) return refuse('IMAGE_GONE')
    if (item.images.some((one) => one.sha256 === image.sha256))
      return refuse('IMAGE_TWICE', {}, [id])
    if (others.length >= item.max) return refuse('ITEM_FULL', { max: item.max }, [id])
    if (image.place === null) return null
    if (!item.places.includes(image.place)) return refuse('PLACE_UNKNOWN', {}, [id])
    return others.some((one) => one.place === image.place) ? refuse('PLACE_TAKEN', {}, [id]) : null
  },
  change(dossier, { item: id, image, replaces }, c, by) {
    const item = findItem(dossier, id)!
    const old = item.images.find((one) => one.id === replaces)
    const others = item.images.filter((one) => one !== old)
    // An upload that names no place takes that of the old picture, or the first free one (DOMAIN.md §3).
    const free = item.places.find((place) => !others.some((one) => one.place === place))
    const placed = { ...image, place: image.place ?? old?.place ?? free ?? null }
    return {
      to: dossier.state,
      dossier: { lastUploadAt: c.now },
      items: touched(dossier, id),
      effects: [
        ...(old ? [{ kind: 'remove_image' as const, item: id, image: old.id }] : []),
        { kind: 'place_image', item: id, image: placed, at: old?.id ?? null },
        ...toldIfFor(by),
      ],
    }
  },
}

export const deleteImage: Step<'delete_image'> = {
  row: '2',
  from: ['draft', 'returned'],
  to: ['='],
  by: byOwnerOrFor,
  guard(dossier, { item: id, image }, c) {
    const locked = lockedItem(dossier, id, c, c.now)
    if (locked) return locked
    return findItem(dossier, id)!.images.some((one) => one.id === image)
      ? null
      : refuse('IMAGE_GONE')
  },
  change: (dossier, { item, image }, _c, by) => ({
    ...NOTHING,
    to: dossier.state,
    items: touched(dossier, item),
    effects: [{ kind: 'remove_image', item, image }, ...toldIfFor(by)],
  }),
}

/** The order says nothing new about a returned item: it does not count as its change. */
export const reorder: Step<'reorder'> = {
  row: '2',
  from: ['draft', 'returned'],
  to: ['='],
  by: byOwner,
  guard(dossier, { item: id, order }, c) {
    const locked = lockedItem(dossier, id, c, c.now)
    if (locked) return locked
    const own = findItem(dossier, id)!.images.map((image) => image.id)
    const same = order.length === own.length && own.every((image) => order.includes(image))
    return same ? null : refuse('ORDER_OUTDATED', {}, [id])
  },
  change: (dossier, { item, order }) => ({
    ...NOTHING,
    to: dossier.state,
    effects: [{ kind: 'order_images', item, order }],
  }),
}

export const want: Step<'want'> = {
  row: '2',
  from: ['draft'],
  to: ['='],
  by: byOwner,
  guard(dossier, { item: id, wanted }, c) {
    const item = findItem(dossier, id)
    if (!item) return refuse('ITEM_UNKNOWN')
    if (item.need !== 'not_asked') return refuse('ITEM_ASKED_ANYWAY', {}, [id])
    if (!wanted && item.images.length > 0) return refuse('ITEM_HAS_IMAGES', {}, [id])
    const reason = lockReason(dossier, { ...item, wanted: true }, c.window, c.now)
    return reason ? refuse('ITEM_LOCKED', { reason }, [id]) : null
  },
  change: (dossier, { item: id, wanted }) => ({
    ...NOTHING,
    to: dossier.state,
    items: [{ id, set: { wanted } }],
  }),
}

export const declare: Step<'declare'> = {
  row: '2',
  from: ['draft', 'returned'],
  to: ['='],
  by: byOwner,
  guard(dossier, { item: id }, c) {
    const item = findItem(dossier, id)
    if (!item) return refuse('ITEM_UNKNOWN')
    if (item.need !== 'declared') return refuse('ITEM_NOT_DECLARED', {}, [id])
    // Its pictures are locked, its tick is not: as if it were asked for.
    const reason = lockReason(dossier, { ...item, need: 'required' }, c.window, c.now)
    return reason ? refuse('ITEM_LOCKED', { reason }, [id]) : null
  },
  change(dossier, { item: id, declared }, c) {
    const { reopened } = findItem(dossier, id)!
    const set = {
      declaredAt: declared ? c.now : null,
      ...(reopened && { reopened: { ...reopened, changed: declared } }),
    }
    return { ...NOTHING, to: dossier.state, items: [{ id, set }] }
  },
}

export const answer: Step<'answer'> = {
  row: '6',
  from: ['returned'],
  to: ['='],
  by: byOwner,
  guard: (dossier, { item }, c) => lockedItem(dossier, item, c, c.now),
  change: (dossier, { item: id, because }) => ({
    ...NOTHING,
    to: dossier.state,
    items: [
      {
        id,
        set: {
          reopened: {
            changed: findItem(dossier, id)!.reopened!.changed,
            answer: because.trim() || null,
          },
        },
      },
    ],
  }),
}

function submitGuard(
  dossier: Dossier,
  { declarationVersion }: { declarationVersion: string },
  c: Circumstances
): Refusal | null {
  const late = submitLock(dossier, c)
  if (late) return refuse(late)
  if (declarationVersion !== c.declarationVersion) return refuse('DECLARATION_CHANGED')
  return submitBlockers(dossier, c)[0] ?? null
}

export const submit: Step<'submit'> = {
  row: '3',
  from: ['draft'],
  to: ['submitted'],
  by: byOwner,
  guard: submitGuard,
  change: (dossier) => ({
    to: 'submitted',
    dossier: {
      stage: 0,
      // Not always 1: a recalled dossier keeps the rounds that were.
      round: dossier.round + 1,
      submittedFrom: 'draft',
      agreed: [],
      ...NO_CLAIM,
    },
    items: locksAll(dossier),
    effects: [{ kind: 'manifest', declared: true }, message('submitted')],
  }),
}

export const resubmit: Step<'submit'> = {
  row: '6',
  from: ['returned'],
  to: ['submitted'],
  by: byOwner,
  guard: submitGuard,
  change: (dossier, _event, c) => ({
    to: 'submitted',
    dossier: {
      stage: c.afterReturn === 'first' ? 0 : dossier.stage,
      round: dossier.round + 1,
      submittedFrom: 'returned',
      agreed: [],
      ...NO_CLAIM,
    },
    items: locksAll(dossier),
    effects: [
      { kind: 'manifest', declared: true },
      ...answersOf(dossier),
      message('resubmitted', { round: dossier.round + 1 }),
    ],
  }),
}

export const recall: Step<'recall'> = {
  row: '10',
  from: ['submitted'],
  to: ['draft', 'returned'],
  by: byOwner,
  guard(dossier, _event, c) {
    if (dossier.proposal || !dossier.submittedFrom) return refuse('NOT_RECALLABLE')
    const late = recallLock(dossier, c)
    return late ? refuse(late) : null
  },
  change: (dossier) => ({
    ...NOTHING,
    to: dossier.submittedFrom!,
    dossier: { submittedFrom: null },
    items: dossier.items
      .filter(({ parked }) => parked)
      .map(({ id, parked }) => ({ id, set: { reopened: parked, parked: null } })),
  }),
}

const WITHDRAWABLE = ['draft', 'submitted', 'in_review', 'returned', 'held'] as const

export const withdraw: Step<'withdraw'> = {
  row: '14',
  from: WITHDRAWABLE,
  to: ['withdrawn'],
  by: (by, dossier) => byOwner(by, dossier) && bySystem('registration')(by),
  change: (dossier) => ({
    to: 'withdrawn',
    dossier: { ...MOVED_ON, deadline: null },
    items: locksAll(dossier),
    effects: [...closeProposal(dossier, 'moot'), message('withdrawn')],
  }),
}
