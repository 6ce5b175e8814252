import type { Role } from './access.js'
import type { Pin } from './pins.js'
import type { Refusal } from './refusal.js'
import type { Instant } from './time.js'
import { lockedItem } from './step_parts.js'
import { steps } from './transitions.js'

export type Id = string
export type Sha256 = string

export type State =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'returned'
  | 'approved'
  | 'ineligible'
  | 'withdrawn'
  | 'lapsed'
  | 'held'

export type Need =
  'required' | 'optional' | 'not_asked' | 'waived' | 'carried_over' | 'onsite' | 'declared'

/** Who asks. `roles` are those he holds for this dossier's region and exam point (core/access). */
export type By =
  | { kind: 'candidate'; id: Id }
  | { kind: 'staff'; id: Id; roles: readonly Role[] }
  | { kind: 'system'; id: 'clock' | 'registration' | 'release' }

export interface ItemImage {
  id: Id
  sha256: Sha256
  place: string | null
}

export interface Item {
  id: Id
  material: string
  need: Need
  min: number
  max: number
  places: readonly string[]
  /** Materials of which one is enough (CHSI record ↔ certification report). */
  alternatives: readonly string[]
  /** The candidate opened an item that nobody asked him for. */
  wanted: boolean
  images: readonly ItemImage[]
  verdict: ItemVerdict | null
  /** A return stays open until the next submission, however the images change. */
  reopened: Reopening | null
  /** What `reopened` was when the candidate submitted: a recall opens exactly that again. */
  parked: Reopening | null
  /** Who opened it last, and the verdict that it had before: taking a return back restores it. */
  reopenedBy: 'reviewer' | 'registration' | 'release' | null
  before: ItemVerdict | null
  /** When the candidate ticked an online declaration; a return clears it. */
  declaredAt: Instant | null
}

/**
 * What the candidate sees. `stage` says where it was given: a later stage decides anew. Null where no
 * stage counts it any more: the dossier was sent back or reopened, the candidate's tick stays.
 */
export interface ItemVerdict {
  as: 'accepted' | 'returned'
  stage: number | null
}

export interface Reopening {
  changed: boolean
  /** "No change because …" */
  answer: string | null
}

/** A step that needs a second person (DOMAIN.md §3 row 17): nothing moves until he confirms. */
export interface Proposal {
  id: Id
  kind: 'ineligible' | 'reopen'
  by: Id
  ground: string
  /** Final reason of the release, with its legal basis; of `ineligible` only. */
  reason: string | null
  /** Of `reopen` only. */
  toStage: number | null
}

/** A material of the checklist as it is to be now; `item` is the id that a new item gets. */
export interface MaterialNeed {
  item: Id
  material: string
  need: Need
  min: number
  max: number
}

export interface Dossier {
  id: Id
  candidateId: Id
  state: State
  version: number
  stage: number
  round: number
  /** Hash of what was submitted last. */
  manifest: Sha256 | null
  factsRevision: number
  /** Of a return, kept while it is submitted again; of a draft that was given more time by name. */
  deadline: Instant | null
  lastUploadAt: Instant | null
  claim: { by: Id; token: number; until: Instant } | null
  /** The highest token given so far: a new claim's token is one more, so an old holder is fenced off. */
  claimToken: number
  /** Who has already agreed since it came to this stage (four eyes). */
  agreed: readonly Id[]
  /** How often reviewers have returned it. */
  returns: number
  releaseId: Id
  /** Where a recall leads; null once somebody has decided or moved it since the submission. */
  submittedFrom: 'draft' | 'returned' | null
  returnedBy: Id | null
  held: { from: State; at: Instant } | null
  lapsed: { from: 'draft' | 'returned'; at: Instant } | null
  proposal: Proposal | null
  /** Why a lead or the next reviewer should look. */
  flag: 'registration_changed' | 'release_moved' | 'escalated' | 'repeated' | null
  items: readonly Item[]
}

/** The season's upload window at the instant that counts. */
export interface Openness {
  open: boolean
  blackout: boolean
  /** When the last upload window that has begun ends or ended. */
  closesAt: Instant | null
}

export interface StageRule {
  roles: readonly Role[]
  approvals: number
  canReturn: boolean
  canReject: boolean
  mode: 'online' | 'onsite'
}

