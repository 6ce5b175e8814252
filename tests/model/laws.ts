import type { By, Circumstances, Decision, Dossier, Item, State } from '#app/core/dossier'
import { circumstancesOf, type Asked, type Walk } from './walk.js'

/**
 * DOMAIN.md §3 once more, said without asking `app/core`: what a core with a mistake would break.
 * Each law gets one step and tells whether it keeps to it.
 */
export interface Moment {
  before: Walk
  asked: Asked
  decision: Decision
  after: Walk
}

type Law = (moment: Facts) => boolean

/** The same, with what laws ask most. */
interface Facts extends Moment {
  event: Asked['event']
  by: By
  c: Circumstances
  old: Dossier
  now: Dossier
  /** Which row allowed it; null where it was refused. */
  row: string | null
  pairs: (readonly [old: Item, now: Item])[]
}

/** event: from → to, each with the people who may do it. */
const EDGES: readonly [event: string, from: State[], to: State[], by: By['kind']][] = [
  ['want', ['draft'], ['draft'], 'candidate'],
  ['declare', ['draft'], ['draft'], 'candidate'],
  ['declare', ['returned'], ['returned'], 'candidate'],
  ['answer', ['returned'], ['returned'], 'candidate'],
  ...(['add_image', 'delete_image', 'reorder'] as const).flatMap((event): typeof EDGES => [
    [event, ['draft'], ['draft'], 'candidate'],
    [event, ['returned'], ['returned'], 'candidate'],
  ]),
  ['submit', ['draft', 'returned'], ['submitted'], 'candidate'],
  ['recall', ['submitted'], ['draft', 'returned'], 'candidate'],
  ['withdraw', ['draft', 'submitted', 'in_review', 'returned', 'held'], ['withdrawn'], 'candidate'],
  ['withdraw', ['draft', 'submitted', 'in_review', 'returned', 'held'], ['withdrawn'], 'system'],
  ['claim', ['submitted'], ['in_review'], 'staff'],
  ['renew_claim', ['in_review'], ['in_review'], 'staff'],
  ['take_over', ['in_review'], ['in_review'], 'staff'],
  ['release_claim', ['in_review'], ['submitted'], 'staff'],
  ['declare_conflict', ['in_review'], ['submitted'], 'staff'],
  ['claim_expired', ['in_review'], ['submitted'], 'system'],
  ['finish', ['in_review'], ['returned', 'submitted', 'approved'], 'staff'],
  ['take_back', ['returned'], ['submitted'], 'staff'],
  ['step_back', ['in_review'], ['submitted'], 'staff'],
  ['propose', ['in_review'], ['submitted'], 'staff'],
  ['propose', ['approved'], ['approved'], 'staff'],
  ['confirm', ['submitted'], ['ineligible'], 'staff'],
  ['confirm', ['approved'], ['submitted'], 'staff'],
  ['refuse', ['submitted'], ['submitted'], 'staff'],
  ['refuse', ['approved'], ['approved'], 'staff'],
  ['hold', ['draft', 'submitted', 'in_review', 'returned'], ['held'], 'staff'],
  ['release_hold', ['held'], ['draft', 'submitted', 'returned'], 'staff'],
  ['reinstate', ['ineligible'], ['submitted'], 'staff'],
  ['reinstate', ['lapsed'], ['draft', 'returned'], 'staff'],
  ...(['returned', 'held', 'submitted'] as const).map((state): (typeof EDGES)[number] => [
    'extend',
    [state],
    [state],
    'staff',
  ]),
  ['extend', ['lapsed'], ['draft', 'returned'], 'staff'],
  ['lapse', ['draft'], ['submitted', 'lapsed'], 'system'],
  ['lapse', ['returned'], ['submitted', 'lapsed'], 'system'],
  ...(
    ['draft', 'submitted', 'in_review', 'returned', 'held', 'lapsed', 'approved'] as const
  ).flatMap((state): typeof EDGES => [
    ['facts_changed', [state], [state], 'system'],
    ['move_release', [state], [state], state === 'draft' ? 'system' : 'staff'],
    ['move_release', [state], [state], 'staff'],
  ]),
  ['facts_changed', ['submitted', 'in_review'], ['returned'], 'system'],
  ['move_release', ['submitted', 'in_review'], ['returned'], 'staff'],
]

