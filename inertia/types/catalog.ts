import type { Bilingual } from './shared.js'
import type { ItemView } from './dossier.js'

/** A condition as its JSON document has it (docs/region-format.md). */
export type ConditionJson =
  | { const: boolean }
  | { all: ConditionJson[] }
  | { any: ConditionJson[] }
  | { not: ConditionJson }
  | { fact: string; eq: string | number | boolean }
  | { fact: string; in: (string | number | boolean)[] }
  | { fact: string; lt: number }
  | { fact: string; ge: number }
  | { flag: string }
  | { flag_list_has_fact: string; fact: string }

/** What conditions are built from. */
export interface Vocabulary {
  facts: {
    code: string
    origin: 'registration' | 'wizard' | 'category' | 'system'
    kind: 'bool' | 'int' | 'enum'
    name: Bilingual
    values: { value: string; name: Bilingual }[]
  }[]
  flags: { code: string; list: boolean; name: Bilingual }[]
}

export interface ConditionReading {
  sentence: Bilingual | null
  problems: { path: string; reason: string }[]
}

export type Operation = 'require' | 'optional' | 'hide' | 'replace_with_online_declaration'

/** One difference of a region's material from the national one; `key` undoes it. */
export interface MaterialChange {
  key: string
  before: Bilingual | null
  after: Bilingual | null
}

export interface MaterialRow {
  code: string
  group: string
  name: Bilingual
  order: number
  min: number
  max: number
  /** Only this region has it. */
  own: boolean
  hidden: boolean
  required: Bilingual
  /** Null where it is never offered. */
  offered: Bilingual | null
  alternatives: Bilingual[]
  changes: MaterialChange[]
  problems: { path: string; reason: string }[]
}

export interface MaterialsPageProps {
  season: number
  /** Of the draft. */
  version: number
  canChange: boolean
  materials: MaterialRow[]
  /** Of the draft's other parts. */
  otherProblems: number
}

/** A material's fields in the region format's keys. */
export type MaterialFields = Record<string, unknown>

export interface MaterialChoices {
  vocabulary: Vocabulary
  materials: { code: string; name: Bilingual }[]
  reasons: { code: string; group: string; text: Bilingual }[]
  places: { code: string; name: Bilingual }[]
  /** The largest file that a picture may have, KB. */
  maxKb: number
}

export interface MaterialSample {
  url: string
  place: string | null
  /** What a picture that was uploaded is removed by; null for one that came with the program. */
  file: string | null
}

export interface MaterialPageProps {
  /** `override`: a national material in a region; `own`: the region's; `base`: the national one itself. */
  kind: 'override' | 'own' | 'base'
  /** Null for a new one. */
  code: string | null
  /** What a new code begins with. */
  prefix: string
  /** Of the region's draft; null in the national catalog. */
  version: number | null
  /** Of the national material; null in a region, or for a new one. */
  revision: string | null
  canChange: boolean
  operations: Operation[]
  fields: MaterialFields
  /** What the national catalog says, to compare with; null where there is nothing to compare. */
  plain: MaterialFields | null
  changes: MaterialChange[]
  samples: MaterialSample[]
  choices: MaterialChoices
  addresses: { list: string; save: string; readings: string }
}

export interface FieldProblem {
  field: string
  inside: string
  reason: string
}

export interface BaseCatalogPageProps {
  versions: { number: number; version: string; at: number; by: string | null; materials: number }[]
  /** When the draft was last changed: publishing says what it has seen. */
  seen: number
  changedBy: string | null
  materials: MaterialRow[]
  differences: {
    code: string
    name: Bilingual
    kind: 'added' | 'removed' | 'changed'
    changes: MaterialChange[]
  }[]
  /** From which version each region's current release was made; null where it has none. */
  takers: { id: string; name: Bilingual; version: string | null; newest: boolean }[]
  problems: { path: string; reason: string }[]
}

export interface CatalogHistoryEntry {
  seq: number
  at: number
  /** Null for what came with the program. */
  by: string | null
  action: 'material_added' | 'material_changed' | 'material_removed' | 'catalog_published'
  /** Of a material. */
  difference?: BaseCatalogPageProps['differences'][number]
  /** Of a publication. */
  number?: number
  version?: string
  materials?: string[]
}

export interface CatalogHistoryPageProps {
  entries: CatalogHistoryEntry[]
  older: number | null
}

export interface PreviewPageProps {
  personas: { id: string; name: Bilingual; region: string }[]
  /** The one that is shown; null where the facts were set by hand. */
  persona: string | null
  facts: Record<string, string | number | boolean>
  vocabulary: Vocabulary
  releases: { id: string; number: number | null; at: number | null }[]
  /** `draft` or a release's id. */
  release: string
  items: ItemView[]
  /** What only the candidate knows and would be asked. */
  questions: Bilingual[]
  problems: { path: string; reason: string }[]
}
