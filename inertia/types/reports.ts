import type { ImageView, ItemState, TimelineEntry } from './dossier.js'
import type { DossierState, RegistrationView } from './regions.js'
import type { ReviewItem } from './review.js'
import type { Bilingual } from './shared.js'

export interface ExportsPageProps {
  /** What the queue was showing, by the keys of its address. */
  filters: Record<string, string>
  mayReveal: boolean
  points: { id: string; name: Bilingual }[]
  exports: {
    id: string
    kind: 'queue' | 'outcomes'
    wholeNumbers: boolean
    reason: string | null
    at: number
    by: string
  }[]
}

export interface PrintPageProps {
  dossier: {
    id: string
    state: DossierState
    round: number
    stage: Bilingual
    submittedAt: number | null
    receipt: string
    /** Hash of what was handed in. */
    manifest: string
    declaration: string
  }
  registration: RegistrationView
  items: {
    id: string
    number: number
    name: Bilingual
    state: ItemState
    images: (ImageView & { placeName: Bilingual | null })[]
    history: ReviewItem['history']
  }[]
  timeline: TimelineEntry[]
}

export type StatisticsTable = 'stages' | 'days' | 'reviewers' | 'materials' | 'reasons'

interface ReturnCount {
  code: string
  name: Bilingual
  n: number
  /** Of the reviews finished in the period; null where there were none. */
  share: number | null
}

export interface StatisticsPageProps {
  span: '7' | '14' | '30' | 'season'
  figures: {
    waiting: number
    overdue: number
    finished: number
    returned: number
    /** Submissions that two people reviewed, and those of which both said the same. */
    agreement: { pairs: number; agreed: number }
    /** Reviews that the open dossiers still need. */
    remaining: number
    /** Null where too little was done to say so. */
    finishesAt: number | null
  }
  stages: { code: string; name: Bilingual; waiting: number; overdue: number }[]
  days: { day: number; accepted: number; returned: number }[]
  reviewers: {
    id: string
    name: string
    accepted: number
    returned: number
    perDay: number
  }[]
  materials: ReturnCount[]
  reasons: ReturnCount[]
}
