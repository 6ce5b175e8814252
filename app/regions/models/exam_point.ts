import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export default class ExamPoint extends RegionModel {
  static table = 'exam_points'

  @column()
  declare code: string

  @column()
  declare parentId: string | null

  @column()
  declare zh: string

  @column()
  declare en: string | null

  @column()
  declare phone: string | null

  @column()
  declare hoursZh: string | null

  @column()
  declare hoursEn: string | null

  @column()
  declare addressZh: string | null

  @column()
  declare addressEn: string | null
}
