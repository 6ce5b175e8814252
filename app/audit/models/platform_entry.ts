import { BaseModel, column } from '@adonisjs/lucid/orm'
import { jsonColumn } from '#app/shared/columns'

/** A link of a chain that belongs to no region; found by chain and number. */
export default class PlatformEntry extends BaseModel {
  static table = 'platform_entries'
  static selfAssignPrimaryKey = true

  @column()
  declare chain: string

  @column({ isPrimary: true })
  declare seq: number

  @column()
  declare at: number

  @column()
  declare actorKind: string

  @column()
  declare actorId: string

  @column()
  declare action: string

  @jsonColumn()
  declare payload: Record<string, unknown>

  @column()
  declare previousHash: string

  @column()
  declare hash: string
}
