import { column } from '@adonisjs/lucid/orm'
import type { Pin } from '#app/core/pins'
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

  /** Null in those that were kept before there were pins. */
  @jsonColumn()
  declare pins: Pin[] | null

  @column()
  declare updatedAt: number
}
