import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

/** More time for everyone after an outage: who gave it, why, and how far it has been carried out. */
export default class SeasonExtension extends RegionModel {
  static table = 'season_extensions'

  @column()
  declare seasonId: string

  /** When the outage began, ms. */
  @column()
  declare since: number

  /** By how much ends move, ms. */
  @column()
  declare movedBy: number

  @column()
  declare oldEnd: number | null

  @column()
  declare newEnd: number | null

  @column()
  declare reasonZh: string

  @column()
  declare reasonEn: string | null

  @column()
  declare madeBy: string

  @column()
  declare madeAt: number

  /** Id of the last dossier that was looked at. */
  @column()
  declare reached: string | null

  @column()
  declare told: number

  @column()
  declare moved: number

  @column()
  declare revived: number

  @column()
  declare leftOut: number

  @column()
  declare finishedAt: number | null
}
