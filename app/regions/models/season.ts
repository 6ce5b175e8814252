import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { flagColumn, jsonColumn } from '#app/shared/columns'
import type { CopiedSeason, SeasonSettings } from '#app/regions/season_settings'

export default class Season extends RegionModel {
  static table = 'seasons'

  @column()
  declare exam: string

  @column()
  declare year: number

  @flagColumn()
  declare isCurrent: boolean

  @flagColumn()
  declare uploadsOn: boolean

  @column()
  declare currentReleaseId: string | null

  @column()
  declare returnCapAt: number | null

  @jsonColumn()
  declare settings: SeasonSettings

  /** Grows with each change of what is live: whoever saves says which one he saw. */
  @column()
  declare version: number

  @column()
  declare archivedAt: number | null

  @jsonColumn()
  declare copied: CopiedSeason | null

  @column()
  declare createdAt: number

  @column()
  declare updatedAt: number
}
