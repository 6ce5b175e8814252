import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { flagColumn } from '#app/shared/columns'

export default class Notice extends RegionModel {
  static table = 'notices'

  @column()
  declare seasonId: string

  @column()
  declare position: number

  @column()
  declare titleZh: string

  @column()
  declare titleEn: string | null

  @column()
  declare url: string | null

  @flagColumn()
  declare mustRead: boolean

  @column()
  declare shownFrom: number | null

  @column()
  declare shownUntil: number | null
}
