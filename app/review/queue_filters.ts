import { HOUR } from '#app/core/time'

export const QUEUE_TABS = [
  ...(['waiting', 'mine', 'proposed', 'flagged', 'submitted'] as const),
  ...(['returned', 'held', 'approved', 'ended', 'all'] as const),
] as const
/** Shown only while they hold something. */
export const RARE_TABS: readonly string[] = ['proposed', 'flagged', 'held', 'ended']
export type QueueTab = (typeof QUEUE_TABS)[number]

const FLAGS = ['registration_changed', 'release_moved', 'escalated', 'repeated'] as const
export const AGES = [24, 48, 72, 168] as const
/** The last one stands for all that follow. */
export const ROUNDS = [1, 2, 3] as const
const SORTS = ['waiting', 'deadline'] as const

export interface Cursor {
  /** Instant that the last row shown has waited since (or must be done by), ms. */
  since: number
  id: string
}

export interface QueueFilters {
  tab: QueueTab
  /** A registration number, a name or the last digits of an ID number, whole; '' asks nothing. */
  q: string
  /** Id of an exam point, or ''. */
  point: string
  category: string
  stage: number | null
  /** Only what has waited at least so many hours. */
  age: number | null
  round: number | null
  flag: string
  sort: (typeof SORTS)[number]
  /** One of them at most: what comes behind this row, or before it. */
  after: Cursor | null
  before: Cursor | null
}

export interface ReadFilters {
  filters: QueueFilters
  /** What the address asks and nobody knows, as `key=value`. */
  ignored: string[]
}

const LONGEST = 60

/** An address typed by hand shows the list that can be made of it, never an error; the rest is named. */
export function queueFilters(qs: Record<string, unknown>): ReadFilters {
  const ignored: string[] = []
  const text = (key: string): string => {
    const value = qs[key]
    if (typeof value === 'string') return value.trim().slice(0, LONGEST)
    if (value !== undefined && value !== null) ignored.push(key)
    return ''
  }
  function known<T>(key: string, of: readonly T[], fallback: T): T {
    const said = text(key)
    const found = of.find((one) => String(one) === said)
    if (found === undefined && said !== '') ignored.push(`${key}=${said}`)
    return found ?? fallback
  }
  function cursor(key: string): Cursor | null {
    const said = text(key)
    const found = readCursor(said)
    if (!found && said !== '') ignored.push(`${key}=${said}`)
    return found
  }
  const after = cursor('after')
  const before = after ? null : cursor('before')
  const filters: QueueFilters = {
    tab: known('tab', QUEUE_TABS, 'waiting'),
    q: text('q'),
    point: text('point'),
    category: text('category'),
    stage: known('stage', STAGES, null),
    age: known('age', AGES, null),
    round: known('round', ROUNDS, null),
    flag: known('flag', FLAGS, ''),
    sort: known('sort', SORTS, 'waiting'),
    ...{ after, before },
  }
  return { filters, ignored }
}

/** No release has more. */
const STAGES = Array.from({ length: 20 }, (_, stage) => stage)

/** The same as an address asks it; what asks nothing is left out. Cursors are of one moment. */
export function queueQuery({ after, before, ...filters }: QueueFilters): Record<string, string> {
  const asked = { ...filters, sort: filters.sort === 'waiting' ? '' : filters.sort }
  return Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) =>
      value === null || value === '' ? [] : [[key, String(value)]]
    )
  )
}

/** What must have entered its stage by then to have waited that long. */
export const enteredBy = (age: number | null, now: number) =>
  age === null ? null : now - age * HOUR

export function writeCursor({ since, id }: Cursor): string {
  return `${since}.${id}`
}

export function readCursor(text: string): Cursor | null {
  const found = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text)
  return found && { since: Number(found[1]), id: found[2] }
}
