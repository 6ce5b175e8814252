import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import type { Proposal as CoreProposal } from '#app/core/dossier'

export default class Proposal extends RegionModel {
  static table = 'proposals'

  @column()
  declare dossierId: string

  /** 1 while it waits for the second person. */
  @column()
  declare open: number | null

  @column()
  declare kind: CoreProposal['kind']

  @column()
  declare ground: string

  @column()
  declare reason: string | null

  @column()
  declare toStage: number | null

  @column()
  declare proposedBy: string

  @column()
  declare proposedAt: number

  @column()
  declare decidedBy: string | null

  @column()
  declare decidedAt: number | null

  @column()
  declare outcome: 'confirmed' | 'refused' | 'moot' | null
}
