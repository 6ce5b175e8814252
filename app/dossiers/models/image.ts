import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export default class Image extends RegionModel {
  static table = 'images'

  @column()
  declare dossierId: string

  @column()
  declare itemId: string

  @column()
  declare format: 'jpeg' | 'png'

  @column({ columnName: 'sha256' })
  declare sha256: string

  @column()
  declare bytes: number

  @column()
  declare width: number

  @column()
  declare height: number

  @column()
  declare orientation: number

  @column()
  declare receivedAt: number

  @column()
  declare storedAt: number

  @column()
  declare removedAt: number | null

  /** The member of staff who added it on the candidate's behalf; null: the candidate himself. */
  @column()
  declare addedBy: string | null
}
