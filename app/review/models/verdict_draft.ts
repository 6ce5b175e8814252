import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'

export default class VerdictDraft extends RegionModel {
  static table = 'verdict_drafts'

  @column()
  declare dossierId: string

  @column()
  declare itemId: string

  @column()
  declare staffId: string

  @column()
  declare manifest: string

  @column()
  declare verdict: 'accepted' | 'returned'

  @jsonColumn()
  declare reasons: string[]

  @column()
  declare note: string | null

  @column()
  declare updatedAt: number
}
