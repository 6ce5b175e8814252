import { BaseSchema } from '@adonisjs/lucid/schema'
import { runAsPlatform } from '#app/shared/region_context'
import { tenantTable } from '#database/tenant_table'

const SAME_REVIEW = ['region_id', 'dossier_id', 'round', 'stage', 'staff_id', 'token']

/** A row for each review that somebody finished: what the dashboard counts, instead of all decisions. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('finished_reviews', (table) => {
      tenantTable(table, 'finished_reviews')
      table.string('dossier_id', 36).notNullable()
      table.string('season_id', 36).notNullable()
      table.string('exam_point_id', 36).notNullable()
      table.string('staff_id', 36).notNullable()
      table.integer('stage').unsigned().notNullable()
      table.integer('round').unsigned().notNullable()
      table.string('outcome', 16).notNullable()
      // Somebody else had reviewed the same submission before.
      table.boolean('second').notNullable()
      table.bigInteger('finished_at').notNullable()
      table.index(
        ['region_id', 'season_id', 'finished_at', 'staff_id', 'outcome', 'second', 'exam_point_id'],
        'finished_reviews_count_index'
      )
      table.index(['region_id', 'dossier_id', 'round'], 'finished_reviews_dossier_index')
      table
        .foreign(['region_id', 'dossier_id'])
        .references(['region_id', 'id'])
        .inTable('dossiers')
        .onDelete('CASCADE')
    })
    this.schema.alterTable('decisions', (table) => {
      table.index(['region_id', 'verdict', 'decided_at'], 'decisions_verdict_index')
    })
    this.defer((db) => runAsPlatform('a migration', () => db.rawQuery(FROM_DECISIONS)))
  }

  async down() {
    this.schema.alterTable('decisions', (table) => {
      table.dropIndex(['region_id', 'verdict', 'decided_at'], 'decisions_verdict_index')
    })
    this.schema.dropTable('finished_reviews')
  }
}

/** What was decided before this table; a return that was taken back is no review. */
const FROM_DECISIONS = `
  insert into finished_reviews (region_id, id, dossier_id, season_id, exam_point_id, staff_id,
    stage, round, outcome, second, finished_at)
  select g.region_id, g.id, g.dossier_id, d.season_id, d.exam_point_id, g.staff_id,
    g.stage, g.round, case when g.returned = 1 then 'returned' else 'accepted' end,
    case when exists (select 1 from decisions e
      where e.region_id = g.region_id and e.dossier_id = g.dossier_id and e.round = g.round
        and e.staff_id <> g.staff_id and e.decided_at < g.finished_at) then 1 else 0 end,
    g.finished_at
  from (
    select ${SAME_REVIEW.join(', ')}, min(id) as id, min(decided_at) as finished_at,
      max(case when verdict = 'returned' then 1 else 0 end) as returned
    from decisions where taken_back_at is null group by ${SAME_REVIEW.join(', ')}
  ) g
  join dossiers d on d.region_id = g.region_id and d.id = g.dossier_id`
