import { releaseDiff, type ReleaseChange } from '#app/core/release_diff'
import { resolveRelease, type Catalog } from '#app/core/release'
import { collectProblems } from '#app/core/json_reader'
import { differingPieces, type DraftDocument, type Piece } from '#app/catalog/draft_document'

export interface DraftDifferences {
  /** Null while one of them cannot be read: then only the pieces are known. */
  changes: ReleaseChange[] | null
  pieces: Piece[]
}

/** How two documents differ, in words where both can be read. */
export function differencesOf(
  before: DraftDocument,
  after: DraftDocument,
  catalog: Catalog
): DraftDifferences {
  const [one, other] = [before, after].map((document) =>
    collectProblems([], () => resolveRelease(catalog, document))
  )
  return {
    changes: one && other ? releaseDiff(one, other) : null,
    pieces: differingPieces(before, after),
  }
}
