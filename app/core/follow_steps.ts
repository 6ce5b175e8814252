import type { Change, Circumstances, Dossier, Item, MaterialNeed, Step } from './dossier.js'
import { isSatisfied, submitBlockers } from './item_state.js'
import {
  answersOf,
  byRole,
  bySystem,
  locksAll,
  message,
  MOVED_ON,
  NO_CLAIM,
  NOTHING,
  refuse,
  reopen,
} from './step_parts.js'

/** Rows 11 and 16: what the clock, the registration and a new release do. */

interface Due {
  /** When the candidate's time ends; null: never by itself. */
  end: number | null
}

function due({ state, deadline }: Dossier, c: Circumstances): Due {
  if (state === 'returned') return { end: deadline }
  if (c.uploadsEndAt === null) return { end: null }
  return { end: Math.max(c.uploadsEndAt, deadline ?? 0) }
}

/** Nothing lapses while an upload may be under way, nor in the grace after it, nor in a blackout. */
function lapseGuard(dossier: Dossier, _event: unknown, c: Circumstances) {
  const { end } = due(dossier, c)
  const inGrace = dossier.lastUploadAt !== null && c.now <= dossier.lastUploadAt + c.uploadGrace
  const over = end !== null && c.now >= end + c.uploadLongest
  const open = c.window.blackout || (dossier.state === 'draft' && c.window.open)
  return over && !inGrace && !open ? null : refuse('NOT_DUE')
}

export const submitAtClose: Step<'lapse'> = {
  row: '11',
  from: ['draft'],
  to: ['submitted'],
  by: bySystem('clock'),
  when: (dossier, _event, c) =>
    c.atClose === 'submit_if_complete' && submitBlockers(dossier, c).length === 0,
  guard: lapseGuard,
  change: (dossier) => ({
    ...NOTHING,
    to: 'submitted',
    dossier: { stage: 0, round: dossier.round + 1, agreed: [], ...MOVED_ON },
    effects: [{ kind: 'manifest', declared: false }, message('submitted_at_close')],
  }),
}

export const backToReview: Step<'lapse'> = {
  row: '11',
  from: ['returned'],
  to: ['submitted'],
  by: bySystem('clock'),
  when: (_dossier, _event, c) => c.onReturnDue === 'back_to_review',
  guard: lapseGuard,
  change: (dossier, _event, c) => ({
    to: 'submitted',
    dossier: {
      stage: c.afterReturn === 'first' ? 0 : dossier.stage,
      round: dossier.round + 1,
      agreed: [],
      ...MOVED_ON,
    },
    items: locksAll(dossier),
    effects: [{ kind: 'manifest', declared: false }, ...answersOf(dossier), message('return_due')],
  }),
}

export const lapse: Step<'lapse'> = {
  row: '11',
  from: ['draft', 'returned'],
  to: ['lapsed'],
  by: bySystem('clock'),
  guard: lapseGuard,
  change: (dossier, _event, c) => ({
    ...NOTHING,
    to: 'lapsed',
    dossier: { lapsed: { from: dossier.state as 'draft' | 'returned', at: c.now }, ...NO_CLAIM },
    effects: [message('lapsed')],
  }),
}

type Needs = readonly MaterialNeed[]

/** The items as the new checklist has them; what it no longer names hides with its pictures. */
function followed(dossier: Dossier, needs: Needs): { items: Item[]; opened: MaterialNeed[] } {
  const wanted = new Map(needs.map((need) => [need.material, need]))
  const known = new Set(dossier.items.map(({ material }) => material))
  const items = dossier.items.map((item) => {
    const now = wanted.get(item.material)
    if (!now) return { ...item, need: 'not_asked' as const, wanted: false }
    // The reviewer wants to see the original: a new checklist asks for nothing less.
    const kept = item.need === 'onsite' && now.need !== 'not_asked' ? item.need : now.need
    return { ...item, need: kept, min: now.min, max: now.max }
  })
  return { items, opened: needs.filter(({ material }) => !known.has(material)) }
}

function changesOf(dossier: Dossier, items: readonly Item[]): Change['items'] {
  return items.flatMap((item, i) => {
    const old = dossier.items[i]
    const { need, min, max, wanted } = item
    const same = old.need === need && old.min === min && old.max === max && old.wanted === wanted
    return same ? [] : [{ id: item.id, set: { need, min, max, wanted } }]
  })
}

/** Asked for now, not given, and not open already: what the candidate must be let in for. */
function newlyRequired(items: readonly Item[], opened: Needs) {
  const lacking = items.filter(
    (item) =>
      !item.reopened &&
      item.verdict?.as !== 'accepted' &&
      ((item.need === 'required' && !isSatisfied(item, items)) ||
        (item.need === 'declared' && item.declaredAt === null))
  )
  const added = opened.filter(({ need }) => need === 'required' || need === 'declared')
  return { lacking, added }
}

type Follower = 'facts_changed' | 'move_release'

interface Following {
  by: 'registration' | 'release'
  flag: NonNullable<Dossier['flag']>
  stamp: Partial<Pick<Dossier, 'factsRevision' | 'releaseId'>>
}

function following(event: {
  type: Follower
  factsRevision?: number
  releaseId?: string
}): Following {
  return event.type === 'facts_changed'
    ? {
        by: 'registration',
        flag: 'registration_changed',
        stamp: { factsRevision: event.factsRevision },
      }
    : { by: 'release', flag: 'release_moved', stamp: { releaseId: event.releaseId } }
}

