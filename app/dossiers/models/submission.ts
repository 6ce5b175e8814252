import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'

export default class Submission extends RegionModel {
  static table = 'submissions'

  @column()
  declare dossierId: string

  @column()
  declare round: number

  @column()
  declare stage: number

  @column()
  declare receiptNumber: string

  @jsonColumn()
  declare manifest: Record<string, string[]>

  @column({ columnName: 'sha256' })
  declare sha256: string

  @column()
  declare declarationVersion: string

  @column()
  declare declaration: string

  @column()
  declare submittedAt: number
}
