import { noticeHtml } from '#app/regions/notice_html'
import type Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { isShown } from '#app/regions/queries/notices'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'

/**
 * A notice's own page (inertia/types/regions.ts). Drafts, archived ones and those out of their time are missing.
 *
 * @throws Refused NOT_FOUND
 */
export async function noticePage(notice: Notice, candidateId: string | null) {
  if (!isShown(notice, clock.now()) || notice.bodyZh === null) notFound()
  const read = candidateId
    ? await NoticeRead.query().where({ noticeId: notice.id, candidateId }).first()
    : null
  return {
    notice: {
      id: notice.id,
      title: { zh: notice.titleZh, en: notice.titleEn },
      html: {
        zh: noticeHtml(notice.bodyZh),
        en: notice.bodyEn === null ? null : noticeHtml(notice.bodyEn),
      },
      mustRead: notice.mustRead,
      readAt: read?.readAt ?? null,
      updatedAt: notice.updatedAt,
    },
  }
}
