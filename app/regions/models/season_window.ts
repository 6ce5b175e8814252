import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export default class SeasonWindow extends RegionModel {
  static table = 'season_windows'

  @column()
  declare seasonId: string

  @column()
  declare kind: string

  @column()
  declare startsAt: number

  @column()
  declare endsAt: number

  @column()
  declare zh: string | null

  @column()
  declare en: string | null
}
