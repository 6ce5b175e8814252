import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type Staff from '#app/identity/models/staff'
import { may, type Action, type Role } from '#app/core/access'
import { runAsPlatform } from '#app/shared/region_context'

/** Session key of the candidate's name: the registration holds it encrypted, pages greet with it. */
export const CANDIDATE_NAME = 'candidate_name'

export interface MembershipValue {
  regionId: string
  role: Role
  /** Null means the whole region. */
  examPointId: string | null
}

export type Viewer =
  | { kind: 'candidate'; name: string }
  | {
      kind: 'staff'
      name: string
      login: string
      /** Administers the platform: its regions, never their candidates. */
      platform: boolean
      regions: { id: string; zh: string; en: string }[]
      /** Ids of the regions whose staff, or whose points' staff, he manages. */
      manages: string[]
      /** Ids of the regions whose settings he changes. */
      configures: string[]
      /** Ids of the regions where he may add pictures on a candidate's behalf. */
      assists: string[]
      /** Ids of the regions whose figures he reads and whose lists he exports. */
      reports: string[]
    }

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    viewer?: Viewer
    /** Of the signed-in staff member, in all regions; set by the staff middleware. */
    memberships: MembershipValue[]
  }
}

/** One query: the memberships of a staff member with the names of their regions. */
export async function loadStaffViewer(ctx: HttpContext, staff: Staff) {
  const rows: any[] = await runAsPlatform('a staff member works in several regions', () =>
    db
      .from('memberships')
      .join('regions', 'regions.id', 'memberships.region_id')
      .where('memberships.staff_id', staff.id)
      .whereNull('memberships.suspended_at')
      .orderBy(['memberships.region_id', 'memberships.id'])
      .select('memberships.region_id', 'role', 'exam_point_id', 'regions.zh', 'regions.en')
  )
  ctx.memberships = rows.map((row) => ({
    regionId: row.region_id,
    role: row.role,
    examPointId: row.exam_point_id,
  }))
  const regions = new Map(
    rows.map((row) => [row.region_id, { id: row.region_id, zh: row.zh, en: row.en }])
  )
  ctx.viewer = {
    kind: 'staff',
    name: staff.name,
    login: staff.login,
    platform: staff.isPlatformAdmin,
    regions: [...regions.values()],
    manages: regionsWhere(ctx.memberships, 'point.staff'),
    configures: regionsWhere(ctx.memberships, 'region.configure'),
    assists: regionsWhere(ctx.memberships, 'dossier.edit'),
    reports: regionsWhere(ctx.memberships, 'report.view'),
  }
}

function regionsWhere(memberships: readonly MembershipValue[], action: Action): string[] {
  const roles = memberships.map((row) => ({
    ...row,
    pointIds: row.examPointId ? [row.examPointId] : [],
  }))
  const actor = { kind: 'staff', id: '', memberships: roles } as const
  const regions = new Set(memberships.map(({ regionId }) => regionId))
  return [...regions].filter((regionId) => may(actor, action, { regionId }) === 'allow')
}
