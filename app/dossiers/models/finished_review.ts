import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { flagColumn } from '#app/shared/columns'

/** That somebody finished a review, for counting; what he said is in the decisions. */
export default class FinishedReview extends RegionModel {
  static table = 'finished_reviews'

  @column()
  declare dossierId: string

  @column()
  declare seasonId: string

  /** Where the dossier stood then. */
  @column()
  declare examPointId: string

  @column()
  declare staffId: string

  @column()
  declare stage: number

  @column()
  declare round: number

  @column()
  declare outcome: 'accepted' | 'returned'

  /** Somebody else had reviewed the same submission before. */
  @flagColumn()
  declare second: boolean

  @column()
  declare finishedAt: number
}
