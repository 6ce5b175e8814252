import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

/** A spot on a picture that a decision points at; see core/pins. */
export default class DecisionPin extends RegionModel {
  static table = 'decision_pins'

  @column()
  declare decisionId: string

  /** Of the decision and of the picture: both must agree (I11). */
  @column()
  declare itemId: string

  @column()
  declare imageId: string

  /** As the reviewer counted them, from 1. */
  @column()
  declare number: number

  @column()
  declare x: number

  @column()
  declare y: number

  @column()
  declare reason: string | null

  @column()
  declare note: string | null
}
