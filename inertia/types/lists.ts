import type { DossierState } from './regions.js'
import type { DossierFlag } from './review.js'
import type { Bilingual } from './shared.js'

/** A step to confirm, another reviewer's word that is asked for, what a lead should look at. */
export type SecondLookList = 'proposed' | 'another' | 'flagged'

interface ListedDossier {
  id: string
  name: string
  externalNumber: string
  category: Bilingual
  examPoint: Bilingual
  round: number
}

export interface SecondLookRow extends ListedDossier {
  state: DossierState
  stage: Bilingual | null
  /** Since when it stands at this stage. */
  since: number
  flag: DossierFlag | null
  proposal: {
    kind: 'ineligible' | 'reopen'
    ground: string
    reason: Bilingual | null
    by: string
    at: number
    /** Nobody decides on his own. */
    mine: boolean
  } | null
  approvals: { given: number; needed: number; mine: boolean } | null
}

export interface SecondLooksPageProps {
  list: SecondLookList
  lists: { code: SecondLookList; count: number }[]
  rows: SecondLookRow[]
  paged: boolean
  next: string | null
}

export type CallOutcome = 'reached' | 'not_reached' | 'wrong_number'

export interface PhoneListRow extends ListedDossier {
  phoneMasked: string
  /** Since when the return waits for the candidate to look. */
  unreadSince: number
  deadline: number | null
  /** What was tried since, newest first. */
  calls: { outcome: CallOutcome; note: string | null; at: number; by: string }[]
}

export interface PhoneListPageProps {
  /** After how many hours an unread return is on the list; null: the region keeps none. */
  hours: number | null
  rows: PhoneListRow[]
  paged: boolean
  next: string | null
  mayCall: boolean
}
