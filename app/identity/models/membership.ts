import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import type { Role } from '#app/core/access'

export default class Membership extends RegionModel {
  static table = 'memberships'

  @column()
  declare staffId: string

  @column()
  declare role: Role

  @column()
  declare examPointId: string

  /** The region lets him rest: he keeps the role and may not use it. */
  @column()
  declare suspendedAt: number | null

  @column()
  declare createdAt: number
}
