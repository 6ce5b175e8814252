import { column } from '@adonisjs/lucid/orm'
import { RegionModel } from '#app/shared/region_model'
import { jsonColumn } from '#app/shared/columns'
import type { Dossier as CoreDossier, State } from '#app/core/dossier'
import type { Tray } from '#app/core/trays'

export default class Dossier extends RegionModel {
  static table = 'dossiers'

  @column()
  declare registrationId: string

  @column()
  declare seasonId: string

  @column()
  declare candidateId: string

  @column()
  declare examPointId: string

  @column()
  declare releaseId: string

  @column()
  declare live: number | null

  @column()
  declare state: State

  @column()
  declare stage: number

  @column()
  declare round: number

  @column()
  declare version: number

  @column()
  declare factsRevision: number

  @column()
  declare manifest: string | null

  @column()
  declare claimBy: string | null

  @column()
  declare claimToken: number

  @column()
  declare claimUntil: number | null

  @column()
  declare deadline: number | null

  @jsonColumn()
  declare agreed: string[]

  @column()
  declare returns: number

  @column()
  declare submittedFrom: CoreDossier['submittedFrom']

  @column()
  declare returnedBy: string | null

  @column()
  declare heldFrom: State | null

  @column()
  declare heldAt: number | null

  @column()
  declare lapsedFrom: 'draft' | 'returned' | null

  @column()
  declare lapsedAt: number | null

  @column()
  declare flag: CoreDossier['flag']

  /** Where the staff's queue shows it (core/trays). */
  @column()
  declare tray: Tray

  /** Of the registration, to filter by. */
  @column()
  declare category: string

  /** Pictures of the last submission. */
  @column()
  declare images: number

  @column()
  declare stageEnteredAt: number

  @column()
  declare submittedAt: number | null

  @column()
  declare lastUploadAt: number | null

  /** Of a return: since when it waits for its candidate to look; null once he has. */
  @column()
  declare unreadSince: number | null

  @column()
  declare createdAt: number

  @column()
  declare updatedAt: number
}
