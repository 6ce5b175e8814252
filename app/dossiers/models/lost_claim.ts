import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

/** Somebody's claim that a lead took over: he is told. */
export default class LostClaim extends RegionModel {
  static table = 'lost_claims'

  @column()
  declare dossierId: string

  @column()
  declare staffId: string

  @column()
  declare takenBy: string

  @column()
  declare at: number
}
