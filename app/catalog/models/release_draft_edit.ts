import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'
import type { Section } from '#app/catalog/draft_document'

/** One piece of a draft as a save left it: who saves after an older version is told from these. */
export default class ReleaseDraftEdit extends RegionModel {
  static table = 'release_draft_edits'

  @column()
  declare draftId: string

  /** That the draft had after it. */
  @column()
  declare version: number

  @column()
  declare section: Section

  /** Empty where the section is one piece. */
  @column()
  declare material: string

  @jsonColumn()
  declare value: unknown

  @column()
  declare editedBy: string

  @column()
  declare editedAt: number
}
