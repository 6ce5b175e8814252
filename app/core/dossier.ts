import type { Role } from './access.js'
import type { Refusal } from './refusal.js'
import type { Instant } from './time.js'
import { lockedItem, steps } from './transitions.js'

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
  /** What the candidate sees; `stage` says where it was given: a later stage decides anew. */
  verdict: { as: 'accepted' | 'returned'; stage: number } | null
  /** A return stays open until the next submission, however the images change. */
  reopened: { changed: boolean; answer: string | null } | null
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
  /** Of a return, ms. */
  deadline: Instant | null
  lastUploadAt: Instant | null
  claim: { by: Id; token: number; until: Instant } | null
  /** The highest token given so far: a new claim's token is one more, so an old holder is fenced off. */
  claimToken: number
  /** Who has already agreed at this stage in this round (four eyes). */
  agreed: readonly Id[]
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
  /** Effects of the release's return reasons by code. */
  reasonEffects: Readonly<Record<string, string>>
}

export interface Verdict {
  item: Id
  as: 'accepted' | 'returned'
  reasons: readonly string[]
  note: string | null
}

export type DossierEvent =
  | { type: 'want'; item: Id; wanted: boolean }
  | { type: 'add_image'; item: Id; image: ItemImage; startedAt: Instant }
  | { type: 'delete_image'; item: Id; image: Id }
  | { type: 'answer'; item: Id; because: string }
  | { type: 'submit'; declarationVersion: string }
  | { type: 'claim' }
  | { type: 'renew_claim'; token: number }
  | { type: 'release_claim'; token: number }
  | { type: 'claim_expired' }
  | { type: 'finish'; token: number; manifest: Sha256; verdicts: readonly Verdict[] }

export type Effect =
  | { kind: 'message'; template: string; variables: Record<string, string | number> }
  | { kind: 'manifest' }
  | { kind: 'place_image'; item: Id; image: ItemImage }
  | { kind: 'remove_image'; item: Id; image: Id }
  | { kind: 'decisions'; verdicts: readonly Verdict[] }

export interface Change {
  to: State
  dossier: Partial<Omit<Dossier, 'id' | 'candidateId' | 'state' | 'version' | 'items' | 'agreed'>>
  items: readonly { id: Id; set: Partial<Pick<Item, 'wanted' | 'verdict' | 'reopened'>> }[]
  effects: readonly Effect[]
}

export type Decision = { ok: true; row: string; change: Change } | { ok: false; refusal: Refusal }

type Of<T extends DossierEvent['type']> = Extract<DossierEvent, { type: T }>

/** One row of DOMAIN.md §3. `from` and `by` refuse first, then `guard`; `when` chooses between rows. */
export interface Step<T extends DossierEvent['type']> {
  row: string
  from: readonly State[]
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
