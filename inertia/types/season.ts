import type { ConditionJson, Vocabulary } from './catalog.js'
import type { Bilingual } from './shared.js'

export interface SeasonWindowView {
  kind: string
  startsAt: number
  /** Exclusive. */
  endsAt: number
  zh: string | null
  en: string | null
}

export interface AudienceRuleView {
  when: ConditionJson
  show: boolean
  messageZh: string | null
  messageEn: string | null
  /** The condition as a sentence. */
  words: Bilingual
}

export interface NotificationsView {
  channels: string[]
  quietHours: [string, string]
  phoneListForUnreadHours: number | null
  smsReturnZh: string | null
  smsReturnEn: string | null
}

export interface CopiedView {
  region: { id: string; zh: string; en: string }
  year: number
  release: number
  materials: number
  stages: number
  windows: number
  years: number
  audience: number
}

export type SeasonState = 'current' | 'prepared' | 'archived'

export interface SeasonView {
  id: string
  year: number
  /** Whoever saves says which one he saw. */
  version: number
  state: SeasonState
  uploadsOn: boolean
  windows: SeasonWindowView[]
  returnCapAt: number | null
  button: Bilingual
  offMessage: Bilingual
  audience: AudienceRuleView[]
  notifications: NotificationsView
  /** Staff may add pictures on a candidate's behalf. */
  staffUploads: boolean
  copied: CopiedView | null
}

export interface ExtensionView {
  id: string
  since: number
  movedBy: number
  oldEnd: number | null
  newEnd: number | null
  reason: Bilingual
  by: string | null
  at: number
  told: number
  moved: number
  revived: number
  leftOut: number
  finishedAt: number | null
}

export interface SeasonPageProps {
  season: SeasonView
  openness: {
    open: boolean
    reason: string | null
    closesAt: number | null
    opensAt: number | null
    nextChangeAt: number | null
  }
  kinds: string[]
  channels: string[]
  /** Channels that nobody provides: kept, and nothing is sent by them. */
  unavailable: string[]
  /** What conditions may ask for; null without a release. */
  vocabulary: Vocabulary | null
  /** Where a condition is read. */
  readings: string
  extensions: ExtensionView[]
  canChange: boolean
  revision: string
}

export interface ListedSeason {
  id: string
  year: number
  state: SeasonState
  uploadsOn: boolean
  archivedAt: number | null
  copied: CopiedView | null
  hasRelease: boolean
  dossiers: number
}

export interface SeasonSourceView {
  value: string
  region: { id: string; zh: string; en: string }
  year: number
  own: boolean
}

export interface ExtensionPreviewView {
  movedBy: number
  oldEnd: number | null
  newEnd: number | null
  newCap: number | null
  drafts: number
  returned: number
  lapsed: number
}
