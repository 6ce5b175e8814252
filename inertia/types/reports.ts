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