/** Read by the gate under the row lock: plain data, never a promise. */
export interface Circumstances {
  now: Instant
  window: Openness
  stages: readonly StageRule[]
  /** Where a pass goes (core/workflow, sampling included); null at the last stage. */
  nextStage: number | null
  afterReturn: 'same' | 'first'
  /** Deadline that a return made now gets (core/workflow). */
  returnDeadline: Instant | null
  /** How long after his last in-flight upload a candidate may still submit, ms. */
  uploadGrace: number
  claimLease: number
  factsRevision: number
  declarationVersion: string
  unreadNotices: readonly Id[]
  /** End of the last upload part, where the region has any. */
  uploadsEndAt: Instant | null
  /** The longest time an upload may take, ms: nothing lapses while one may be under way. */
  uploadLongest: number
  atClose: 'lapse' | 'submit_if_complete'
  onReturnDue: 'lapse' | 'back_to_review'
  /** How often reviewers may return a dossier; null: as often as needed. */
  maxReturns: number | null
  /** Why this person must not review this dossier. */
  conflict: 'own' | 'declared' | null
  /** The region lets its staff add pictures on a candidate's behalf. */
  staffUploads: boolean
  /** Effects of the release's return reasons by code. */
  reasonEffects: Readonly<Record<string, string>>
  /** Where a review ends: how often each item was returned for each reason, as `item reason`. */
  timesReturned: ReadonlyMap<string, number>
}

export interface Verdict {
  item: Id
  as: 'accepted' | 'returned'
  reasons: readonly string[]
  note: string | null
  /** Where on the item's pictures; absent: nowhere. */
  pins?: readonly Pin[]
}

export type DossierEvent =
  | { type: 'want'; item: Id; wanted: boolean }
  /** `text`: version of the words that were read; the audit keeps it. */
  | { type: 'declare'; item: Id; declared: boolean; text?: string }
  | { type: 'add_image'; item: Id; image: ItemImage; startedAt: Instant; replaces?: Id }
  | { type: 'delete_image'; item: Id; image: Id }
  | { type: 'reorder'; item: Id; order: readonly Id[] }
  | { type: 'answer'; item: Id; because: string }
  | { type: 'submit'; declarationVersion: string }
  | { type: 'recall' }
  | { type: 'withdraw' }
  | { type: 'claim' }
  | { type: 'renew_claim'; token: number }
  | { type: 'release_claim'; token: number }
  | { type: 'claim_expired' }
  | { type: 'take_over' }
  | { type: 'declare_conflict'; token: number }
  | { type: 'finish'; token: number; manifest: Sha256; verdicts: readonly Verdict[] }
  | { type: 'take_back' }
  | { type: 'step_back'; token: number; toStage: number; reason: string }
  | { type: 'propose'; token: number | null; proposal: Omit<Proposal, 'by'> }
  | { type: 'confirm'; proposal: Id }
  | { type: 'refuse'; proposal: Id; because: string }
  | { type: 'hold'; ground: string }
  | { type: 'release_hold' }
  | { type: 'reinstate'; ground: string; deadline: Instant | null }
  | { type: 'extend'; by: number; since: Instant }
  | { type: 'lapse' }
  /** `answered`: the candidate himself said so, and need not be told. */
  | {
      type: 'facts_changed'
      factsRevision: number
      needs: readonly MaterialNeed[]
      answered?: boolean
    }
  /** `stages`: how many the new release's workflow has. */
  | { type: 'move_release'; releaseId: Id; stages: number; needs: readonly MaterialNeed[] }

