import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

/** Words of a person about a dossier: an answer to a return, the ground of a hold. */
export default class Remark extends RegionModel {
  static table = 'remarks'

  @column()
  declare dossierId: string

  @column()
  declare itemId: string | null

  @column()
  declare about: string

  /** Of an answer: the submission that it came with. */
  @column()
  declare round: number

  @column()
  declare text: string

  @column()
  declare authorKind: string

  @column()
  declare authorId: string

  @column()
  declare at: number
}
