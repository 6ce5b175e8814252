import { flagName } from './flag_words.js'
import {
  flagWords,
  MATERIAL_FIELDS,
  RELEASE_FIELDS,
  STAGE_FIELDS,
  type Field,
} from './release_fields.js'
import type { Catalog, Condition, Flags, ReleaseDocument } from './release.js'

export type DiffSection =
  | 'materials'
  | 'flags'
  | 'image_rules'
  | 'workflow'
  | 'carry_over'
  | 'onsite'
  | 'declaration'
  | 'time'
  | 'catalog'

export interface Pair {
  zh: string
  en: string
}

/** One difference between two releases, in words. */
export interface ReleaseChange {
  section: DiffSection
  kind: 'added' | 'removed' | 'changed'
  /** The material or stage that it is about; null where the section has but one. */
  subject: ({ code: string } & Pair) | null
  /** What of it; null where it came or went as a whole. */
  field: Pair | null
  before: Pair | null
  after: Pair | null
}

/**
 * What a release changes against the one before, in the order in which a season's pages have it:
 * materials as they stand in the list, then flags, pictures, stages and the rest. Equal documents
 * give an empty list; exchanging them turns `added` into `removed` and `before` into `after`.
 */
export function releaseDiff(before: ReleaseDocument, after: ReleaseDocument): ReleaseChange[] {
  return [
    ...listDiff('materials', before.materials, after.materials, ({ code }) => code, {
      fields: MATERIAL_FIELDS,
      words: { before, after },
    }),
    ...flagDiff(before, after),
    ...sectionDiffs(before, after),
    ...listDiff('workflow', before.workflow.stages, after.workflow.stages, ({ id }) => id, {
      fields: STAGE_FIELDS,
      words: { before, after },
    }),
    ...stageOrderDiff(before, after),
  ]
}

interface Comparing<T> {
  fields: readonly Field<T>[]
  words: { before: ReleaseDocument; after: ReleaseDocument }
}

function listDiff<T extends Pair>(
  section: DiffSection,
  before: readonly T[],
  after: readonly T[],
  codeOf: (one: T) => string,
  { fields, words }: Comparing<T>
): ReleaseChange[] {
  const was = new Map(before.map((one) => [codeOf(one), one]))
  const is = new Set(after.map(codeOf))
  const whole = (one: T, kind: 'added' | 'removed'): ReleaseChange => ({
    section,
    kind,
    subject: { code: codeOf(one), zh: one.zh, en: one.en },
    field: null,
    before: null,
    after: null,
  })
  return [
    ...after.flatMap((one) => {
      const old = was.get(codeOf(one))
      if (!old) return [whole(one, 'added')]
      const subject = { code: codeOf(one), zh: one.zh, en: one.en }
      return fieldDiffs(section, subject, fields, [old, one], words)
    }),
    ...before.filter((one) => !is.has(codeOf(one))).map((one) => whole(one, 'removed')),
  ]
}

function fieldDiffs<T>(
  section: DiffSection,
  subject: ReleaseChange['subject'],
  fields: readonly Field<T>[],
  [old, now]: readonly [T, T],
  words: Comparing<T>['words']
): ReleaseChange[] {
  return fields
    .filter(({ read }) => !same(read(old), read(now)))
    .map(({ zh, en, say, read }) => ({
      section,
      kind: 'changed',
      subject,
      field: { zh, en },
      before: say(read(old), words.before),
      after: say(read(now), words.after),
    }))
}

function sectionDiffs(before: ReleaseDocument, after: ReleaseDocument): ReleaseChange[] {
  return RELEASE_FIELDS.flatMap(([section, fields]) =>
    fieldDiffs(section, null, fields, [before, after], { before, after })
  )
}

/** A flag that one of them does not know is off there. */
function flagDiff(before: ReleaseDocument, after: ReleaseDocument): ReleaseChange[] {
  const names = [...new Set([...Object.keys(after.flags), ...Object.keys(before.flags)])]
  return names
    .filter((name) => !same(flagOf(before.flags, name), flagOf(after.flags, name)))
    .map((name) => ({
      section: 'flags' as const,
      kind: 'changed' as const,
      subject: null,
      field: { zh: flagName(name, 'zh-CN'), en: flagName(name, 'en') },
      before: flagWords(flagOf(before.flags, name), factOfFlag(before, name), before),
      after: flagWords(flagOf(after.flags, name), factOfFlag(after, name), after),
    }))
}

function flagOf(flags: Flags, name: string): boolean | readonly string[] {
  const value = flags[name] ?? false
  return typeof value === 'boolean' || value.length > 0 ? value : false
}

/** The fact whose values a list of a region names (`inst_license_exempt` → `inst_type`). */
export function factOfFlag({ materials }: Pick<Catalog, 'materials'>, flag: string): string | null {
  const within = (one: Condition): string | null => {
    if ('flag_list_has_fact' in one) return one.flag_list_has_fact === flag ? one.fact : null
    const parts = 'all' in one ? one.all : 'any' in one ? one.any : 'not' in one ? [one.not] : []
    return parts.map(within).find((fact) => fact !== null) ?? null
  }
  return (
    materials
      .flatMap(({ requiredWhen, offeredWhen }) => [within(requiredWhen), within(offeredWhen)])
      .find((fact) => fact !== null) ?? null
  )
}

/** Said where the stages that both have stand in another order. */
function stageOrderDiff(before: ReleaseDocument, after: ReleaseDocument): ReleaseChange[] {
  const [old, now] = [before.workflow.stages, after.workflow.stages]
  const shared = (stages: typeof old, others: typeof old) =>
    stages.filter(({ id }) => others.some((other) => other.id === id))
  const order = (stages: typeof old) => stages.map(({ id }) => id)
  if (same(order(shared(old, now)), order(shared(now, old)))) return []
  const say = (stages: typeof old) => ({
    zh: stages.map(({ zh }) => zh).join(' → '),
    en: stages.map(({ en }) => en).join(' → '),
  })
  return [
    {
      section: 'workflow',
      kind: 'changed',
      subject: null,
      field: { zh: '环节次序', en: 'Order of stages' },
      before: say(old),
      after: say(now),
    },
  ]
}

/** Equal as JSON, whatever the order of keys: a document was stored and read back, another was not. */
function same(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b)
}

function sorted(value: unknown): string {
  return JSON.stringify(value ?? null, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : one
  )
}
