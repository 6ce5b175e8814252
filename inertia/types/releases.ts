import type { Problem } from '~/components/administration/view'
import type { DossierState } from './regions.js'
import type { Bilingual } from './shared.js'

/** One difference between two releases, in words. */
export interface ReleaseChangeView {
  section:
    | 'materials'
    | 'flags'
    | 'image_rules'
    | 'workflow'
    | 'carry_over'
    | 'onsite'
    | 'declaration'
    | 'time'
    | 'catalog'
  kind: 'added' | 'removed' | 'changed'
  /** The material or stage that it is about. */
  subject: ({ code: string } & Bilingual) | null
  field: Bilingual | null
  before: Bilingual | null
  after: Bilingual | null
}

/** Live dossiers by state. */
export type DossierCounts = Partial<Record<DossierState, number>>

export interface ReleaseRow {
  id: string
  number: number
  publishedAt: number
  /** Null: the system, when the region was set up. */
  publishedBy: string | null
  restoredFrom: number | null
  current: boolean
  /** The first few against the one before; null of the first release. */
  changes: ReleaseChangeView[] | null
  moreChanges: number
  /** Dossiers that are pinned to it. */
  uses: DossierCounts
}

export interface DraftProblemView extends Problem {
  section: string
  material: string
}

export interface DraftSummary {
  version: number
  updatedAt: number
  updatedBy: string | null
  /** Number of the release that it was made from, where that is not the current one. */
  behind: number | null
  /** Null while the draft cannot be read: its problems say why. */
  changes: ReleaseChangeView[] | null
  pieces: { section: string; material: string }[]
  problems: DraftProblemView[]
}

export interface ReleasesPageProps {
  year: number
  releases: ReleaseRow[]
  draft: DraftSummary
  canChange: boolean
}

export interface NumberedRelease {
  id: string
  number: number
  publishedAt: number
}

export interface ComparePageProps {
  release: NumberedRelease
  against: NumberedRelease
  others: NumberedRelease[]
  current: boolean
  /** Of the season that is running; others are for reading. */
  inSeason: boolean
  changes: ReleaseChangeView[]
  /** Dossiers that are pinned to other releases. */
  elsewhere: DossierCounts
  canChange: boolean
}

export interface PublishPageProps {
  year: number
  /** Number of the release that is current. */
  current: number
  draft: DraftSummary
  impact: DossierCounts
  /** What drafts will newly have to hand in; null while the draft cannot be read. */
  gains: {
    /** Drafts that were looked at: all, or the newest ones. */
    looked: number
    gaining: number
    materials: { code: string; name: Bilingual; n: number }[]
  } | null
}

/** A stage in the region format. */
export interface StageRule {
  id: string
  zh: string
  en: string
  level: 'registration_point' | 'point' | 'region'
  mode: 'online' | 'onsite'
  roles: string[]
  sla_hours: number | null
  sampling_percent: number
  can_return_materials: boolean
  can_reject: boolean
  approvals: number
}

/** The draft's rules as the region format has them (docs/region-format.md). */
export interface DraftRules {
  flags: Record<string, boolean | string[]>
  image_rules: {
    formats: string[]
    stored_max_kb: number
    stored_min_kb: number | null
    min_short_side_px: number
    require_colour: boolean
    require_upright: boolean
    accept_original_max_mb: number
    accept_extra_formats: string[]
  }
  workflow: {
    stages: StageRule[]
    returns: {
      deadline_hours: number | null
      extend_past_window: boolean
      extend_cap: string | null
      max_rounds: number | null
      resubmit_goes_to: 'same_stage' | 'first_stage' | null
    }
  }
  onsite: {
    mode: 'all' | 'none' | 'military_only'
    booking: boolean
    slots_by: string | null
    bring_originals: boolean
  }
  carry_over: {
    enabled: boolean
    years: number
    same_region_only: boolean
    locked_except: string[]
    break_if_changed: string[]
  }
  declaration: { version: string; zh: string; en: string }
  at_close: 'lapse' | 'submit_if_complete'
  on_return_due: 'lapse' | 'back_to_review'
  upload_grace_minutes: number
}

export interface CodedName extends Bilingual {
  code: string
}

export interface DraftPageProps {
  year: number
  version: number
  updatedAt: number
  rules: DraftRules
  problems: DraftProblemView[]
  flags: (Bilingual & { name: string; values: (Bilingual & { value: string })[] | null })[]
  national: {
    formats: string[]
    maxKb: number
    minShortSide: number
    requireColour: boolean
    requireUpright: boolean
    acceptOriginalMaxMb: number
  }
  roles: Record<StageRule['level'], string[]>
  materials: CodedName[]
  facts: CodedName[]
  canChange: boolean
}

/** What a file would make of the draft. */
export interface ImportPreview {
  version: number
  /** Id of the region that it was written for, where that is another one. */
  from: string | null
  leftAside: string[]
  changes: { changes: ReleaseChangeView[] | null; pieces: { section: string; material: string }[] }
}
