/** What the platform's pages and the points' page get from the server. */
export interface ListedRegion {
  id: string
  code: string
  zh: string
  en: string
  enabled: boolean
  season: number | null
  uploadsOn: boolean
  release: number | null
  examPoints: number
  registrationPoints: number
  staff: number
}

export type Effect = 'new' | 'changed' | 'same'

export interface RegionPreview {
  id: string
  zh: string
  en: string
  region: Effect
  season: { year: number; effect: 'new' | 'same'; takesOver: boolean }
  release: { number: number; effect: 'new' | 'same' }
  points: { added: number; changed: number; kept: number }
  windows: Effect
  settings: Effect
  notices: { added: number; removed: number }
  unavailable: string[]
}

export interface Problem {
  path: string
  reason: string
}

export interface PointUses {
  registrations: number
  dossiers: number
  staff: number
  points: number
}

export interface PointView {
  id: string
  code: string
  zh: string
  en: string | null
  phone: string | null
  hoursZh: string | null
  hoursEn: string | null
  addressZh: string | null
  addressEn: string | null
  /** Of what its form is filled with. */
  seal: string
  uses: PointUses
}

export interface ExamPointView extends PointView {
  registrationPoints: PointView[]
}
