import type { Bilingual } from '#app/shared/wording'

/** What somebody found about an item's pictures, as the reviewer reads it beside them. */
export interface CheckResult {
  itemId: string
  /** One of its own for each thing that is looked at. */
  code: string
  level: 'ok' | 'warning' | 'error'
  text: Bilingual
  /** Who says so. */
  by: Bilingual
}

export type CheckSource = (dossierId: string) => Promise<CheckResult[]>

const sources = new Set<CheckSource>()

/**
 * 核验结果: the place beside the picture for what checks found. Plugins that look at pictures add
 * themselves here when the application starts; where there are none, the page shows nothing.
 *
 * @returns how to take it away again
 */
export function addCheckSource(source: CheckSource): () => void {
  sources.add(source)
  return () => void sources.delete(source)
}

/** What all sources found about a dossier, in the order in which they were added. */
export async function checkResults(dossierId: string): Promise<CheckResult[]> {
  const found = await Promise.all([...sources].map((source) => source(dossierId)))
  return found.flat()
}
