import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'

export default class IdempotencyKey extends RegionModel {
  static table = 'idempotency_keys'

  @column()
  declare actor: string

  @column()
  declare key: string

  @column()
  declare fingerprint: string

  @column()
  declare status: number

  @jsonColumn()
  declare answer: unknown

  @column()
  declare expiresAt: number
}
