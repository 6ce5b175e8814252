import type { Refusal } from './refusal.js'

export interface OpeningFacts {
  /** Switch, window and audience at the instant of opening (core/window). */
  open: boolean
  /** Notices that must be read first and are not. */
  unreadNotices: number
}

/** Row 1 of DOMAIN.md §3: what stands in the way of beginning a dossier; null when nothing does. */
export function openingRefusal({ open, unreadNotices }: OpeningFacts): Refusal | null {
  if (!open) return { code: 'UPLOAD_NOT_OPEN' }
  return unreadNotices > 0 ? { code: 'UNREAD_NOTICES', params: { n: unreadNotices } } : null
}
