import Staff from '#app/identity/models/staff'
import SeasonExtension from '#app/regions/models/season_extension'

/** Extensions of a season, newest first, with how far each has been carried out. Two queries. */
export async function extensionsOf(seasonId: string) {
  const rows = await SeasonExtension.query()
    .where('season_id', seasonId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
  const makers = await Staff.query().whereIn('id', [...new Set(rows.map(({ madeBy }) => madeBy))])
  const names = new Map(makers.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    id: row.id,
    since: row.since,
    movedBy: row.movedBy,
    oldEnd: row.oldEnd,
    newEnd: row.newEnd,
    reason: { zh: row.reasonZh, en: row.reasonEn },
    by: names.get(row.madeBy) ?? null,
    at: row.madeAt,
    told: row.told,
    moved: row.moved,
    revived: row.revived,
    leftOut: row.leftOut,
    finishedAt: row.finishedAt,
  }))
}