export type Effect =
  | { kind: 'message'; template: string; variables: Record<string, string | number> }
  /** `declared`: the candidate has ticked the declaration; not so where the clock submits. */
  | { kind: 'manifest'; declared: boolean }
  /** `reopenedBy`: open at once in a return that nobody but the registration or a release made. */
  | { kind: 'open_item'; need: MaterialNeed; reopenedBy: 'registration' | 'release' | null }
  | { kind: 'place_image'; item: Id; image: ItemImage; at: Id | null }
  | { kind: 'remove_image'; item: Id; image: Id }
  | { kind: 'order_images'; item: Id; order: readonly Id[] }
  | { kind: 'decisions'; verdicts: readonly Verdict[] }
  /** Decisions of this person on these items count no longer; the rows stay. */
  | { kind: 'take_back'; items: readonly Id[] }
  | { kind: 'open_proposal'; proposal: Proposal }
  | { kind: 'close_proposal'; id: Id; outcome: 'confirmed' | 'refused' | 'moot' }
  | { kind: 'conflict' }
  /** Whose claim a lead took over. */
  | { kind: 'claim_lost'; staff: Id }
  /** Words of a person: they stand in rows of their own, never in the audit chain. */
  | { kind: 'remark'; about: string; item: Id | null; text: string }

export interface Change {
  to: State
  dossier: Partial<Omit<Dossier, 'id' | 'candidateId' | 'state' | 'version' | 'items' | 'proposal'>>
  items: readonly { id: Id; set: ItemChange }[]
  effects: readonly Effect[]
}

export type ItemChange = Partial<
  Pick<
    Item,
    | 'need'
    | 'min'
    | 'max'
    | 'wanted'
    | 'verdict'
    | 'reopened'
    | 'parked'
    | 'reopenedBy'
    | 'before'
    | 'declaredAt'
  >
>

export type Decision = { ok: true; row: string; change: Change } | { ok: false; refusal: Refusal }

type Of<T extends DossierEvent['type']> = Extract<DossierEvent, { type: T }>

/** One row of DOMAIN.md §3. `from` and `by` refuse first, then `guard`; `when` chooses between rows. */
export interface Step<T extends DossierEvent['type']> {
  row: string
  from: readonly State[]
  /** Where it can lead; '=' stays. The checker of the audit holds every entry to it (I9). */
  to: readonly (State | '=')[]
  by: (by: By, dossier: Dossier, c: Circumstances) => Refusal | null
  when?: (dossier: Dossier, event: Of<T>, c: Circumstances, by: By) => boolean
  guard?: (dossier: Dossier, event: Of<T>, c: Circumstances, by: By) => Refusal | null
  change: (dossier: Dossier, event: Of<T>, c: Circumstances, by: By) => Change
}

/** Every event has rows, or the table does not compile. */
export type Steps = { [T in DossierEvent['type']]: readonly Step<T>[] }

/**
 * What an event does to a dossier, by the table of DOMAIN.md §3. Pure: the gate reads the
 * circumstances under the row lock, calls this, and writes what it says.
 */
export function decide(dossier: Dossier, event: DossierEvent, by: By, c: Circumstances): Decision {
  const rows = steps[event.type] as readonly Step<any>[]
  const row = rows.find(
    (step) => step.from.includes(dossier.state) && (!step.when || step.when(dossier, event, c, by))
  )
  if (!row) return { ok: false, refusal: refuseState(dossier, event, c) }
  const refusal = row.by(by, dossier, c) ?? row.guard?.(dossier, event, c, by) ?? null
  if (refusal) return { ok: false, refusal }
  return { ok: true, row: row.row, change: row.change(dossier, event, c, by) }
}

function refuseState(dossier: Dossier, event: DossierEvent, c: Circumstances): Refusal {
  const { state } = dossier
  if ('item' in event) {
    // Where the lock is open there is still nothing to answer (draft) or to ask for (returned).
    const open: Refusal = { code: 'ITEM_LOCKED', params: { reason: 'not_returned' } }
    return lockedItem(dossier, event.item, c, c.now) ?? { ...open, items: [event.item] }
  }
  if (event.type === 'submit') return { code: 'ALREADY_SUBMITTED', params: { state } }
  if (event.type === 'claim') return { code: 'NOT_CLAIMABLE', params: { state } }
  return { code: 'STATE_MOVED_ON', params: { state } }
}

/** Whether the table knows this step: `event` by `row` from one state to another. */
export function isLegal(event: string, row: string, from: State, to: State): boolean {
  const rows: readonly Pick<Step<any>, 'row' | 'from' | 'to'>[] =
    (steps as Record<string, any>)[event] ?? []
  return rows.some(
    (step) =>
      step.row === row &&
      step.from.includes(from) &&
      (step.to.includes(to) || (from === to && step.to.includes('=')))
  )
}
