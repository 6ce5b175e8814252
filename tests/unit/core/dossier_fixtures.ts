import {
  decide,
  type By,
  type Change,
  type Circumstances,
  type Decision,
  type Dossier,
  type DossierEvent,
  type Effect,
  type Item,
  type ItemImage,
  type Need,
  type StageRule,
  type State,
  type Verdict,
} from '#app/core/dossier'
import type { Role } from '#app/core/access'
import type { Pin } from '#app/core/pins'
import { DAY, MINUTE } from '#app/core/time'
import { china } from './fixtures.js'

export const STATES: readonly State[] = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'held',
  'approved',
  'ineligible',
  'withdrawn',
  'lapsed',
]
/** Every way from state to state, by its row of DOMAIN.md §3. */
export const EDGES: readonly string[] = [
  '2: draft → draft',
  '2: returned → returned',
  '3: draft → submitted',
  '4: submitted → in_review',
  '4: in_review → in_review',
  '4b: in_review → submitted',
  '5: in_review → returned',
  '6: returned → returned',
  '6: returned → submitted',
  '7: in_review → submitted',
  '7a: in_review → submitted',
  '8: in_review → approved',
]
export const NEEDS: readonly Need[] = [
  'required',
  'optional',
  'not_asked',
  'waived',
  'carried_over',
  'onsite',
  'declared',
]

export const NOW = china('2027-01-20 12:00')
export const CLOSES = china('2027-01-28 00:00')
export const LEASE = 20 * MINUTE
export const GRACE = 10 * MINUTE

const staff = (id: string, ...roles: Role[]): By => ({ kind: 'staff', id, roles })
export const owner: By = { kind: 'candidate', id: 'zhang' }
export const stranger: By = { kind: 'candidate', id: 'li' }
export const reviewer = staff('wu', 'point_reviewer')
export const colleague = staff('sun', 'point_reviewer')
export const pointAdmin = staff('qian', 'point_admin')
export const regionReviewer = staff('zhou', 'region_reviewer')
export const lead = staff('zheng', 'region_lead')
export const clock: By = { kind: 'system', id: 'clock' }
export const registration: By = { kind: 'system', id: 'registration' }

export const image = (id: string, place: string | null = null, sha256 = `of ${id}`): ItemImage => ({
  id,
  sha256,
  place,
})

export const item = (id: string, change: Partial<Item> = {}): Item => ({
  id,
  material: id.toUpperCase(),
  need: 'required',
  min: 1,
  max: 3,
  places: [],
  alternatives: [],
  wanted: false,
  images: [],
  verdict: null,
  reopened: null,
  parked: null,
  reopenedBy: null,
  before: null,
  declaredAt: null,
  ...change,
})

/** All that is asked is there: two sides of the card, a diploma, one of two alternatives. */
const items: readonly Item[] = [
  item('card', {
    min: 2,
    max: 2,
    places: ['front', 'back'],
    images: [image('front', 'front'), image('back', 'back')],
  }),
  item('diploma', { images: [image('scan')] }),
  item('chsi', { alternatives: ['REPORT'], images: [image('record')] }),
  item('report', { need: 'optional', alternatives: ['CHSI'] }),
  item('other', { need: 'optional', min: 0 }),
  item('licence', { need: 'not_asked' }),
  item('kept', { need: 'carried_over' }),
]

const draft: Dossier = {
  id: 'dossier',
  candidateId: 'zhang',
  state: 'draft',
  version: 1,
  stage: 0,
  round: 0,
  manifest: null,
  factsRevision: 1,
  deadline: null,
  lastUploadAt: NOW - DAY,
  claim: null,
  claimToken: 0,
  agreed: [],
  returns: 0,
  releaseId: 'release',
  submittedFrom: null,
  returnedBy: null,
  held: null,
  lapsed: null,
  proposal: null,
  flag: null,
  items,
}
const submitted: Dossier = {
  ...draft,
  state: 'submitted',
  round: 1,
  manifest: 'sent',
  submittedFrom: 'draft',
}

