import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Notice from '#app/regions/models/notice'

export interface NoticeView {
  id: string
  title: { zh: string; en: string | null }
  url: string | null
  /** It has a text of its own, on a page of its own. */
  hasText: boolean
  mustRead: boolean
  /** ms; null for a guest and for what the candidate has not opened. */
  readAt: number | null
}

/** The notices that a season shows at `now` (ms), in the region's order, with when the candidate read them. One query. */
export async function noticesFor(
  seasonId: string,
  candidateId: string | null,
  now: number
): Promise<NoticeView[]> {
  const notices = await shownNotices(seasonId, candidateId, now)
  return notices.map((notice) => ({
    id: notice.id,
    title: { zh: notice.titleZh, en: notice.titleEn },
    url: notice.url,
    hasText: Boolean(notice.$extras.has_text),
    mustRead: notice.mustRead,
    readAt: notice.$extras.read_at ?? null,
  }))
}

/** Ids of notices that this candidate must read before he uploads or submits, and has not. One query. */
export async function unreadMustReadNotices(
  seasonId: string,
  candidateId: string,
  now: number,
  client?: QueryClientContract
): Promise<string[]> {
  const notices = await shownNotices(seasonId, candidateId, now, client)
  return notices
    .filter(({ mustRead, $extras }) => mustRead && $extras.read_at === null)
    .map(({ id }) => id)
}

/** Whether candidates see this notice at `now` (ms). */
export function isShown({ status, shownFrom, shownUntil }: Notice, now: number): boolean {
  return (
    status === 'shown' &&
    (shownFrom === null || shownFrom <= now) &&
    (shownUntil === null || shownUntil > now)
  )
}

function shownNotices(
  seasonId: string,
  candidateId: string | null,
  now: number,
  client?: QueryClientContract
) {
  return (
    Notice.query({ client })
      .leftJoin('notice_reads', (reads) =>
        reads
          .on('notice_reads.region_id', 'notices.region_id')
          .on('notice_reads.notice_id', 'notices.id')
          .onVal('notice_reads.candidate_id', candidateId ?? '')
      )
      .where('notices.season_id', seasonId)
      .where('notices.status', 'shown')
      .where((shown) => shown.whereNull('shown_from').orWhere('shown_from', '<=', now))
      .where((shown) => shown.whereNull('shown_until').orWhere('shown_until', '>', now))
      // Without the texts: they may be long, and this is asked by each submit.
      .select('notices.id', 'notices.title_zh', 'notices.title_en', 'notices.url')
      .select('notices.must_read', 'notice_reads.read_at')
      .select(db.raw('notices.body_zh is not null as has_text'))
      .orderBy('notices.position')
      .orderBy('notices.id')
  )
}