const picturesOf = ({ images }: Item) =>
  images
    .map(({ id, sha256 }) => `${id} ${sha256}`)
    .sort()
    .join()
const ASKED_FOR = ['required', 'optional']

/** Whether the candidate may change this item's pictures at an instant. */
function mayChange({ old, c }: Facts, item: Item, at: number): boolean {
  if (c.window.blackout) return false
  if (old.state === 'returned') {
    return item.reopened !== null && (old.deadline === null || at < old.deadline)
  }
  const ownTime = old.deadline !== null && at < old.deadline
  const asked = ASKED_FOR.includes(item.need) || (item.need === 'not_asked' && item.wanted)
  return old.state === 'draft' && asked && (c.window.open || ownTime)
}

const given = (item: Item) => item.images.length >= Math.max(1, item.min)
const satisfied = (item: Item, items: readonly Item[]) =>
  item.images.length > 0
    ? given(item)
    : items.some((other) => item.alternatives.includes(other.material) && given(other))

/** In time, or within the grace after an upload that ended late. */
function inTime({ old, c, before }: Facts): boolean {
  const { now } = before
  const ends = old.state === 'returned' ? [old.deadline] : [c.window.closesAt, old.deadline]
  const open =
    old.state === 'returned'
      ? old.deadline === null || now < old.deadline
      : c.window.open || (old.deadline !== null && now < old.deadline)
  const late = old.lastUploadAt ?? -Infinity
  const grace = ends.some((end) => end !== null && late >= end && now <= late + c.uploadGrace)
  return !c.window.blackout && (open || grace)
}

const isReviewer = (by: By, { stages }: Circumstances, stage: number) =>
  by.kind === 'staff' && by.roles.some((role) => stages[stage].roles.includes(role))
const isLead = (by: By) => by.kind === 'staff' && by.roles.includes('region_lead')

/** What leaves a submission as it was, so that its candidate may still take it back. */
const UNDECIDED = [
  ...['claim', 'renew_claim', 'release_claim', 'claim_expired', 'take_over', 'declare_conflict'],
  ...['hold', 'release_hold', 'extend', 'facts_changed', 'move_release'],
]

