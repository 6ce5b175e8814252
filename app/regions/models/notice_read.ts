import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'

export default class NoticeRead extends RegionModel {
  static table = 'notice_reads'

  @column()
  declare noticeId: string

  @column()
  declare candidateId: string

  @column()
  declare readAt: number
}
