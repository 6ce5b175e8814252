import { fromChinaInput, toChinaInput } from '~/composables/china_time'
import type { BoardNotice, NoticeForm } from './notice_view'

/** The form's fields for a notice, or for a new one. */
export function noticeForm(notice: BoardNotice | null): NoticeForm {
  return {
    titleZh: notice?.titleZh ?? '',
    titleEn: notice?.titleEn ?? '',
    kind: notice && notice.bodyZh !== null ? 'text' : 'link',
    url: notice?.url ?? '',
    bodyZh: notice?.bodyZh ?? '',
    bodyEn: notice?.bodyEn ?? '',
    mustRead: notice?.mustRead ?? false,
    shownFrom: toChinaInput(notice?.shownFrom ?? null),
    shownUntil: toChinaInput(notice?.shownUntil ?? null),
    status: notice?.status === 'draft' ? 'draft' : 'shown',
  }
}

/** What is sent: only the half that its kind has. */
export function noticeBody(form: NoticeForm) {
  const { kind, url, bodyZh, bodyEn, shownFrom, shownUntil, ...others } = form
  return {
    ...others,
    kind,
    ...(kind === 'link' ? { url } : { bodyZh, bodyEn }),
    shownFrom: fromChinaInput(shownFrom),
    shownUntil: fromChinaInput(shownUntil),
  }
}
