import fc from 'fast-check'
import type {
  By,
  Dossier,
  DossierEvent,
  Item,
  MaterialNeed,
  Need,
  Verdict,
} from '#app/core/dossier'
import { isSatisfied, needsVerdict } from '#app/core/item_state'
import { DAY, HOUR, MINUTE } from '#app/core/time'
import { documentOf, type Asked, type Season, type Walk } from './walk.js'

type Kind = DossierEvent['type']

/** Numbers that choose among what there is when the move is made. */
export interface Move {
  kind: 'next' | 'world' | Kind
  by: number
  item: number
  pick: number
  /** 0: as it should be. */
  wrong: number
}

const KINDS: readonly Kind[] = [
  ...(['want', 'declare', 'add_image', 'delete_image', 'reorder', 'answer', 'submit'] as const),
  ...(['recall', 'withdraw', 'claim', 'renew_claim', 'release_claim', 'claim_expired'] as const),
  ...(['take_over', 'declare_conflict', 'finish', 'take_back', 'step_back', 'propose'] as const),
  ...(['confirm', 'refuse', 'hold', 'release_hold', 'reinstate', 'extend', 'lapse'] as const),
  ...(['facts_changed', 'move_release'] as const),
]

/** Half of the moves bring a dossier on, so that walks reach all of the table. */
export const moves: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    { weight: 11, arbitrary: fc.constant('next' as const) },
    { weight: 3, arbitrary: fc.constant('world' as const) },
    { weight: 9, arbitrary: fc.constantFrom(...KINDS) }
  ),
  by: fc.nat(30),
  item: fc.nat(30),
  pick: fc.nat(60),
  wrong: fc.nat(11).map((n) => Math.max(0, n - 8)),
})

const staff = (id: string, ...roles: Extract<By, { kind: 'staff' }>['roles']): By => ({
  kind: 'staff',
  id,
  roles,
})
const system = (id: Extract<By, { kind: 'system' }>['id']): By => ({ kind: 'system', id })

const LEADS = [staff('lead-1', 'region_lead'), staff('lead-2', 'region_lead', 'region_reviewer')]
const ADMIN = staff('admin-1', 'region_admin')
const REVIEWERS: Record<string, By[]> = {
  point_reviewer: [staff('point-1', 'point_reviewer'), staff('point-2', 'point_reviewer')],
  region_reviewer: [staff('region-1', 'region_reviewer'), LEADS[1]],
}
const PEOPLE: By[] = [
  ...Object.values(REVIEWERS).flat(),
  ...LEADS,
  ADMIN,
  { kind: 'candidate', id: 'a-stranger' },
  ...[system('clock'), system('registration'), system('release')],
]

const owner = ({ candidateId }: Dossier): By => ({ kind: 'candidate', id: candidateId })
const among = <T>(list: readonly T[], n: number): T => list[n % list.length]

/** Who reviews at the dossier's stage: who holds it, else somebody who has not agreed yet. */
function reviewerOf(walk: Walk): By {
  const { dossier, conflicts } = walk
  const { claim, agreed, stage } = dossier
  if (claim) return PEOPLE.find(({ id }) => id === claim.by)!
  const [role] = documentOf(walk).workflow.stages[stage].roles
  const all = [...(REVIEWERS[role] ?? []), ...LEADS]
  return all.find(({ id }) => !agreed.includes(id) && !conflicts.includes(id)) ?? all[0]
}

const OF_REVIEWERS: readonly Kind[] = [
  ...(['claim', 'renew_claim', 'release_claim', 'declare_conflict', 'finish'] as const),
  ...(['step_back', 'propose'] as const),
]
const OF_ADMINS: readonly Kind[] = ['hold', 'release_hold', 'extend']

