import Staff from '#app/identity/models/staff'
import Notice, { type NoticeStatus } from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { currentSeason } from '#app/regions/queries/current_season'

/** A notice as its administrators see it (inertia/components/administration/notice_view.ts). */
export interface BoardNotice {
  id: string
  titleZh: string
  titleEn: string | null
  url: string | null
  bodyZh: string | null
  bodyEn: string | null
  mustRead: boolean
  shownFrom: number | null
  shownUntil: number | null
  status: NoticeStatus
  version: number
  /** How many candidates have opened it; kept of those that must be read. */
  reads: number
  updatedAt: number | null
  updatedBy: string | null
  /** Where its text stands, once it is shown. */
  page: string
}

/** The season's notices in their order, and those that were archived. Four queries. */
export async function noticeBoard(regionId: string) {
  const current = await currentSeason()
  const rows = current
    ? await Notice.query().where('season_id', current.season.id).orderBy('position').orderBy('id')
    : []
  const reads = await countReads(rows.map(({ id }) => id))
  const people = await Staff.query().whereIn(
    'id',
    rows.flatMap(({ updatedBy }) => updatedBy ?? [])
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const notices: BoardNotice[] = rows.map((row) => ({
    id: row.id,
    titleZh: row.titleZh,
    titleEn: row.titleEn,
    url: row.url,
    bodyZh: row.bodyZh,
    bodyEn: row.bodyEn,
    mustRead: row.mustRead,
    shownFrom: row.shownFrom,
    shownUntil: row.shownUntil,
    status: row.status,
    version: row.version,
    reads: reads.get(row.id) ?? 0,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy === null ? null : (names.get(row.updatedBy) ?? null),
    page: `/${regionId}/notices/${row.id}`,
  }))
  return {
    year: current?.season.year ?? null,
    notices: notices.filter(({ status }) => status !== 'archived'),
    archived: notices.filter(({ status }) => status === 'archived'),
  }
}

async function countReads(ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await NoticeRead.query()
    .whereIn('notice_id', [...ids])
    .groupBy('notice_id')
    .select('notice_id')
    .count('* as n')
  return new Map(rows.map((row) => [row.noticeId, Number(row.$extras.n)]))
}