const RETURNED = {
  claimToken: 1,
  deadline: NOW + DAY,
  submittedFrom: null,
  returns: 1,
  returnedBy: 'wu',
}

/** A dossier as it stands in a state: in review it is wu's, returned it is the diploma that is open. */
export function dossierIn(state: State, change: Partial<Dossier> = {}): Dossier {
  const named: Partial<Record<State, Dossier>> = {
    draft,
    held: { ...submitted, held: { from: 'submitted', at: NOW - DAY } },
    lapsed: { ...draft, lapsed: { from: 'draft', at: NOW - DAY } },
    in_review: {
      ...submitted,
      claim: { by: 'wu', token: 1, until: NOW + LEASE },
      claimToken: 1,
    },
    returned: withItem({ ...submitted, ...RETURNED }, 'diploma', {
      verdict: { as: 'returned', stage: 0 },
      reopened: { changed: false, answer: null },
      reopenedBy: 'reviewer',
    }),
  }
  return { ...(named[state] ?? submitted), state, ...change }
}

export function withItem(dossier: Dossier, id: string, change: Partial<Item>): Dossier {
  return {
    ...dossier,
    items: dossier.items.map((one) => (one.id === id ? { ...one, ...change } : one)),
  }
}

export const stage = (change: Partial<StageRule> = {}): StageRule => ({
  roles: ['point_reviewer'],
  approvals: 1,
  canReturn: true,
  canReject: true,
  mode: 'online',
  ...change,
})

export function circumstances(change: Partial<Circumstances> = {}): Circumstances {
  return {
    now: NOW,
    window: { open: true, blackout: false, closesAt: CLOSES },
    stages: [stage({ roles: ['point_reviewer'] })],
    nextStage: null,
    afterReturn: 'same',
    returnDeadline: NOW + 2 * DAY,
    uploadGrace: GRACE,
    claimLease: LEASE,
    factsRevision: 1,
    declarationVersion: 'v1',
    unreadNotices: [],
    uploadsEndAt: CLOSES,
    uploadLongest: GRACE,
    atClose: 'lapse',
    onReturnDue: 'lapse',
    maxReturns: null,
    conflict: null,
    staffUploads: false,
    reasonEffects: {
      IMG_BLUR: 'fix',
      VER_ONSITE: 'onsite',
      MATCH_EDU: 'info',
      ELI_FRAUD: 'escalate',
      ELI_MAJOR: 'final',
    },
    timesReturned: new Map(),
    ...change,
  }
}

export const usual = circumstances()
export const at = (now: number, change: Partial<Circumstances> = {}) =>
  circumstances({ now, ...change })

const stages = (approvals: number, ...roles: Role[]) =>
  roles.map((role) => stage({ roles: [role], approvals }))
export const fourEyes = circumstances({ stages: stages(2, 'point_reviewer') })
/** Point, region and so on, as the gate reads them for a dossier at `stage` of so many. */
export const stageOf = (count: number, index: number, change: Partial<Circumstances> = {}) =>
  circumstances({
    stages: stages(1, 'point_reviewer', 'region_reviewer', 'region_lead').slice(0, count),
    nextStage: index + 1 < count ? index + 1 : null,
    ...change,
  })

export const upload = (id: string, picture = image('new'), startedAt = NOW): DossierEvent => ({
  type: 'add_image',
  item: id,
  image: picture,
  startedAt,
})
export const remove = (id: string, picture: string): DossierEvent => ({
  type: 'delete_image',
  item: id,
  image: picture,
})
export const submit: DossierEvent = { type: 'submit', declarationVersion: 'v1' }
export const reply = (id: string, because: string): DossierEvent => ({
  type: 'answer',
  item: id,
  because,
})

export const want = (id: string, wanted = true): DossierEvent => ({
  type: 'want',
  item: id,
  wanted,
})
export const claim: DossierEvent = { type: 'claim' }
export const renew = (token = 1): DossierEvent => ({ type: 'renew_claim', token })
export const release = (token = 1): DossierEvent => ({ type: 'release_claim', token })
export const expire: DossierEvent = { type: 'claim_expired' }

