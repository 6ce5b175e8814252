import type { HandoverItemView } from './handover.js'
import type { RegistrationView } from './regions.js'

export interface AssistedSearchPageProps {
  /** Whether the region lets its staff upload for candidates. */
  allowed: boolean
}

/** A candidate whom staff upload for, and the items that take pictures now. */
export interface AssistedUploadPageProps {
  dossierId: string
  candidate: Pick<RegistrationView, 'name' | 'externalNumber' | 'category' | 'examPoint'>
  items: HandoverItemView[]
  /** Why none does; translated by `locks.<reason>`. */
  closed: string | null
}
