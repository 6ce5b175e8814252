import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export default class DecisionReason extends RegionModel {
  static table = 'decision_reasons'

  @column()
  declare decisionId: string

  @column()
  declare reason: string
}
