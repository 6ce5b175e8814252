import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export default class Handover extends RegionModel {
  static table = 'handovers'

  @column()
  declare dossierId: string

  @column()
  declare candidateId: string

  /** The only item it takes pictures for; null: any open one. */
  @column()
  declare itemId: string | null

  @column({ serializeAs: null })
  declare tokenHash: string

  @column()
  declare createdAt: number

  @column()
  declare expiresAt: number

  /** When a phone came for the first time. */
  @column()
  declare openedAt: number | null

  @column()
  declare revokedAt: number | null
}
