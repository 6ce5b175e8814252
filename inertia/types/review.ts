import type { Bilingual } from './shared.js'
import type { DossierState, RegistrationView } from './regions.js'
import type { ImageView, ItemNeed, ItemState, PinView, TimelineEntry } from './dossier.js'

export interface QueueRow {
  id: string
  name: string
  externalNumber: string
  category: Bilingual
  examPoint: Bilingual
  state: DossierState
  stage: Bilingual | null
  round: number
  images: number
  submittedAt: number | null
  /** When it entered this stage; its waiting time counts from here. */
  waitingSince: number
  /** Until when staff, or after a return the candidate, should have done his part. */
  dueAt: number | null
  overdue: boolean
  /** It was drawn for a stage that sees a sample only. */
  sampled: boolean
  claim: { name: string; mine: boolean; until: number } | null
  /** The viewer may claim it now. */
  claimable: boolean
  /** A second person is being asked. */
  proposed: boolean
  flag: DossierFlag | null
}

export interface QueuePageProps {
  tabs: { code: QueueTab; count: number }[]
  tab: QueueTab
  figures: { waiting: number; overdue: number; mine: number; approvedToday: number }
  points: { id: string; name: Bilingual }[]
  categories: { id: string; name: Bilingual }[]
  stages: Bilingual[]
  /** Hours. */
  ages: number[]
  /** The last stands for all that follow. */
  rounds: number[]
  /** As the address asks; what asks nothing is ''. */
  filters: QueueAsked
  saved: SavedFilterView[]
  /** What the address asks and nobody knows. */
  ignored: string[]
  rows: QueueRow[]
  /** Cursors of the pages after and before this one, or null at the ends. */
  next: string | null
  previous: string | null
  /** When the page was made. */
  asOf: number
}

export type QueueAsked = Record<
  'q' | 'point' | 'category' | 'stage' | 'age' | 'round' | 'flag' | 'sort',
  string
>

export interface SavedFilterView {
  name: string
  /** As an address asks it. */
  query: string
  isDefault: boolean
}

/** What has changed of a page of the queue that lies open. */
export interface QueueNews {
  rows: Pick<QueueRow, 'id' | 'state' | 'claim' | 'claimable'>[]
  /** How many have come into the list since. */
  fresh: number
  /** The viewer's claims that a lead took over. */
  lost: { id: string; at: number; by: string; dossier: string; name: string }[]
  asOf: number
}

/** `mine`: dossiers the viewer has claimed; `waiting`: those he could claim. */
export type QueueTab =
  | ('waiting' | 'mine' | 'proposed' | 'flagged' | 'submitted')
  | ('returned' | 'held' | 'approved' | 'ended' | 'all')

/** Why a lead or the next reviewer should look. */
export type DossierFlag = 'registration_changed' | 'release_moved' | 'escalated' | 'repeated'

/** A step that waits for a second person. */
export interface ProposalView {
  id: string
  kind: 'ineligible' | 'reopen'
  by: string
  mine: boolean
  at: number
  ground: string
  reason: Bilingual | null
  toStage: Bilingual | null
}

/** What the viewer could do with the dossier now, beside reviewing it; asked of the transition table. */
export interface OfferedSteps {
  takeOver: boolean
  takeBack: boolean
  conflict: boolean
  /** Earlier stages that the holder may send it back to. */
  stepBack: number[]
  proposeIneligible: boolean
  /** Stages at which an approved dossier could be reviewed again. */
  proposeReopening: number[]
  confirm: boolean
  refuse: boolean
  hold: boolean
  releaseHold: boolean
  reinstate: boolean
}

export interface ReasonView {
  code: string
  text: Bilingual
  fix: Bilingual
  effect: 'fix' | 'onsite' | 'info' | 'escalate' | 'final'
}

export interface VerdictView {
  verdict: 'accepted' | 'returned'
  reasons: string[]
  note: string | null
  pins: VerdictPin[]
}

/** A pin of a verdict; its number is its place in the list. */
export interface VerdictPin {
  image: string
  x: number
  y: number
  /** One of the verdict's reasons, by code. */
  reason: string | null
  note: string | null
}

export interface ReviewImage extends ImageView {
  placeName: Bilingual | null
  /** It lies in this dossier, so it can be pinned; what is carried over lies in an earlier one. */
  own: boolean
  /** Its bytes were not there in the round before. */
  isNew: boolean
  /** The picture of the round before that it stands in place of. */
  before: ImageView | null
}

/** What a plugin found about an item's pictures (docs/design/ARCHITECTURE.md, `check_results`). */
export interface CheckResult {
  /** Of the plugin, one of its own for each thing it looks at. */
  code: string
  level: 'ok' | 'warning' | 'error'
  text: Bilingual
  /** The plugin's name. */
  by: Bilingual
}

export interface ReviewItem {
  id: string
  number: number
  material: string
  name: Bilingual
  need: ItemNeed
  state: ItemState
  why: Bilingual
  guidance: Bilingual
  samples: { url: string; place: string | null }[]
  images: ReviewImage[]
  /** What was submitted in the round before; empty in the first one. */
  lastRound: ImageView[]
  /** What was approved last season, where the candidate has given pictures anew. */
  lastSeason: ImageView[]
  checks: CheckResult[]
  /** This item needs a verdict before the dossier can leave this stage. */
  needsVerdict: boolean
  /** Verdicts this stage has already given in this round or kept from an earlier one. */
  settled: VerdictView | null
  /** The viewer's own unsent verdict. */
  draft: VerdictView | null
  /** Of this material first: those that a verdict may give at this stage. */
  reasons: ReasonView[]
  changedSinceLastRound: boolean
  answer: string | null
  history: {
    at: number
    stage: Bilingual
    verdict: 'accepted' | 'returned'
    reasons: Bilingual[]
    note: string | null
    by: string
    pins: PinView[]
  }[]
}

export interface ReviewPageProps {
  dossier: {
    id: string
    state: DossierState
    version: number
    round: number
    stage: number
    stages: (Bilingual & { mode: 'online' | 'onsite' })[]
    submittedAt: number | null
    manifest: string | null
    flag: DossierFlag | null
    /** Where it stood when it was held or lapsed. */
    endedFrom: DossierState | null
    canReturn: boolean
    isLastStage: boolean
    /** It was drawn for this stage, which sees a sample only. */
    sampled: boolean
    /** Suggested deadline of a return. */
    returnDeadline: number | null
  }
  registration: RegistrationView
  claim: { name: string; mine: boolean; until: number; token: number } | null
  claimable: boolean
  steps: OfferedSteps
  proposal: ProposalView | null
  /** What staff wrote as grounds, newest first. */
  remarks: { about: string; text: string; by: string; at: number }[]
  /** Reasons that end a dossier, with their legal basis. */
  finalReasons: ReasonView[]
  items: ReviewItem[]
  /** Reasons that fit any material, after its own. */
  commonReasons: ReasonView[]
  timeline: TimelineEntry[]
}
