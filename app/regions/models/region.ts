import { BaseModel, column } from '@adonisjs/lucid/orm'
import { flagColumn, jsonColumn } from '#app/shared/columns'

export default class Region extends BaseModel {
  static table = 'regions'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare code: string

  @column()
  declare zh: string

  @column()
  declare en: string

  @column()
  declare summaryZh: string | null

  @column()
  declare summaryEn: string | null

  @flagColumn()
  declare enabled: boolean

  @column()
  declare contactPhone: string | null

  @column()
  declare contactHoursZh: string | null

  @column()
  declare contactHoursEn: string | null

  @column()
  declare contactAddressZh: string | null

  @column()
  declare contactAddressEn: string | null

  @jsonColumn()
  declare notes: Record<string, unknown>

  @column()
  declare createdAt: number

  @column()
  declare updatedAt: number
}
