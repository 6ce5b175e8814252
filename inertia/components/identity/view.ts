/** What the server sends of a region's staff. */
export interface PlaceView {
  role: string
  /** '' means the whole region. */
  examPointId: string
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
  places: PlaceView[]
  suspended: boolean
  invited: boolean
  hasSecondFactor: boolean
  managed: boolean
  self: boolean
  mayReset: boolean
  mayLink: boolean
  reset: { id: string; ground: string; by: string; at: number; mayConfirm: boolean } | null
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
