import type { Bilingual } from './shared.js'

export interface RegionTile {
  id: string
  code: string
  zh: string
  en: string
  enabled: boolean
  uploadsOpen: boolean
  closesAt: number | null
  opensAt: number | null
}

export interface NoticeView {
  id: string
  title: Bilingual
  url: string | null
  /** It has a text of its own, at `/:region/notices/:id`. */
  hasText: boolean
  mustRead: boolean
  readAt: number | null
}

/** A notice's own page; its text is sanitised HTML. */
export interface NoticePageProps {
  notice: {
    id: string
    title: Bilingual
    html: Bilingual
    mustRead: boolean
    readAt: number | null
    updatedAt: number | null
  }
}

/** How an office is reached. */
export interface ContactView {
  name: Bilingual
  phone: string | null
  hours: Bilingual | null
  address: Bilingual | null
}

export interface WindowView {
  kind: string
  name: Bilingual
  startsAt: number
  endsAt: number
}

/** The region gave everybody more time; shown until that is over. */
export interface ExtendedView {
  until: number
  reason: Bilingual
}

/** Whether uploads are open, why not, and when that changes (core/window). */
export interface OpennessView {
  button: 'shown' | 'absent'
  label: Bilingual
  open: boolean
  reason:
    null | 'disabled' | 'switched_off' | 'audience' | 'before' | 'between' | 'after' | 'blackout'
  message: Bilingual | null
  opensAt: number | null
  closesAt: number | null
  nextChangeAt: number | null
}

/** The registration card: what the registration system says of the candidate. */
export interface RegistrationView {
  id: string
  externalNumber: string
  name: string
  idNoMasked: string
  phoneMasked: string
  category: Bilingual
  examPoint: Bilingual & { phone: string | null }
  institution: string | null
  year: number
  /** Registered facts as readable rows, for the card and for the reviewer. */
  facts: { label: Bilingual; value: Bilingual }[]
}

export interface DossierSummary {
  state: DossierState
  /** What the card's button does: begin, go on, replace returned items, or only look. */
  action: 'begin' | 'continue' | 'fix' | 'view'
  returnedItems: number
  deadline: number | null
}

export type DossierState =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'returned'
  | 'approved'
  | 'ineligible'
  | 'withdrawn'
  | 'lapsed'
  | 'held'

export interface PortalProps {
  season: { year: number }
  /** Of what is live in the season: another one means that there is something to fetch. */
  revision: string
  extended: ExtendedView | null
  enabled: boolean
  notices: NoticeView[]
  windows: WindowView[]
  examPoints: ContactView[]
  contact: ContactView
  /** The phone to confirm before the card is shown, where the region asks for it. */
  phoneStep: { phoneMasked: string } | null
  openness: OpennessView
  registration: RegistrationView | null
  dossier: DossierSummary | null
  /** A region without online upload shows what to bring instead. */
  checklist: { code: string; name: Bilingual; need: string; why: Bilingual }[] | null
}
