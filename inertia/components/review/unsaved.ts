import type { VerdictView } from '~/types/review'

/**
 * Verdicts that the server has not got, kept in this tab so that neither a cut network nor a reload
 * loses them. They belong to one claim on one manifest: under any other they say nothing.
 */
export function useUnsaved(
  dossierId: string,
  proof: () => { token?: number; manifest: string | null }
) {
  const key = `verdicts ${dossierId}`
  const verdicts = new Map<string, VerdictView | null>(read())

  function read(): [string, VerdictView | null][] {
    try {
      const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null')
      const { token, manifest } = proof()
      return kept && kept.token === token && kept.manifest === manifest ? kept.verdicts : []
    } catch {
      // No storage, or something else in it: then only the server keeps them.
      return []
    }
  }

  function write() {
    try {
      if (verdicts.size === 0) sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, JSON.stringify({ ...proof(), verdicts: [...verdicts] }))
    } catch {
      // A full or forbidden storage must not stop the review.
    }
  }

  return {
    has: (itemId: string) => verdicts.has(itemId),
    entries: () => [...verdicts],
    set(itemId: string, verdict: VerdictView | null) {
      verdicts.set(itemId, verdict)
      write()
    },
    delete(itemId: string) {
      if (verdicts.delete(itemId)) write()
    },
    clear() {
      verdicts.clear()
      write()
    },
  }
}
