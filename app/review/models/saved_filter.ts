import { column } from '@adonisjs/lucid/orm'
import { flagColumn } from '#app/shared/columns'
import { RegionModel } from '#app/shared/region_model'

export default class SavedFilter extends RegionModel {
  static table = 'saved_filters'

  @column()
  declare staffId: string

  @column()
  declare name: string

  /** As an address asks it: `tab=waiting&age=48`. */
  @column()
  declare query: string

  @flagColumn()
  declare isDefault: boolean

  @column()
  declare createdAt: number
}
