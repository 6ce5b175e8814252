import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { inRegionChain, type By } from '#app/regions/region_chain'
import { clock } from '#app/shared/clock'
import { notFound, refuse } from '#app/shared/exceptions/refused'

export interface NoticeContent {
  titleZh: string
  titleEn: string | null
  /** A link, or a text of its own in Markdown; the other is null. */
  url: string | null
  bodyZh: string | null
  bodyEn: string | null
  mustRead: boolean
  /** ms; `shownUntil` is exclusive. */
  shownFrom: number | null
  shownUntil: number | null
  status: 'draft' | 'shown'
}

/**
 * Writes a season's notices: one at a time in a region, each change in the region's chain. What a
 * candidate has read is kept for as long as the season: such a notice is archived, never deleted.
 */
export class ChangeNotices {
  async add(seasonId: string, content: NoticeContent, by: By): Promise<string> {
    return inRegionChain(by, async (trx, record) => {
      const last = await current(seasonId, trx).orderBy('position', 'desc').first()
      const position = (last?.position ?? -1) + 1
      const id = uuid()
      await Notice.create(
        { id, seasonId, position, version: 1, ...content, ...stamp(by) },
        { client: trx }
      )
      await record('notice_added', { notice: id, ...content })
      return id
    })
  }

  /** @throws Refused NOT_FOUND, NOTICE_MOVED_ON where somebody changed it since `version` was read */
  async change(id: string, version: number, content: NoticeContent, by: By): Promise<void> {
    await inRegionChain(by, async (trx, record) => {
      const notice = await find(id, trx)
      if (notice.version !== version) refuse('NOTICE_MOVED_ON')
      const before = contentOf(notice)
      notice.merge(content)
      if (!notice.$isDirty) return
      await notice.merge({ version: version + 1, ...stamp(by) }).save()
      await record('notice_changed', { notice: id, before, after: content })
    })
  }

  /** @throws Refused NOTICES_MOVED_ON where the season's notices are others than those named */
  async reorder(seasonId: string, order: readonly string[], by: By): Promise<void> {
    await inRegionChain(by, async (trx, record) => {
      const notices = await current(seasonId, trx)
      const known = new Map(notices.map((notice) => [notice.id, notice]))
      const same = order.length === known.size && new Set(order).size === order.length
      if (!same || !order.every((id) => known.has(id))) refuse('NOTICES_MOVED_ON')
      if (order.every((id, position) => known.get(id)!.position === position)) return
      for (const [position, id] of order.entries()) await known.get(id)!.merge({ position }).save()
      await record('notices_reordered', { order })
    })
  }

  /** @throws Refused NOT_FOUND */
  async remove(id: string, by: By): Promise<'deleted' | 'archived'> {
    return inRegionChain(by, async (trx, record) => {
      const notice = await find(id, trx)
      const outcome = await retireNotice(notice, stamp(by), trx)
      await record(`notice_${outcome}`, { notice: id, titleZh: notice.titleZh })
      return outcome
    })
  }
}

/** Takes a notice away: it is archived where somebody has read it, so that the record of it stays. */
export async function retireNotice(
  notice: Notice,
  stamped: Partial<Notice>,
  trx: TransactionClientContract
): Promise<'deleted' | 'archived'> {
  const read = await NoticeRead.query({ client: trx }).where('notice_id', notice.id).first()
  if (!read) {
    await notice.delete()
    return 'deleted'
  }
  await notice.merge({ status: 'archived', version: notice.version + 1, ...stamped }).save()
  return 'archived'
}

function current(seasonId: string, client: TransactionClientContract) {
  return Notice.query({ client }).where('season_id', seasonId).whereNot('status', 'archived')
}

async function find(id: string, client: TransactionClientContract): Promise<Notice> {
  const notice = await Notice.query({ client }).where('id', id).forUpdate().first()
  return !notice || notice.status === 'archived' ? notFound() : notice
}

function stamp(by: By) {
  return { updatedAt: clock.now(), updatedBy: by.id }
}

function contentOf(notice: Notice): NoticeContent {
  const { titleZh, titleEn, url, bodyZh, bodyEn, mustRead, shownFrom, shownUntil } = notice
  const status = notice.status as NoticeContent['status']
  return { titleZh, titleEn, url, bodyZh, bodyEn, mustRead, shownFrom, shownUntil, status }
}
