import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { flagColumn } from '#app/shared/columns'
import type { Item as CoreItem, Need } from '#app/core/dossier'

export default class Item extends RegionModel {
  static table = 'items'

  @column()
  declare dossierId: string

  @column()
  declare material: string

  @column()
  declare need: Need

  @column()
  declare min: number

  @column()
  declare max: number

  @flagColumn()
  declare wanted: boolean

  @column()
  declare verdict: 'accepted' | 'returned' | null

  @column()
  declare verdictStage: number | null

  @flagColumn()
  declare reopened: boolean

  @flagColumn()
  declare changed: boolean

  @column()
  declare answer: string | null

  @flagColumn()
  declare parked: boolean

  @column()
  declare reopenedBy: CoreItem['reopenedBy']

  @column()
  declare beforeVerdict: 'accepted' | 'returned' | null

  @column()
  declare beforeStage: number | null

  @column()
  declare declaredAt: number | null
}