function actorOf(walk: Walk, kind: Kind, { by, wrong }: Move): By {
  const { dossier } = walk
  if (wrong === 1) return among(PEOPLE, by)
  if (kind === 'propose' && dossier.state === 'approved') return among(LEADS, by)
  if (OF_REVIEWERS.includes(kind)) return reviewerOf(walk)
  if (OF_ADMINS.includes(kind)) return ADMIN
  switch (kind) {
    case 'claim_expired':
    case 'lapse':
      return system('clock')
    case 'facts_changed':
      return system('registration')
    case 'move_release':
      return dossier.state === 'draft' ? system('release') : ADMIN
    case 'take_over':
    case 'reinstate':
    case 'confirm':
    case 'refuse':
      return LEADS.find(({ id }) => id !== dossier.proposal?.by && id !== dossier.claim?.by)!
    case 'take_back':
      return PEOPLE.find(({ id }) => id === dossier.returnedBy) ?? reviewerOf(walk)
    default:
      return owner(dossier)
  }
}

const lacking = (items: readonly Item[]) =>
  items.filter((item) => item.need === 'required' && !isSatisfied(item, items))

/** What brings the dossier on from where it is. */
function natural(walk: Walk, { pick }: Move): Kind {
  const { state, items, proposal } = walk.dossier
  const unticked = items.some(
    ({ need, declaredAt, reopened }) =>
      need === 'declared' && declaredAt === null && (state === 'draft' || reopened)
  )
  const open = items.filter(({ reopened }) => reopened)
  switch (state) {
    case 'draft':
      if (walk.dossier.factsRevision !== walk.factsRevision) return 'facts_changed'
      return lacking(items).length > 0 ? 'add_image' : unticked ? 'declare' : 'submit'
    case 'submitted':
      return proposal ? (pick % 3 === 0 ? 'refuse' : 'confirm') : 'claim'
    case 'in_review':
      return pick % 12 === 0 ? 'propose' : 'finish'
    case 'returned': {
      if (unticked) return 'declare'
      const waits = open.filter(
        (one) => one.reopened && !one.reopened.changed && !one.reopened.answer
      )
      return waits.length === 0 ? 'submit' : pick % 4 === 0 ? 'answer' : 'add_image'
    }
    case 'approved':
      return proposal ? 'confirm' : 'propose'
    case 'held':
      return 'release_hold'
    default:
      return 'reinstate'
  }
}

const uuidOf = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** Ids that no other walk gives: of images, proposals and new items. */
export interface Ids {
  next: () => string
  sha256: () => string
}

export function countedIds(): Ids {
  let n = 0
  return {
    next: () => uuidOf(++n),
    sha256: () => (++n).toString(16).padStart(64, '0'),
  }
}

export type Step =
  { asked: Asked } | { season: Partial<Season> } | { now: number } | { facts: true }

/** Few withdraw: nothing comes after it. */
const isHasty = ({ kind, pick }: Move) => kind === 'withdraw' && pick % 8 > 0

/** What a move comes to here and now. */
export function resolve(walk: Walk, move: Move, ids: Ids): Step {
  if (move.kind === 'world') return worldStep(walk, move)
  const kind = move.kind === 'next' || isHasty(move) ? natural(walk, move) : move.kind
  return { asked: { by: actorOf(walk, kind, move), event: eventOf(walk, kind, move, ids) } }
}

function worldStep(walk: Walk, { pick, item, by }: Move): Step {
  const { now, season } = walk
  switch (pick % 10) {
    case 0:
      return { season: { uploadsOn: !season.uploadsOn || by % 3 > 0 } }
    case 1:
      return {
        season: {
          upload: { ...season.upload, end: now + among([-1, 1, DAY, 9 * DAY, 20 * DAY], by) },
        },
      }
    case 2:
      return {
        season: {
          blackout: season.blackout
            ? null
            : { start: now + among([0, HOUR], by), end: now + 5 * HOUR },
        },
      }
    case 3:
    case 4:
      return { facts: true }
    case 5:
      return { now: boundary(walk, item) + among([-1, 0, 1], by) }
    default:
      return { now: now + among([1, MINUTE, 11 * MINUTE, 21 * MINUTE, HOUR, DAY, -MINUTE], by) }
  }
}

