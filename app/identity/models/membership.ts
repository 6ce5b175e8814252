import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import type { Role } from '#app/core/access'

export default class Membership extends RegionModel {
  static table = 'memberships'

  @column()
  declare staffId: string

  @column()
  declare role: Role

  /** Null means the whole region. */
  @column()
  declare examPointId: string | null

  /** The region lets him rest: he keeps the role and may not use it. */
  @column()
  declare suspendedAt: number | null

  @column()
  declare createdAt: number
}
