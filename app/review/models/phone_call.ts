import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export const CALL_OUTCOMES = ['reached', 'not_reached', 'wrong_number'] as const

/** A call to a candidate about what was returned to him, and how it went. */
export default class PhoneCall extends RegionModel {
  static table = 'phone_calls'

  @column()
  declare dossierId: string

  @column()
  declare staffId: string

  @column()
  declare outcome: (typeof CALL_OUTCOMES)[number]

  @column()
  declare note: string | null

  @column()
  declare calledAt: number
}
