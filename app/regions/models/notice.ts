import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { flagColumn } from '#app/shared/columns'

export type NoticeStatus = 'draft' | 'shown' | 'archived'

export default class Notice extends RegionModel {
  static table = 'notices'

  @column()
  declare seasonId: string

  @column()
  declare position: number

  @column()
  declare titleZh: string

  @column()
  declare titleEn: string | null

  @column()
  declare url: string | null

  /** Markdown; a notice has a link or a text of its own. */
  @column()
  declare bodyZh: string | null

  @column()
  declare bodyEn: string | null

  /** Only what is `shown` reaches candidates; `archived` keeps who has read it. */
  @column()
  declare status: NoticeStatus

  @flagColumn()
  declare mustRead: boolean

  @column()
  declare shownFrom: number | null

  @column()
  declare shownUntil: number | null

  /** Counts changes: who saves an older one is told what changed. */
  @column()
  declare version: number

  @column()
  declare updatedAt: number | null

  @column()
  declare updatedBy: string | null
}
