import { setBetween, settableJson, type Json } from '#app/core/material_json'
import type { DocumentProblem } from '#app/core/json_reader'
import type { OverrideOperation, ReleaseMaterial } from '#app/core/release'

export type Operation = Exclude<OverrideOperation, 'required'>

/** What a region says of one material: an operation, changed fields, or both. */
export interface OverrideEntry {
  op?: OverrideOperation
  set?: Json
}

/** The entries that make a region's material what its form says, and nothing more. */
export function overrideEntries(
  plain: ReleaseMaterial,
  operations: readonly Operation[],
  fields: Json
): OverrideEntry[] {
  const set = setBetween(settableJson(plain), fields)
  return [...operations.map((op) => ({ op })), ...(Object.keys(set).length > 0 ? [{ set }] : [])]
}

/** What the entries change, each named as it can be undone: operations, and keys of `set`. */
export function changesOf(entries: readonly OverrideEntry[]): {
  operations: Operation[]
  set: Json
} {
  const operations = entries.flatMap(({ op }) => (op ? [op === 'required' ? 'require' : op] : []))
  return {
    operations: [...new Set(operations)],
    set: Object.assign({}, ...entries.map(({ set }) => set ?? {})),
  }
}

/** The entries without one of their changes. */
export function withoutChange(entries: readonly OverrideEntry[], change: string): OverrideEntry[] {
  const { operations, set } = changesOf(entries)
  const { [change]: _undone, ...rest } = set
  return [
    ...operations.filter((op) => op !== change).map((op) => ({ op })),
    ...(Object.keys(rest).length > 0 ? [{ set: rest }] : []),
  ]
}

const TEXTS = new Set([
  ...['zh', 'en', 'guidance_zh', 'guidance_en', 'sample_zh', 'sample_en'],
  ...['group', 'sensitive', 'valid'],
])
/** Left out of a material that has none. */
const MAY_BE_ABSENT = ['image_override', 'note', 'note_required', 'machine_readable']

/** A form's fields: the body's reader makes null of empty texts, and an empty rule is none. */
export function formFields(fields: Json): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      if (TEXTS.has(key)) return [key, typeof value === 'string' ? value.trim() : (value ?? '')]
      const isEmpty = key === 'image_override' && value !== null && emptyObject(value)
      return [key, isEmpty ? null : value]
    })
  )
}

function emptyObject(value: unknown): boolean {
  return typeof value === 'object' && Object.values(value as object).every((one) => one === null)
}

/** A whole material in the catalog's shape: what a form does not ask comes from `before`, or is plain. */
export function wholeMaterial(code: string, fields: Json, before: Json | null) {
  const { can_replace: _one, stage: _two, samples: _three, ...own } = fields
  const material: Record<string, unknown> = { ...(before ?? PLAIN), ...own, code }
  for (const key of MAY_BE_ABSENT) if (!material[key]) delete material[key]
  return material as { code: string } & Json
}

const PLAIN: Json = {
  group: 'other',
  order: 1000,
  return_reasons: [],
  slots: [],
  alternatives: [],
  sensitive: 'sensitive_pi',
  carry_over: false,
  valid: 'season',
  region_flag: null,
  evidence: [],
}

export interface FieldProblem {
  /** The form's field; empty where none is meant. */
  field: string
  /** Further inside it, as in `all[1].eq`. */
  inside: string
  reason: string
}

/** Problems of a document as problems of one material's form. */
export function fieldProblems(problems: readonly DocumentProblem[]): FieldProblem[] {
  return problems.map(({ path, reason }) => {
    const [, rest = ''] =
      /^(?:(?:catalog_overrides|own_materials|materials)\[\d+\](?:\.set)?|materials\.\w+)\.?(.*)$/.exec(
        path
      ) ?? []
    const [, field = '', inside = ''] = /^(\w+)\.?(.*)$/.exec(rest) ?? []
    return { field, inside, reason }
  })
}
