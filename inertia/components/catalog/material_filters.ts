import type { MaterialRow } from '~/types/catalog'

export const FILTERS = ['all', 'changed', 'own', 'hidden'] as const
export type Filter = (typeof FILTERS)[number]

export function fits(row: MaterialRow, filter: Filter): boolean {
  if (filter === 'changed') return row.changes.length > 0
  if (filter === 'own') return row.own
  return filter === 'hidden' ? row.hidden : true
}

/** By name in either language, or by code. */
export function matches({ code, name }: MaterialRow, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return [code, name.zh, name.en ?? ''].some((text) => text.toLowerCase().includes(wanted))
}

/** Rows under their groups, in the order in which the groups first appear. */
export function grouped(rows: readonly MaterialRow[]): { group: string; rows: MaterialRow[] }[] {
  const groups = new Map<string, MaterialRow[]>()
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row])
  return [...groups].map(([group, members]) => ({ group, rows: members }))
}