export const accept = (...ids: string[]): Verdict[] =>
  ids.map((id) => ({ item: id, as: 'accepted', reasons: [], note: null }))
export const giveBack = (id: string, ...reasons: string[]): Verdict => ({
  item: id,
  as: 'returned',
  reasons: reasons.length > 0 ? reasons : ['IMG_BLUR'],
  note: '反光,请重拍',
})
/** The card given back, pointing at a spot on its front. */
export const pinned = (change: Partial<Pin> = {}): Verdict => ({
  ...giveBack('card'),
  pins: [{ image: 'front', x: 0.5, y: 0.25, reason: 'IMG_BLUR', note: null, ...change }],
})
/** Everything that `dossierIn` gives the reviewer to judge. */
export const acceptAll = accept('card', 'diploma', 'chsi')

export const finish = (
  verdicts: readonly Verdict[],
  change: { token?: number; manifest?: string } = {}
): DossierEvent => ({ type: 'finish', token: 1, manifest: 'sent', verdicts, ...change })

/** The table's row that is taken, or the refusal's code (with the lock's reason). */
export function outcome(decision: Decision): string {
  if (decision.ok) return decision.row
  const { code, params } = decision.refusal
  return params?.reason ? `${code} ${params.reason}` : code
}

/** What an allowed event changes. */
export function changeOf(decision: Decision): Change {
  if (!decision.ok) throw new Error(outcome(decision))
  return decision.change
}

/** What the database would hold afterwards: the gate's writing, on plain data. */
export function written(dossier: Dossier, change: Change, _by: By): Dossier {
  const next = { ...dossier, ...change.dossier, state: change.to, version: dossier.version + 1 }
  let after = next.items
  for (const { id, set } of change.items) {
    after = after.map((one) => (one.id === id ? { ...one, ...set } : one))
  }
  for (const effect of change.effects) {
    if (effect.kind === 'open_proposal') next.proposal = effect.proposal
    if (effect.kind === 'close_proposal') next.proposal = null
    if (effect.kind === 'open_item') after = [...after, openedItem(effect)]
    if ('item' in effect) {
      after = after.map((one) => (one.id === effect.item ? withEffect(one, effect) : one))
    }
  }
  if (change.effects.some(({ kind }) => kind === 'manifest')) {
    next.manifest = after.flatMap(({ images }) => images.map(({ sha256 }) => sha256)).join()
  }
  return { ...next, items: after }
}

function openedItem({ need, reopenedBy }: Extract<Effect, { kind: 'open_item' }>): Item {
  const { item: id, material, min, max } = need
  return item(id, {
    ...{ material, need: need.need, min, max },
    ...(reopenedBy && {
      verdict: { as: 'returned', stage: 0 },
      reopened: { changed: false, answer: null },
      reopenedBy,
    }),
  })
}

function withEffect(one: Item, effect: Effect): Item {
  switch (effect.kind) {
    case 'place_image':
      return { ...one, images: [...one.images, effect.image] }
    case 'remove_image':
      return { ...one, images: one.images.filter(({ id }) => id !== effect.image) }
    case 'order_images':
      return { ...one, images: effect.order.map((id) => one.images.find((i) => i.id === id)!) }
    default:
      return one
  }
}

/** Walks a dossier along the table; throws at the first refusal. */
export function walk(
  dossier: Dossier,
  ...steps: readonly [By, DossierEvent | ((now: Dossier) => DossierEvent), Circumstances][]
): Dossier {
  return steps.reduce((now, [by, step, around]) => {
    const event = typeof step === 'function' ? step(now) : step
    const decision = decide(now, event, by, around)
    if (!decision.ok) throw new Error(`${event.type}: ${outcome(decision)}`)
    return written(now, decision.change, by)
  }, dossier)
}