/** A draft's list is his to check again; what was handed in needs nothing, but a release is told of. */
function toldOf({ state }: Dossier, by: Following['by'], n: number) {
  if (state === 'draft') return n > 0 ? [message(`${by}_changed`, { n })] : []
  return by === 'release' ? [message('release_moved')] : []
}

/** Items follow; nothing moves. `flag` where somebody should look at it. */
function follow(
  dossier: Dossier,
  event: { type: Follower; needs: Needs; answered?: boolean },
  flagged: boolean
) {
  const { by, flag, stamp } = following(event)
  const { items, opened } = followed(dossier, event.needs)
  const changed = changesOf(dossier, items)
  const n = changed.length + opened.length
  return {
    to: dossier.state,
    dossier: { ...stamp, ...(flagged && n > 0 && { flag }) },
    items: changed,
    effects: [
      ...opened.map((need) => ({ kind: 'open_item' as const, need, reopenedBy: null })),
      ...toldOf(dossier, by, event.answered ? 0 : n),
    ],
  } satisfies Change
}

/** The same, and what is newly required opens: nothing else does (DOMAIN.md §3 row 16). */
function followAndReopen(
  dossier: Dossier,
  event: { type: Follower; needs: Needs },
  c: Circumstances
): Change {
  const { by, flag, stamp } = following(event)
  const { items, opened } = followed(dossier, event.needs)
  const { lacking, added } = newlyRequired(items, opened)
  const sets = new Map(changesOf(dossier, items).map(({ id, set }) => [id, set]))
  for (const item of lacking) {
    sets.set(item.id, { ...sets.get(item.id), ...reopen(item, by, dossier.stage) })
  }
  const deadline = dossier.state === 'returned' ? dossier.deadline : c.returnDeadline
  const n = lacking.length + added.length
  return {
    to: 'returned',
    dossier: {
      ...stamp,
      flag,
      deadline,
      agreed: [],
      ...MOVED_ON,
      ...(dossier.state !== 'returned' && { returnedBy: null }),
    },
    items: [...sets].map(([id, set]) => ({ id, set })),
    effects: [
      ...opened.map((need) => ({
        kind: 'open_item' as const,
        need,
        reopenedBy: added.includes(need) ? by : null,
      })),
      message(`${by}_asks`, { n, ...(deadline !== null && { deadline }) }),
    ],
  }
}

/** Something is newly required, there is still time for it, and no second person is being asked. */
function asksAnew(dossier: Dossier, { needs }: { needs: Needs }, c: Circumstances): boolean {
  const { items, opened } = followed(dossier, needs)
  const { lacking, added } = newlyRequired(items, opened)
  const inTime = dossier.state === 'returned' || (c.returnDeadline ?? 0) > c.now
  return lacking.length + added.length > 0 && inTime && dossier.proposal === null
}

const LIVE = ['submitted', 'in_review', 'returned'] as const

function upToDate(_dossier: Dossier, event: { factsRevision: number }, c: Circumstances) {
  return event.factsRevision === c.factsRevision ? null : refuse('FACTS_CHANGED')
}

const byRegistration = bySystem('registration')

export const factsInDraft: Step<'facts_changed'> = {
  row: '16',
  from: ['draft'],
  to: ['draft'],
  by: byRegistration,
  guard: upToDate,
  change: (dossier, event) => follow(dossier, event, false),
}

export const factsAskAnew: Step<'facts_changed'> = {
  row: '16',
  from: LIVE,
  to: ['returned'],
  by: byRegistration,
  when: asksAnew,
  guard: upToDate,
  change: followAndReopen,
}

export const factsFlagged: Step<'facts_changed'> = {
  row: '16',
  from: [...LIVE, 'held', 'lapsed', 'approved'],
  to: ['='],
  by: byRegistration,
  guard: upToDate,
  // Approved: nothing moves, not even what is asked for; the lead decides whether to reopen it.
  change: (dossier, event) =>
    dossier.state === 'approved'
      ? {
          ...NOTHING,
          to: 'approved',
          dossier: { factsRevision: event.factsRevision, flag: 'registration_changed' },
        }
      : follow(dossier, event, true),
}

/** Drafts move by themselves; what was submitted only on purpose, and its candidate is told. */
const byAdmin = byRole('region_admin')
const byRelease: Step<'move_release'>['by'] = (by) => bySystem('release')(by) && byAdmin(by)
function movable(dossier: Dossier, { releaseId, stages }: { releaseId: string; stages: number }) {
  if (dossier.releaseId === releaseId) return refuse('RELEASE_ALREADY')
  return dossier.stage < stages ? null : refuse('STAGE_UNKNOWN')
}

export const releaseInDraft: Step<'move_release'> = {
  row: '1',
  from: ['draft'],
  to: ['draft'],
  by: byRelease,
  guard: movable,
  change: (dossier, event) => follow(dossier, event, false),
}

export const releaseAsksAnew: Step<'move_release'> = {
  row: '16',
  from: LIVE,
  to: ['returned'],
  by: byAdmin,
  when: asksAnew,
  guard: movable,
  change: followAndReopen,
}

export const releaseMoved: Step<'move_release'> = {
  row: '16',
  from: [...LIVE, 'held'],
  to: ['='],
  by: byAdmin,
  guard: movable,
  change: (dossier, event) => follow(dossier, event, true),
}
