import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A person, known by the registration system's subject; names and numbers stay with registrations. */
export default class Candidate extends BaseModel {
  static table = 'candidates'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare issuer: string

  @column()
  declare subject: string

  @column()
  declare createdAt: number

  @column()
  declare signedInAt: number
}
