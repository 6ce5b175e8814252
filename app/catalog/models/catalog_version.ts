import { BaseModel, column } from '@adonisjs/lucid/orm'
import { jsonColumn } from '#app/shared/columns'

export default class CatalogVersion extends BaseModel {
  static table = 'catalog_versions'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare number: number

  @column()
  declare version: string

  @jsonColumn()
  declare document: Record<string, unknown>

  @column({ columnName: 'sha256' })
  declare sha256: string

  @column()
  declare createdAt: number

  /** Staff id; null for the one that came with the program. */
  @column()
  declare publishedBy: string | null
}
