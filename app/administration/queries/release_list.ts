import { releaseDiff } from '#app/core/release_diff'
import Release from '#app/catalog/models/release'
import { releaseDocument } from '#app/catalog/releases'
import Staff from '#app/identity/models/staff'
import type Season from '#app/regions/models/season'
import { dossiersByRelease } from './release_impact.js'

/** Older ones are found by comparing with them. */
const SHOWN = 30
/** Differences named in the list; all of them stand on the release's own page. */
const NAMED = 3

/** A season's releases, newest first: who published what, and who still works under it. */
export async function releaseList({ id: seasonId, currentReleaseId }: Season) {
  const rows = await Release.query()
    .where({ seasonId })
    .select('region_id', 'id', 'number', 'published_at', 'published_by', 'restored_from')
    .orderBy('number', 'desc')
    .limit(SHOWN + 1)
  const names = await staffNames(rows.map(({ publishedBy }) => publishedBy))
  const uses = await dossiersByRelease(seasonId)
  const list = []
  for (const [i, row] of rows.slice(0, SHOWN).entries()) {
    const changes = rows[i + 1] ? await changesOf(rows[i + 1], row) : null
    list.push({
      id: row.id,
      number: row.number,
      publishedAt: row.publishedAt,
      publishedBy: names.get(row.publishedBy ?? '') ?? null,
      restoredFrom: row.restoredFrom,
      current: row.id === currentReleaseId,
      changes: changes?.slice(0, NAMED) ?? null,
      moreChanges: Math.max(0, (changes?.length ?? 0) - NAMED),
      uses: uses.get(row.id) ?? {},
    })
  }
  return list
}

async function changesOf(before: Release, after: Release) {
  return releaseDiff(await releaseDocument(before.id), await releaseDocument(after.id))
}

async function staffNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const staff = await Staff.query().whereIn('id', known)
  return new Map(staff.map(({ id, name }) => [id, name]))
}
