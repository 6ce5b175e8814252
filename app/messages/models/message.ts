import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'
import type { MessageVariables } from '#app/messages/outbox'

export default class Message extends RegionModel {
  static table = 'messages'

  @column()
  declare outboxId: string

  @column()
  declare candidateId: string

  @column()
  declare dossierId: string

  @column()
  declare template: string

  @jsonColumn()
  declare variables: MessageVariables

  @column()
  declare createdAt: number

  @column()
  declare readAt: number | null
}
