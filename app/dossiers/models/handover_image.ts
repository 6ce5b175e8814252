import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

/** A picture that came over a hand-over: all that its phone may see. */
export default class HandoverImage extends RegionModel {
  static table = 'handover_images'

  @column()
  declare handoverId: string

  @column()
  declare imageId: string
}
