import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'

export default class AuditEntry extends RegionModel {
  static table = 'audit_entries'

  @column()
  declare chain: string

  @column()
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
