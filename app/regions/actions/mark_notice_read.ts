import { v7 as uuid } from 'uuid'
import type Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { clock } from '#app/shared/clock'
import { isUniqueViolation } from '#app/shared/transaction'

/** The candidate opened a notice. The first time counts; opening it again changes nothing. */
export class MarkNoticeRead {
  async handle({ notice, candidateId }: { notice: Notice; candidateId: string }) {
    const read = { id: uuid(), noticeId: notice.id, candidateId, readAt: clock.now() }
    await NoticeRead.create(read).catch((error) => {
      if (!isUniqueViolation(error)) throw error
    })
  }
}
