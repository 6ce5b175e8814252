/** What the server sends; instants are epoch milliseconds by the server's clock. */
export type Locale = 'zh-CN' | 'en'

/** A text of the region or the catalog in both languages; an empty English falls back to Chinese. */
export interface Bilingual {
  zh: string
  en: string | null
}

export type Viewer =
  | { kind: 'candidate'; name: string }
  | {
      kind: 'staff'
      name: string
      login: string
      /** Administers the platform's regions. */
      platform: boolean
      regions: { id: string; zh: string; en: string }[]
      /** Regions whose staff he manages. */
      manages: string[]
      /** Regions whose settings he changes. */
      configures: string[]
      /** Ids of the regions whose figures he reads and whose lists he exports. */
      assists: string[]
      reports: string[]
    }

export interface SharedProps {
  locale: Locale
  /** Server time at rendering. */
  now: number
  demo: boolean
  viewer: Viewer | null
  /** The region of the URL, or null on national pages. */
  region: { id: string; zh: string; en: string } | null
  preferences: { largeType: boolean; contrast: boolean }
  flash: { error: string | null; success: string | null }
  errors: Record<string, string>
}

/** What the server refused, in the language of the page. */
export interface RefusalView {
  code: string
  message: string
  items?: string[]
}
