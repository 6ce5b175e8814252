import { may, type Actor, type Role } from '#app/core/access'
import ExamPoint from '#app/regions/models/exam_point'
import { currentRegionId } from '#app/shared/region_context'

export interface RolePlace {
  role: Role
  /** Null means the whole region. */
  examPointId: string | null
}

const OF_A_POINT: ReadonlySet<Role> = new Set(['regpoint_clerk', 'point_reviewer', 'point_admin'])

/** Whether a role is held at points, rather than in the whole region. */
export function isOfPoint(role: Role): boolean {
  return OF_A_POINT.has(role)
}

/**
 * What somebody may do with the staff of the current region: an administrator of the region with
 * all, one of a point with the clerks and reviewers of his point and of the points below it.
 */
export class PeopleReach {
  private constructor(
    private actor: Actor,
    readonly points: ExamPoint[]
  ) {}

  /** For who may manage staff at all (policies/people_policy.ts). */
  static async of(actor: Actor): Promise<PeopleReach> {
    return new PeopleReach(actor, await ExamPoint.query().orderBy('code').orderBy('id'))
  }

  get wholeRegion(): boolean {
    return may(this.actor, 'region.staff', { regionId: currentRegionId() }) === 'allow'
  }

  sees({ role, examPointId }: RolePlace): boolean {
    return this.wholeRegion || (isOfPoint(role) && this.#reaches(examPointId))
  }

  /** Giving, taking and suspending a role; administrators are the region's to choose. */
  manages(place: RolePlace): boolean {
    return this.sees(place) && (this.wholeRegion || place.role !== 'point_admin')
  }

  /** The points that a role may be given at. */
  pointsFor(role: Role): ExamPoint[] {
    return this.points.filter(({ id }) => this.manages({ role, examPointId: id }))
  }

  #reaches(examPointId: string | null): boolean {
    const point = this.points.find(({ id }) => id === examPointId)
    if (!point) return false
    const pointPath = point.parentId ? [point.id, point.parentId] : [point.id]
    const subject = { regionId: currentRegionId(), pointPath }
    return may(this.actor, 'point.staff', subject) === 'allow'
  }
}
