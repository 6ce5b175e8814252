import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { compose } from '@adonisjs/core/helpers'
import hash from '@adonisjs/core/services/hash'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import { flagColumn } from '#app/shared/columns'

const AuthFinder = withAuthFinder(() => hash.use('scrypt'), {
  uids: ['login'],
  passwordColumnName: 'password',
})

export default class Staff extends compose(BaseModel, AuthFinder) {
  static table = 'staff'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare login: string

  @column({ serializeAs: null })
  declare password: string

  @column()
  declare name: string

  /** Where links to set a password go; null: they are handed over. */
  @column()
  declare email: string | null

  @flagColumn()
  declare isPlatformAdmin: boolean

  @column()
  declare suspendedAt: number | null

  @column()
  declare createdAt: number

  @column()
  declare updatedAt: number

  /** Optional, encrypted: compared by its blind index so that nobody reviews his own file. */
  @column({ serializeAs: null })
  declare idNoEncrypted: string | null

  @column({ serializeAs: null })
  declare idNoIndex: string | null
}
