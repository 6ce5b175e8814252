import type { Bilingual } from '~/types/shared'

/** What the pages for notices and contacts get from the server. */
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
  status: 'draft' | 'shown' | 'archived'
  version: number
  reads: number
  updatedAt: number | null
  updatedBy: string | null
  page: string
}

export interface NoticeBoardProps {
  /** Of the current season, or null where there is none. */
  year: number | null
  notices: BoardNotice[]
  archived: BoardNotice[]
}

export interface Contact {
  phone: string | null
  hoursZh: string | null
  hoursEn: string | null
  addressZh: string | null
  addressEn: string | null
}

/** A notice as its form holds it: texts are never null, instants as `datetime-local` writes them. */
export interface NoticeForm {
  titleZh: string
  titleEn: string
  kind: 'link' | 'text'
  url: string
  bodyZh: string
  bodyEn: string
  mustRead: boolean
  shownFrom: string
  shownUntil: string
  status: 'draft' | 'shown'
}

export function titleOf({ titleZh: zh, titleEn: en }: BoardNotice): Bilingual {
  return { zh, en }
}

/** How a notice stands at `now`. */
export function standing(notice: BoardNotice, now: number) {
  if (notice.status !== 'shown') return notice.status
  if (notice.shownFrom !== null && notice.shownFrom > now) return 'waiting'
  return notice.shownUntil !== null && notice.shownUntil <= now ? 'over' : 'shown'
}
