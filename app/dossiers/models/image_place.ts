import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export default class ImagePlace extends RegionModel {
  static table = 'image_places'

  @column()
  declare imageId: string

  @column()
  declare itemId: string

  @column()
  declare place: string | null

  @column()
  declare position: number
}
