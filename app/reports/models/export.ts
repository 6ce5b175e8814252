import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { flagColumn, jsonColumn } from '#app/shared/columns'

export const EXPORT_KINDS = ['queue', 'outcomes'] as const

/** A list that somebody takes out of the house; its file is written while he loads it. */
export default class Export extends RegionModel {
  static table = 'exports'

  @column()
  declare kind: (typeof EXPORT_KINDS)[number]

  /** As the queue's address asks them. */
  @jsonColumn()
  declare filters: Record<string, string>

  /** With whole ID numbers, which he gave a reason for. */
  @flagColumn()
  declare wholeNumbers: boolean

  @column()
  declare reason: string | null

  @column()
  declare staffId: string

  @column()
  declare askedAt: number
}
