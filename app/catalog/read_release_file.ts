import { fail, JsonReader, ReleaseError } from '#app/core/json_reader'
import { ownedBy } from '#app/core/own_materials'
import { resolveRelease, type Catalog } from '#app/core/release'
import { SECTIONS, type DraftDocument } from '#app/catalog/draft_document'
import { releaseFile } from '#app/catalog/release_file'

/** Of the region format, what a release is not made of: a whole region's file may be given too. */
const BESIDE_RELEASE = [
  ...['code', 'zh', 'en', 'summary_zh', 'summary_en', 'enabled', 'archetype', 'evidence'],
  ...['sourced_points_zh', 'assumed', 'windows', 'upload_button', 'entry', 'notices'],
  ...['exam_points', 'notifications', 'staff_uploads'],
]

export interface ReleaseFile {
  document: DraftDocument
  /** Id of the region that the file was written for, lower case. */
  from: string
  /** Keys of the file that a release has no place for. */
  leftAside: string[]
}

/**
 * Reads an exported release, or the release's part of a region's file, for a season's draft. The
 * draft's region and year stay, and another region's own materials get codes of this one.
 *
 * @param season the draft that the file is for
 * @throws ReleaseError with the path and reason of every problem
 */
export function readReleaseFile(
  json: unknown,
  catalog: Catalog,
  { id, season }: Pick<DraftDocument, 'id' | 'season'>
): ReleaseFile {
  const root = JsonReader.of(json, '')
  const { format = 1 } = json as Record<string, unknown>
  if (format !== 1) fail('format', `is ${String(format)}; this version reads format 1`)
  root.onlyKeys(['format', 'id', 'season', ...SECTIONS, ...BESIDE_RELEASE])
  const given = Object.fromEntries(
    SECTIONS.filter((section) => root.has(section)).map((one) => [one, root.raw(one)])
  )
  const release = resolveRelease(catalog, { ...given, id: root.text('id'), season })
  const own = ownedBy(releaseFile(release, catalog), id)
  return {
    document: { ...own, id },
    from: release.region.toLowerCase(),
    leftAside: BESIDE_RELEASE.filter((key) => root.has(key)),
  }
}

/** Refuses a list of regions where one release is wanted. */
export function oneRegion(json: unknown): unknown {
  const many = typeof json === 'object' && json !== null && 'regions' in json
  if (!many) return json
  throw new ReleaseError([{ path: 'regions', reason: 'expects one region, not a list' }])
}
