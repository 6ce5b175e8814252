import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

/** A reviewer said that he must not review this dossier. */
export default class ReviewConflict extends RegionModel {
  static table = 'review_conflicts'

  @column()
  declare dossierId: string

  @column()
  declare staffId: string

  @column()
  declare declaredAt: number
}
