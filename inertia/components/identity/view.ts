/** What the server sends of a region's staff. */
export interface PlaceView {
  role: string
  /** Null means the whole region. */
  examPointId: string | null
}

export interface PointView {
  id: string
  code: string
  zh: string
  en: string | null
  isBelow: boolean
}

export interface GrantView {
  role: string
  /** Points at which it may be given; null: a role of the whole region. */
  pointIds: string[] | null
}

export interface PersonView {
  id: string
  login: string
  name: string
  email: string | null
  places: PlaceView[]
  suspended: boolean
  invited: boolean
  hasSecondFactor: boolean
  managed: boolean
  self: boolean
  mayReset: boolean
  mayLink: boolean
  reset: {
    id: string
    ground: string
    by: string
    at: number
    /** Asked by the viewer himself, who may withdraw it. */
    own: boolean
    mayConfirm: boolean
    /** He works in other regions too: only who answers for all of them may confirm. */
    needsPlatform: boolean
  } | null
  /** Another of his regions has reset his second factor lately. */
  resetElsewhere: { at: number; region: { zh: string; en: string } } | null
}

export interface LinkView {
  name: string
  login: string
  url: string
  expiresAt: number
}

export type Asked = { role: string; pointIds: string[] }

/** One place for each point → one entry for each role, as the form sends it. */
export function byRole(places: readonly PlaceView[]): Asked[] {
  const roles = new Map<string, string[]>()
  for (const { role, examPointId } of places) {
    const points = roles.get(role) ?? []
    if (examPointId) points.push(examPointId)
    roles.set(role, points)
  }
  return [...roles].map(([role, pointIds]) => ({ role, pointIds }))
}