/** The next instant at which something ends, so that walks come to its last millisecond. */
function boundary({ now, dossier, season }: Walk, n: number): number {
  const { deadline, claim, lastUploadAt } = dossier
  const ends = [
    ...[season.upload.end, season.upload.end + 10 * MINUTE, season.blackout?.end, deadline],
    ...[
      deadline && deadline + 10 * MINUTE,
      claim?.until,
      lastUploadAt && lastUploadAt + 10 * MINUTE,
    ],
  ].filter((at): at is number => typeof at === 'number' && at > now)
  return ends.length > 0 ? among(ends, n) : now + DAY
}

function targetOf({ dossier: { items, state } }: Walk, kind: Kind, move: Move): Item {
  const fitting = {
    declare: items.filter(({ need }) => need === 'declared'),
    want: items.filter(({ need }) => need === 'not_asked'),
    delete_image: items.filter(({ images }) => images.length > 0),
    reorder: items.filter(({ images }) => images.length > 1),
    add_image: state === 'draft' ? lacking(items) : items.filter(({ reopened }) => reopened),
    answer: items.filter(({ reopened }) => reopened),
  }[kind as string]
  return fitting && fitting.length > 0 && move.item < 24
    ? among(fitting, move.item)
    : among(items, move.item)
}

function eventOf(walk: Walk, kind: Kind, move: Move, ids: Ids): DossierEvent {
  const { dossier, now } = walk
  const { pick, wrong } = move
  const target = targetOf(walk, kind, move)
  const item = target.id
  const some = (n = pick) => target.images[n % (target.images.length || 1)]
  const token = dossier.claimToken - (wrong === 2 ? 1 : 0)
  const ground = wrong === 2 ? ' ' : '书面理由'
  switch (kind) {
    case 'want':
      return { type: kind, item, wanted: pick % 3 > 0 }
    case 'declare':
      return { type: kind, item, declared: pick % 4 > 0 }
    case 'add_image': {
      const sha256 = wrong === 2 && some() ? some().sha256 : ids.sha256()
      const place = wrong === 3 ? 'nowhere' : pick % 7 === 0 ? (target.places[0] ?? null) : null
      const startedAt = now - (pick % 5 === 0 ? pick * 10_000 : 0)
      const full = target.images.length >= target.max && pick % 3 > 0
      const replaces = full || pick % 6 === 0 ? some()?.id : undefined
      const image = { id: ids.next(), sha256, place }
      return { type: kind, item, image, startedAt, ...(replaces && { replaces }) }
    }
    case 'delete_image':
      return { type: kind, item, image: some()?.id ?? 'none' }
    case 'reorder': {
      const order = target.images.map(({ id }) => id).reverse()
      return { type: kind, item, order: wrong === 2 ? order.slice(1) : order }
    }
    case 'answer':
      return { type: kind, item, because: wrong === 2 ? ' ' : '就是这样' }
    case 'submit': {
      const { version } = documentOf(walk).declaration
      return { type: kind, declarationVersion: wrong === 2 ? 'older' : version }
    }
    case 'renew_claim':
    case 'release_claim':
    case 'declare_conflict':
      return { type: kind, token }
    case 'finish':
      return finishOf(walk, move, target, token)
    case 'step_back':
      return { type: kind, token, toStage: pick % 3, reason: ground }
    case 'propose':
      return proposalOf(walk, move, ids.next(), token, ground)
    case 'confirm':
      return { type: kind, proposal: dossier.proposal?.id ?? 'none' }
    case 'refuse':
      return { type: kind, proposal: dossier.proposal?.id ?? 'none', because: ground }
    case 'hold':
      return { type: kind, ground }
    case 'reinstate':
      return { type: kind, ground, deadline: wrong === 3 ? now - 1 : now + 2 * DAY }
    case 'extend':
      return { type: kind, by: wrong === 2 ? 0 : among([HOUR, DAY], pick), since: now - DAY }
    case 'facts_changed': {
      const factsRevision = wrong === 2 ? dossier.factsRevision : walk.factsRevision
      return { type: kind, factsRevision, needs: needsOf(walk, move, ids) }
    }
    case 'move_release': {
      const { id, document } = among(walk.releases, pick)
      const { length: stages } = document.workflow.stages
      return { type: kind, releaseId: id, stages, needs: needsOf(walk, move, ids) }
    }
    default:
      return { type: kind } as DossierEvent
  }
}

