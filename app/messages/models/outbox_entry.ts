import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'
import type { OutboxPayload } from '#app/messages/outbox'

export default class OutboxEntry extends RegionModel {
  static table = 'outbox'

  @column()
  declare dossierId: string

  @column()
  declare version: number

  @column()
  declare kind: string

  @jsonColumn()
  declare payload: OutboxPayload

  @column()
  declare attempts: number

  @column()
  declare lastError: string | null

  @column()
  declare dueAt: number

  @column()
  declare deliveredAt: number | null

  @column()
  declare createdAt: number
}
