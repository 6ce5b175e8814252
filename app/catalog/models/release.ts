import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'
import type { ReleaseDocument } from '#app/core/release'

export default class Release extends RegionModel {
  static table = 'releases'

  @column()
  declare seasonId: string

  @column()
  declare number: number

  @jsonColumn()
  declare document: ReleaseDocument

  @column({ columnName: 'sha256' })
  declare sha256: string

  @column()
  declare publishedAt: number

  @column()
  declare publishedBy: string | null

  /** Number of the release that this one publishes again. */
  @column()
  declare restoredFrom: number | null
}
