import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'
import type { FactValue } from '#app/core/release'

export default class Registration extends RegionModel {
  static table = 'registrations'

  @column()
  declare seasonId: string

  @column()
  declare candidateId: string

  @column()
  declare examPointId: string

  @column()
  declare externalNumber: string

  @column()
  declare category: string

  @column()
  declare institution: string | null

  @jsonColumn()
  declare facts: Record<string, FactValue>

  @jsonColumn()
  declare answers: Record<string, FactValue>

  @column()
  declare factsRevision: number

  @column()
  declare nameEncrypted: string

  @column()
  declare idNoEncrypted: string

  @column()
  declare phoneEncrypted: string

  @column()
  declare nameIndex: string

  @column()
  declare idNoIndex: string

  @column()
  declare idNoTailIndex: string | null

  @column()
  declare idNoLongTailIndex: string | null

  @column()
  declare phoneIndex: string

  /** The phone that the candidate confirmed or gave here, where the region asks him. */
  @column()
  declare contactPhoneEncrypted: string | null

  @column()
  declare contactPhoneIndex: string | null

  @column()
  declare phoneConfirmedAt: number | null

  @column()
  declare syncedAt: number

  @column()
  declare createdAt: number
}
