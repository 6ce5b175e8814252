import type { Bilingual } from './shared.js'
import type {
  ContactView,
  DossierState,
  ExtendedView,
  NoticeView,
  RegistrationView,
} from './regions.js'

export type ItemState =
  | 'not_asked'
  | 'empty'
  | 'incomplete'
  | 'ready'
  | 'locked'
  | 'accepted'
  | 'returned'
  | 'carried_over'
  | 'waived'
  | 'onsite'
  | 'declared'

export type ItemNeed =
  'required' | 'optional' | 'not_asked' | 'carried_over' | 'waived' | 'onsite' | 'declared'

/** The image rules of one material, from its release; shown at every upload. */
export interface ImageRulesView {
  formats: ('jpg' | 'jpeg' | 'png')[]
  maxBytes: number
  minBytes: number | null
  minShortSide: number
  requireColour: boolean
}

export interface ImageView {
  id: string
  /** A place's code (portrait, emblem, front, back) or null. */
  place: string | null
  /** 1-based among the item's images. */
  position: number
  thumbnailUrl: string
  previewUrl: string
  /** Pixel for pixel, where the preview has fewer. */
  fullUrl: string | null
  width: number
  height: number
  bytes: number
  /** Who of the staff added it on the candidate's behalf, and when. */
  addedFor: { by: string; at: number } | null
}

/** A numbered spot on a picture that a reviewer points at. */
export interface PinView {
  number: number
  /** Id of the picture; it may have been replaced since. */
  image: string
  /** Parts of the upright picture's width and height, 0 to 1. */
  x: number
  y: number
  reason: Bilingual | null
  note: string | null
}

export interface ReturnedView {
  at: number
  until: number | null
  /** Stage that returned it, e.g. 考点审核. */
  by: Bilingual
  reasons: { code: string; text: Bilingual; fix: Bilingual }[]
  note: string | null
  pins: PinView[]
}

export interface ItemView {
  id: string
  /** 1-based number on the page. */
  number: number
  material: string
  name: Bilingual
  group: string
  need: ItemNeed
  state: ItemState
  editable: boolean
  /** Refusal code of the lock, or null while editable; translated by `locks.<code>`. */
  lockReason: string | null
  /** The candidate opened an item that nobody asked him for. */
  wanted: boolean
  min: number
  max: number
  places: { code: string; name: Bilingual }[]
  why: Bilingual
  guidance: Bilingual
  sampleNote: Bilingual
  samples: { url: string; place: string | null }[]
  /** Names of materials of which one is enough. */
  alternatives: Bilingual[]
  rules: ImageRulesView
  images: ImageView[]
  /** Pictures that are hidden while the item is not asked for. */
  keptImages: number
  /** Of an item that is declared online instead of uploaded. */
  declaration: { text: Bilingual; version: string; declaredAt: number | null; open: boolean } | null
  returned: ReturnedView | null
  /** "No change because …", given for a returned item. */
  answer: string | null
  changedSinceReturn: boolean
  acceptedAt: number | null
}

export interface TimelineEntry {
  at: number
  /** Translated by `timeline.<action>` with `params`. */
  action: string
  params: Record<string, string | number>
  /** Name of the member of staff who did it; told to staff only. */
  by: string | null
}

export interface MessageView {
  id: string
  at: number
  /** Translated by `messages.<template>.title` / `.body` with `params`. */
  template: string
  params: Record<string, string | number>
  readAt: number | null
}

export interface CommentView {
  at: number
  material: Bilingual
  itemId: string
  verdict: 'accepted' | 'returned'
  reasons: Bilingual[]
  note: string | null
}

/** What became of the list when the dossier followed a newer release. */
export interface ReleaseNewsView {
  at: number
  added: Bilingual[]
  gone: Bilingual[]
}

/** A question that only the candidate can answer. */
export interface QuestionView {
  code: string
  text: Bilingual
  choices: { value: string | number | boolean; text: Bilingual }[]
  /** Null while it is open. */
  answer: string | number | boolean | null
}

export interface ChangedItem {
  code: string
  name: Bilingual
  need: ItemNeed
  images: number
}

/** What other answers would change. */
export interface AnswersPreview {
  questions: QuestionView[]
  added: ChangedItem[]
  dropped: ChangedItem[]
  changed: ChangedItem[]
}

export interface DossierPageProps {
  dossier: {
    id: string
    state: DossierState
    version: number
    round: number
    stages: Bilingual[]
    /** Index into `stages`. */
    stage: number
    deadline: number | null
    uploadClosesAt: number | null
    /** Of a draft while uploads are closed by time alone: the next opening. */
    opensAt: number | null
    /** When time alone opens or closes uploads next. */
    nextChangeAt: number | null
    /** The page offers the submit button (draft in an open window, or returned before its deadline). */
    submittable: boolean
    /** Why nothing can be edited although the dossier is not submitted (window closed, switched off). */
    closedBecause: Bilingual | null
    receipt: { number: string; at: number; round: number; images: number } | null
    /** The submission may still be taken back. */
    recallable: boolean
    /** It has not ended, so it may be given up. */
    withdrawable: boolean
    /** How long this stage usually takes, hours; null where the region promises nothing. */
    stageHours: number | null
    stageEnteredAt: number
  }
  /** Of what is live in the season: another one means that there is something to fetch. */
  revision: string
  extended: ExtendedView | null
  registration: RegistrationView
  items: ItemView[]
  notices: NoticeView[]
  declaration: { version: string; text: Bilingual }
  questionnaire: { revision: number; editable: boolean; questions: QuestionView[] }
  /** What he brings to the stage on site; null where none lies ahead. */
  originals: { stage: Bilingual; names: Bilingual[] } | null
  /** Offices that can be asked, the nearest first. */
  contacts: ContactView[]
  /** What still stands between the candidate and submitting. */
  blockers: { code: string; message: string; items: string[] }[]
  progress: { required: number; done: number }
  /** What reviewers said, newest first. */
  comments: CommentView[]
  timeline: TimelineEntry[]
  messages: MessageView[]
  /** Null where its release has not changed. */
  news: ReleaseNewsView | null
}
