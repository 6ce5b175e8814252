import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export default class Decision extends RegionModel {
  static table = 'decisions'

  @column()
  declare dossierId: string

  @column()
  declare submissionId: string

  @column()
  declare itemId: string

  @column()
  declare stage: number

  @column()
  declare round: number

  @column()
  declare staffId: string

  @column()
  declare verdict: 'accepted' | 'returned'

  @column()
  declare note: string | null

  @column()
  declare manifest: string

  @column()
  declare decidedAt: number

  /** Of the claim under which it was given. */
  @column()
  declare token: number

  @column()
  declare takenBackAt: number | null
}
