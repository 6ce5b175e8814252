export const QUEUE_TABS = [
  ...(['waiting', 'mine', 'proposed', 'flagged', 'submitted'] as const),
  ...(['returned', 'held', 'approved', 'ended', 'all'] as const),
] as const
/** Shown only while they hold something. */
export const RARE_TABS: readonly string[] = ['proposed', 'flagged', 'held', 'ended']
export type QueueTab = (typeof QUEUE_TABS)[number]

export interface Cursor {
  /** Instant that the last row shown has waited since, ms. */
  since: number
  id: string
}

export interface QueueFilters {
  tab: QueueTab
  /** A registration number or a name, whole; '' asks nothing. */
  q: string
  /** Id of an exam point, or ''. */
  point: string
  after: Cursor | null
}

const LONGEST = 60

/** An address typed by hand shows the list that can be made of it, never an error. */
export function queueFilters(qs: Record<string, unknown>): QueueFilters {
  const text = (key: string) =>
    typeof qs[key] === 'string' ? qs[key].trim().slice(0, LONGEST) : ''
  return {
    tab: QUEUE_TABS.find((tab) => tab === qs.tab) ?? 'waiting',
    q: text('q'),
    point: text('point'),
    after: readCursor(text('after')),
  }
}

export function writeCursor({ since, id }: Cursor): string {
  return `${since}.${id}`
}

export function readCursor(text: string): Cursor | null {
  const found = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text)
  return found && { since: Number(found[1]), id: found[2] }
}