const reasonsBy = (walk: Walk, effect: string) =>
  documentOf(walk)
    .reasons.filter((one) => one.effect === effect)
    .map(({ code }) => code)

function finishOf(
  walk: Walk,
  { pick, wrong, by }: Move,
  target: Item,
  token: number
): DossierEvent {
  const { dossier } = walk
  const onsite = documentOf(walk).workflow.stages[dossier.stage].mode === 'onsite'
  const said = (item: string, as: Verdict['as'], effect?: string): Verdict => {
    const reasons = effect ? reasonsBy(walk, effect).slice(0, 1) : []
    return { item, as, reasons, note: null }
  }
  const due = dossier.items.filter((item) => needsVerdict(item, dossier.stage, onsite))
  const others = due.filter(({ id }) => id !== target.id).map(({ id }) => said(id, 'accepted'))
  const manifest = wrong === 3 ? '0'.repeat(64) : (dossier.manifest ?? '')
  const about = (verdict: Verdict): DossierEvent => ({
    type: 'finish',
    ...{ token, manifest, verdicts: [...others, verdict] },
  })
  switch (pick % 10) {
    case 0:
    case 1:
    case 2:
      return about(said(target.id, 'returned', wrong === 2 ? undefined : 'fix'))
    case 3:
      return about(said(target.id, 'accepted', among(['onsite', 'info', 'escalate', 'final'], by)))
    case 4:
      return { type: 'finish', token, manifest, verdicts: others.slice(1) }
    default: {
      const verdicts = due.map(({ id }) => said(id, 'accepted'))
      return { type: 'finish', token, manifest, verdicts }
    }
  }
}

function proposalOf(
  walk: Walk,
  { pick, wrong }: Move,
  id: string,
  token: number,
  ground: string
): DossierEvent {
  const reopens = walk.dossier.state === 'approved'
  const [final] = reasonsBy(walk, 'final')
  return {
    type: 'propose',
    token: reopens ? null : token,
    proposal: reopens
      ? { id, kind: 'reopen', ground, reason: null, toStage: pick % 3 }
      : { id, kind: 'ineligible', ground, reason: wrong === 3 ? 'IMG_BLUR' : final, toStage: null },
  }
}

const NEEDS: readonly Need[] = [
  ...(['required', 'not_asked', 'optional', 'not_asked', 'required', 'declared'] as const),
  'waived',
]

/** The checklist of now with one material changed, gone or new. */
function needsOf({ dossier: { items } }: Walk, { item, pick }: Move, ids: Ids): MaterialNeed[] {
  const needs = items.map(({ id, material, need, min, max }) => ({
    ...{ item: id, material, need, min, max },
  }))
  const at = item % items.length
  if (pick % 11 === 0) return needs.toSpliced(at, 1)
  if (pick % 11 === 1 && !items.some(({ material }) => material === 'SHORT_APPLY')) {
    const need = among(NEEDS, item)
    return [...needs, { item: ids.next(), material: 'SHORT_APPLY', need, min: 1, max: 2 }]
  }
  const min = pick % 13 === 0 ? needs[at].min + 1 : needs[at].min
  const max = Math.max(min, needs[at].max)
  return needs.with(at, { ...needs[at], need: among(NEEDS, pick), min, max })
}
