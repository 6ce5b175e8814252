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

  @column()
  declare createdAt: number
}
