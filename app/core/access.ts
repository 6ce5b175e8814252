/** Roles of a region; platform administration is an actor of its own kind (DOMAIN.md §7). */
export const ROLES = [
  'regpoint_clerk',
  'point_reviewer',
  'point_admin',
  'region_reviewer',
  'region_lead',
  'region_admin',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

export interface Membership {
  regionId: string
  role: Role
  /** Exam points of a point reviewer, registration points of a clerk; other roles have the whole region. */
  pointIds: readonly string[]
}

export type Actor =
  | { kind: 'candidate'; id: string }
  | { kind: 'staff'; id: string; memberships: readonly Membership[] }
  | { kind: 'platform'; id: string; memberships: readonly Membership[] }
  | { kind: 'system'; id: 'clock' | 'registration' | 'release' }

export interface Subject {
  regionId?: string
  /** Whose dossier it is. */
  candidateId?: string
  /** Ids from the dossier's (registration) point up to its exam point; none for what the region has as a whole. */
  pointPath?: readonly string[]
  /** Roles of the stage that the dossier stands at. */
  stageRoles?: readonly string[]
}

/** `hide` answers as if it did not exist (404), `forbid` says that it may not be done (403). */
export type Verdict = 'allow' | 'forbid' | 'hide'

const REVIEWERS = ['regpoint_clerk', 'point_reviewer', 'point_admin', 'region_reviewer'] as const
const ALL_STAFF = ROLES
const OFFICERS = ['region_lead', 'region_admin'] as const

interface Rule {
  /** The candidate himself, in his own dossier. */
  own?: true
  roles: readonly Role[]
  /** Only roles of the dossier's stage, and those named here. */
  stageOr?: readonly Role[]
  platform?: true
}

const RULES = {
  'dossier.view': { own: true, roles: ALL_STAFF },
  // Staff on his behalf, where the region allows it; answers and submitting stay the candidate's.
  'dossier.edit': { own: true, roles: [...REVIEWERS, ...OFFICERS] },
  'dossier.submit': { own: true, roles: [] },
  'dossier.recall': { own: true, roles: [] },
  'dossier.withdraw': { own: true, roles: [] },
  'dossier.claim': { roles: [...REVIEWERS, 'region_lead'], stageOr: [] },
  'dossier.take_over': { roles: ['region_lead'] },
  'dossier.decide': { roles: [...REVIEWERS, 'region_lead'], stageOr: ['region_lead'] },
  'dossier.reopen': { roles: ['region_lead'] },
  // Not eligible is confirmed by a colleague of the stage or a lead, a reopening by a lead: the core's table.
  'dossier.confirm': { roles: [...REVIEWERS, 'region_lead'] },
  // Candidates who have not looked at a return are called, whoever of the region's staff does it.
  'dossier.call': { roles: [...REVIEWERS, ...OFFICERS] },
  'dossier.export': { roles: [...OFFICERS, 'point_admin', 'auditor'] },
  'dossier.hold': { roles: ['region_admin'] },
  'image.view': { own: true, roles: ALL_STAFF },
  'queue.view': { roles: ALL_STAFF },
  'audit.view': { roles: [...OFFICERS, 'auditor'] },
  'report.view': { roles: [...OFFICERS, 'point_admin', 'auditor'], platform: true },
  'export.make': { roles: [...OFFICERS, 'point_admin', 'auditor'] },
  // Whole ID numbers, with a reason: who only reads has no use for them.
  'export.reveal': { roles: OFFICERS },
  'region.view': { roles: ALL_STAFF, platform: true },
  'region.configure': { roles: ['region_admin'] },
  'region.staff': { roles: ['region_admin'], platform: true },
  'point.staff': { roles: ['point_admin', 'region_admin'], platform: true },
  'platform.regions': { roles: [], platform: true },
  'platform.catalog': { roles: [], platform: true },
  'platform.plugins': { roles: [], platform: true },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof RULES
export const ACTIONS = Object.keys(RULES) as Action[]

/**
 * Who may do what (DOMAIN.md §7). What an actor may not see at all is hidden, what he sees but may not do is forbidden.
 * State, claims and conflicts of interest are not asked here: they are the dossier's (DOMAIN.md §3).
 */
export function may(actor: Actor, action: Action, subject: Subject): Verdict {
  const rule: Rule = RULES[action]
  if (actor.kind === 'system') return 'allow'
  if (actor.kind === 'candidate') {
    if (subject.candidateId === undefined || subject.candidateId !== actor.id) return 'hide'
    return rule.own ? 'allow' : 'forbid'
  }
  if (actor.kind === 'platform' && rule.platform) return 'allow'

  const covering = actor.memberships.filter((membership) => covers(membership, subject))
  if (covering.some(({ role }) => allows(rule, role, subject))) return 'allow'
  if (covering.length > 0) return 'forbid'
  // The platform sees that regions exist, never what candidates handed in.
  const personal = subject.candidateId !== undefined || subject.pointPath !== undefined
  return actor.kind === 'platform' && !personal ? 'forbid' : 'hide'
}

/** Whether one of these roles may do it, for those whose reach was asked before. */
export function anyMay(roles: readonly Role[], action: Action): boolean {
  return roles.some((role) => (RULES[action].roles as readonly Role[]).includes(role))
}

/** Whether a membership reaches the subject: its region, and for point roles one of its points. */
export function covers(membership: Membership, subject: Subject): boolean {
  if (subject.regionId === undefined || membership.regionId !== subject.regionId) return false
  if (subject.pointPath === undefined)
    return subject.candidateId === undefined || wholeRegion(membership.role)
  if (wholeRegion(membership.role)) return true
  // A clerk has his registration point only, never the exam point above it.
  const reach =
    membership.role === 'regpoint_clerk' ? subject.pointPath.slice(0, 1) : subject.pointPath
  return reach.some((id) => membership.pointIds.includes(id))
}

function wholeRegion(role: Role): boolean {
  return role !== 'regpoint_clerk' && role !== 'point_reviewer' && role !== 'point_admin'
}

function allows(rule: Rule, role: Role, subject: Subject): boolean {
  if (!rule.roles.includes(role)) return false
  if (!rule.stageOr || !subject.stageRoles || rule.stageOr.includes(role)) return true
  return subject.stageRoles.includes(role) || subject.stageRoles.includes(reviewsAs(role))
}

/** A point's administrator is a point reviewer who may also manage his point's staff. */
export function reviewsAs(role: Role): Role {
  return role === 'point_admin' ? 'point_reviewer' : role
}
