import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { CatalogJson } from '#app/catalog/catalog_json'
import { jsonColumn } from '#app/shared/columns'

/** The only row's id. */
export const DRAFT = 1

/** The next version of the national catalog, while platform administrators prepare it. */
export default class CatalogDraft extends BaseModel {
  static table = 'catalog_drafts'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: number

  /** Number of the version that it was made from. */
  @column()
  declare basedOn: number

  @jsonColumn()
  declare document: CatalogJson

  @column()
  declare updatedBy: string | null

  @column()
  declare updatedAt: number
}
