import { BaseSchema } from '@adonisjs/lucid/schema'
import { reconcileCounts } from '#app/dossiers/actions/reconcile_counts'
import { runAsPlatform, runInRegion } from '#app/shared/region_context'
import { tenantTable } from '#database/tenant_table'

/** What the queue is filtered by without looking at a row: it ends every index that sorts it. */
const FILTERED_BY = ['release_id', 'stage', 'category', 'round', 'flag']

const TRAY = `case
  when state = 'draft' or round = 0 then 'unseen'
  when state = 'in_review' then 'claimed'
  when state <> 'submitted' then state
  when exists (select 1 from proposals p
    where p.region_id = dossiers.region_id and p.dossier_id = dossiers.id and p.open = 1)
    then 'proposed'
  else concat('waiting:', stage) end`
const CATEGORY = `(select r.category from registrations r
  where r.region_id = dossiers.region_id and r.id = dossiers.registration_id)`
const IMAGES = `(select count(*) from images i
  where i.region_id = dossiers.region_id and i.dossier_id = dossiers.id and i.removed_at is null)`

/** One list of the queue for each dossier, indexes that sort it, and counts that need no counting. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('dossiers', (table) => {
      table.string('tray', 16).notNullable().defaultTo('unseen')
      table.string('category', 32).notNullable().defaultTo('')
      // Pictures of the last submission.
      table.integer('images').unsigned().notNullable().defaultTo(0)
    })
    this.schema.createTable('queue_counts', (table) => {
      tenantTable(table, 'queue_counts')
      table.string('season_id', 36).notNullable()
      table.string('exam_point_id', 36).notNullable()
      table.string('release_id', 36).notNullable()
      table.string('tray', 16).notNullable()
      // Since 1970 in China, of approvals; 0 for all else and once a day has passed.
      table.integer('day').unsigned().notNullable()
      table.integer('slot').unsigned().notNullable()
      table.integer('n').notNullable()
      table.index(['region_id', 'season_id'], 'queue_counts_season_index')
    })
    this.defer((db) =>
      runAsPlatform('a migration', () =>
        db.rawQuery(`update dossiers set tray = ${this.#inDialect(TRAY)},
          category = ${CATEGORY}, images = case when round = 0 then 0 else ${IMAGES} end`)
      )
    )
    this.schema.alterTable('dossiers', (table) => {
      const sorted = ['tray', 'stage_entered_at', 'id']
      table.index(
        ['region_id', 'season_id', ...sorted, 'exam_point_id', ...FILTERED_BY],
        'dossiers_tray_index'
      )
      table.index(
        ['region_id', 'exam_point_id', 'season_id', ...sorted, ...FILTERED_BY],
        'dossiers_point_tray_index'
      )
      table.index(
        ['region_id', 'season_id', 'flag', 'stage_entered_at', 'id', 'exam_point_id', 'tray'],
        'dossiers_flagged_index'
      )
      table.index(['region_id', 'claim_by', 'stage_entered_at', 'id'], 'dossiers_holder_index')
    })
    // After those that take their place: a foreign key stands on one of them.
    this.schema.alterTable('dossiers', (table) => {
      table.dropIndex([], 'dossiers_queue_index')
      table.dropIndex([], 'dossiers_point_queue_index')
      table.dropIndex([], 'dossiers_flag_index')
    })
    this.schema.alterTable('review_conflicts', (table) => {
      table.index(['region_id', 'staff_id'], 'review_conflicts_staff_index')
    })
    this.defer(async (db) => {
      const regions: { id: string }[] = await db.from('regions').select('id')
      for (const { id } of regions) await runInRegion(id, () => reconcileCounts(db))
    })
  }

  async down() {
    this.schema.alterTable('review_conflicts', (table) => {
      table.dropIndex([], 'review_conflicts_staff_index')
    })
    this.schema.alterTable('dossiers', (table) => {
      table.index(['region_id', 'state', 'stage', 'stage_entered_at', 'id'], 'dossiers_queue_index')
      table.index(
        ['region_id', 'exam_point_id', 'state', 'stage', 'stage_entered_at', 'id'],
        'dossiers_point_queue_index'
      )
      table.index(['region_id', 'flag'], 'dossiers_flag_index')
    })
    this.schema.alterTable('dossiers', (table) => {
      for (const name of ['tray', 'point_tray', 'flagged', 'holder']) {
        table.dropIndex([], `dossiers_${name}_index`)
      }
    })
    this.schema.dropTable('queue_counts')
    // Not by the schema builder: on SQLite that copies the whole table.
    for (const column of ['tray', 'category', 'images']) {
      this.schema.raw(`alter table dossiers drop column ${column}`)
    }
  }

  #inDialect(sql: string): string {
    if (this.db.dialect.name === 'mysql') return sql
    return sql.replace(`concat('waiting:', stage)`, `'waiting:' || stage`)
  }
}