const LAWS: Readonly<Record<string, Law>> = {
  'the state moves along the table only, by whom it names': ({ row, event, by, old, now }) =>
    row === null ||
    EDGES.some(
      ([name, from, to, who]) =>
        name === event.type && from.includes(old.state) && to.includes(now.state) && who === by.kind
    ),

  'a candidate touches his own dossier only': ({ row, by, old }) =>
    row === null || by.kind !== 'candidate' || by.id === old.candidateId,

  'a refusal changes nothing, an allowed step counts one version': ({ row, before, after }) =>
    row === null ? before === after : after.dossier.version === before.dossier.version + 1,

  'pictures of a locked item do not change': (facts) => {
    const { event, before, pairs } = facts
    const at = event.type === 'add_image' ? event.startedAt : before.now
    return pairs.every(
      ([old, now]) => picturesOf(old) === picturesOf(now) || mayChange(facts, old, at)
    )
  },

  'only what names an item changes its pictures': ({ event, pairs }) =>
    pairs.every(
      ([old, now]) =>
        picturesOf(old) === picturesOf(now) ||
        (['add_image', 'delete_image'].includes(event.type) &&
          'item' in event &&
          event.item === old.id)
    ),

  'no item gets more pictures than it holds, one twice, or two in a place': ({ pairs }) =>
    pairs.every(([old, now]) => {
      if (picturesOf(old) === picturesOf(now)) return true
      const places = now.images.flatMap(({ place }) => place ?? [])
      return (
        now.images.length <= Math.max(now.max, old.images.length) &&
        (now.images.length <= now.max || now.images.length <= old.images.length) &&
        new Set(now.images.map(({ sha256 }) => sha256)).size === now.images.length &&
        new Set(places).size === places.length
      )
    }),

  'it is claimed exactly while it is in review, by the newest token': ({ now }) =>
    now.state === 'in_review' ? now.claim?.token === now.claimToken : now.claim === null,

  'a token is given once, to whom has not agreed and has no conflict': ({
    row,
    event,
    by,
    old,
    now,
    before,
    c,
  }) => {
    const gives = row !== null && (event.type === 'claim' || event.type === 'take_over')
    if (now.claimToken - old.claimToken !== (gives ? 1 : 0)) return false
    if (!gives) return true
    return (
      !old.agreed.includes(by.id) &&
      !before.conflicts.includes(by.id) &&
      old.proposal === null &&
      (event.type === 'take_over' ? isLead(by) : isReviewer(by, c, old.stage)) &&
      now.claim?.by === by.id
    )
  },

  'who decides holds a live claim, by its token': ({ row, event, by, old, before }) => {
    if (row === null || !('token' in event) || event.token === null) return true
    const { claim } = old
    return claim?.by === by.id && claim.token === event.token && before.now < claim.until
  },

  'nobody’s live claim expires': ({ row, event, old, before }) =>
    row === null || event.type !== 'claim_expired' || before.now >= old.claim!.until,

  'a decision is on what was submitted last': ({ row, event, old }) =>
    row === null || event.type !== 'finish' || event.manifest === old.manifest,

  'a return opens exactly what it names, until its deadline': ({ row, event, now, pairs, c }) => {
    if (row !== '5' || event.type !== 'finish') return true
    const named = event.verdicts.filter(({ as }) => as === 'returned').map(({ item }) => item)
    const open = pairs.filter(([, item]) => item.reopened).map(([, { id }]) => id)
    const founded = event.verdicts.every(
      ({ as, reasons }) =>
        as === 'accepted' || reasons.some((code) => c.reasonEffects[code] === 'fix')
    )
    return (
      founded &&
      named.length > 0 &&
      named.sort().join() === open.sort().join() &&
      now.deadline === c.returnDeadline
    )
  },

  'items are open in a draft or a return only': ({ now }) =>
    ['returned', 'held', 'lapsed'].includes(now.state) ||
    now.items.every(({ reopened }) => reopened === null),

  'the round counts the submissions, which have a manifest': ({ row, decision, old, now }) => {
    const submits =
      row !== null && decision.ok && decision.change.effects.some(({ kind }) => kind === 'manifest')
    if (now.round !== old.round + (submits ? 1 : 0)) return false
    return submits || now.manifest === old.manifest
  },

  'what a candidate submits is complete and in time': (facts) => {
    const { row, event, old } = facts
    if (row === null || event.type !== 'submit') return true
    if (!inTime(facts)) return false
    if (old.state === 'returned') {
      const open = old.items.filter(({ reopened }) => reopened)
      return open.every(
        ({ reopened, need, declaredAt, ...item }) =>
          (reopened!.changed || reopened!.answer !== null) &&
          (need !== 'declared' || !reopened!.changed || declaredAt !== null) &&
          (need !== 'required' ||
            !reopened!.changed ||
            satisfied({ reopened, need, declaredAt, ...item }, old.items))
      )
    }
    return (
      old.factsRevision === facts.before.factsRevision &&
      old.items.every(
        (item) =>
          (item.need !== 'required' || satisfied(item, old.items)) &&
          (item.need !== 'declared' || item.declaredAt !== null)
      )
    )
  },

  'a submission is taken back only before anybody decided': ({ row, event, old, before, c }) => {
    if (row === null || event.type !== 'recall') return true
    const undecided = before.since.every((type) => UNDECIDED.includes(type))
    const open =
      old.submittedFrom === 'returned'
        ? old.deadline === null || before.now < old.deadline
        : c.window.open || (old.deadline !== null && before.now < old.deadline)
    return undecided && open && !c.window.blackout && old.proposal === null
  },

  'what was open before a submission is open again after it is taken back': ({
    row,
    event,
    now,
    pairs,
  }) =>
    row === null ||
    event.type !== 'recall' ||
    (pairs.every(([item, after]) => Boolean(item.parked) === Boolean(after.reopened)) &&
      (now.state === 'returned') === pairs.some(([, { reopened }]) => reopened)),

  'a return is taken back by whom gave it, before the candidate began': ({ row, event, by, old }) =>
    row === null ||
    event.type !== 'take_back' ||
    (old.returnedBy === by.id &&
      old.items.every(
        ({ reopened }) => !reopened || (!reopened.changed && reopened.answer === null)
      )),

  'what passes a stage was judged there, by as many as it asks for': ({
    row,
    event,
    by,
    old,
    now,
    c,
  }) => {
    if (event.type !== 'finish' || !['7', '8'].includes(row ?? '')) return true
    const stage = c.stages[old.stage]
    const eyes = new Set([...old.agreed, by.id]).size
    const named = new Set(event.verdicts.map(({ item }) => item))
    const judged = old.items.every((item) => {
      const asked = item.need !== 'not_asked' || item.wanted
      const due =
        item.verdict?.as === 'returned' ||
        (asked &&
          item.images.length > 0 &&
          !['carried_over', 'waived', 'declared', 'onsite'].includes(item.need) &&
          !(item.verdict && item.verdict.stage !== null && item.verdict.stage >= old.stage))
      return !due || named.has(item.id)
    })
    const onward = row === '8' ? c.nextStage === null : now.stage === c.nextStage
    return eyes >= stage.approvals && judged && onward
  },

  'two people make somebody ineligible or reopen what was approved': ({ row, event, by, old, c }) =>
    row === null ||
    event.type !== 'confirm' ||
    (old.proposal !== null &&
      old.proposal.by !== by.id &&
      (isLead(by) || (old.state === 'submitted' && isReviewer(by, c, old.stage)))),

  'while a second person is asked, nothing is claimed, decided or recalled': ({
    row,
    event,
    old,
  }) =>
    row === null ||
    old.proposal === null ||
    !['claim', 'take_over', 'finish', 'recall', 'step_back'].includes(event.type),

  'nothing lapses while the candidate still has time': ({ row, event, old, before, c }) => {
    if (row === null || event.type !== 'lapse') return true
    const { now, season } = before
    const end =
      old.state === 'returned' ? old.deadline! : Math.max(season.upload.end, old.deadline ?? 0)
    const late = old.lastUploadAt ?? -Infinity
    return now >= end + 600_000 && now > late + c.uploadGrace && !c.window.blackout
  },

  'a hold moves the deadline by its length': ({ row, event, old, now, before }) =>
    row === null ||
    event.type !== 'release_hold' ||
    old.deadline === null ||
    now.deadline === old.deadline + (before.now - old.held!.at),

  'final is final, but for appeals, reopening and the registration': ({ row, event, old }) =>
    row === null ||
    !['approved', 'ineligible', 'withdrawn', 'lapsed'].includes(old.state) ||
    ['propose', 'confirm', 'refuse', 'reinstate', 'extend', 'facts_changed'].includes(event.type),

  'a new checklist takes no picture and no verdict away': ({ row, event, pairs }) =>
    row === null ||
    !['facts_changed', 'move_release'].includes(event.type) ||
    pairs.every(
      ([old, now]) =>
        picturesOf(old) === picturesOf(now) &&
        (old.verdict?.as === now.verdict?.as || now.reopened !== null)
    ),
}

/** Names of the laws that a step breaks. */
export function brokenLaws(moment: Moment): string[] {
  const { before, after, asked, decision } = moment
  const byId = new Map(after.dossier.items.map((item) => [item.id, item]))
  const facts: Facts = {
    ...moment,
    ...asked,
    c: circumstancesOf(before, asked),
    old: before.dossier,
    now: after.dossier,
    row: decision.ok ? decision.row : null,
    pairs: before.dossier.items.map((item) => [item, byId.get(item.id)!] as const),
  }
  return Object.entries(LAWS)
    .filter(([, holds]) => !holds(facts))
    .map(([law]) => law)
}
