import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'
import type { DraftDocument } from '#app/catalog/draft_document'

/** What a season's administrators prepare; one for each season, which stays when it is published. */
export default class ReleaseDraft extends RegionModel {
  static table = 'release_drafts'

  @column()
  declare seasonId: string

  /** The release that it was made from or last published as. */
  @column()
  declare basedOn: string

  /** Grows with every save. */
  @column()
  declare version: number

  @jsonColumn()
  declare document: DraftDocument

  @column()
  declare updatedBy: string | null

  @column()
  declare updatedAt: number
}
