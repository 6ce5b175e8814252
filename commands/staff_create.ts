import { randomBytes } from 'node:crypto'
import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { ROLES, type Role } from '#app/core/access'

const OF_POINTS: readonly Role[] = ['regpoint_clerk', 'point_reviewer', 'point_admin']

export default class StaffCreate extends BaseCommand {
  static commandName = 'staff:create'
  static description = 'Make an account for staff; prints its password once'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Account name to sign in with' })
  declare login: string

  @args.string({ description: 'Name of the person' })
  declare fullName: string

  @flags.string({ description: 'Region code, e.g. SC' })
  declare region?: string

  @flags.string({ description: `Role in the region: ${ROLES.join(', ')}` })
  declare role?: Role

  @flags.string({ description: 'Code of the exam point, for roles of a point' })
  declare point?: string

  @flags.boolean({ description: 'Platform administrator' })
  declare platform: boolean

  async run() {
    const { createStaff } = await import('#app/identity/actions/create_staff')
    const { default: Staff } = await import('#app/identity/models/staff')
    const problem = this.#problem()
    if (problem) return this.#refuse(problem)
    if (await Staff.findBy('login', this.login)) {
      return this.#refuse(`The account ${this.login} is taken.`)
    }
    const place = await this.#findPlace()
    if (typeof place === 'string') return this.#refuse(place)

    const password = randomBytes(12).toString('base64url')
    await createStaff({
      login: this.login,
      name: this.fullName,
      password,
      isPlatformAdmin: this.platform ?? false,
      membership: place && { ...place, role: this.role! },
    })
    this.logger.log(`account ${this.login}, password ${password}`)
  }

  #problem(): string | null {
    if (!this.platform && !this.region) return 'Give --region and --role, or --platform.'
    if (!this.region) return null
    if (!this.role || !ROLES.includes(this.role)) return `--role is one of: ${ROLES.join(', ')}.`
    if (OF_POINTS.includes(this.role) && !this.point) return `--point is needed for ${this.role}.`
    return null
  }

  /** The region and point by their codes, null without a region, or what is wrong with them. */
  async #findPlace(): Promise<{ regionId: string; examPointId: string | null } | string | null> {
    if (!this.region) return null
    const { default: Region } = await import('#app/regions/models/region')
    const { default: ExamPoint } = await import('#app/regions/models/exam_point')
    const { runInRegion } = await import('#app/shared/region_context')
    const region = await Region.find(this.region.toLowerCase())
    if (!region) return `There is no region ${this.region}.`
    if (!this.point) return { regionId: region.id, examPointId: null }
    const point = await runInRegion(region.id, () =>
      ExamPoint.query().where('code', this.point!).first()
    )
    if (!point) return `${region.zh} has no exam point ${this.point}.`
    return { regionId: region.id, examPointId: point.id }
  }

  #refuse(reason: string) {
    this.logger.logError(reason)
    this.exitCode = 1
  }

  async completed() {
    const db = await this.app.container.make('lucid.db')
    await db.manager.closeAll()
  }
}
