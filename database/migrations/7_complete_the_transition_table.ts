import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

const ONCE = ['region_id', 'submission_id', 'stage', 'item_id', 'staff_id']

/** What all rows of DOMAIN.md §3 need beside those of the first walk: holds, lapses, proposals, remarks. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('dossiers', (table) => {
      // JSON list of staff ids: read and written with the row, under its lock.
      table.string('agreed', 1000).notNullable().defaultTo('[]')
      table.integer('returns').unsigned().notNullable().defaultTo(0)
      table.string('submitted_from', 16).nullable()
      table.string('returned_by', 36).nullable()
      table.string('held_from', 16).nullable()
      table.bigInteger('held_at').nullable()
      table.string('lapsed_from', 16).nullable()
      table.bigInteger('lapsed_at').nullable()
      table.string('flag', 32).nullable()
      table.index(['region_id', 'state', 'deadline'], 'dossiers_deadline_index')
      table.index(['region_id', 'flag'], 'dossiers_flag_index')
    })

    this.schema.alterTable('items', (table) => {
      table.boolean('parked').notNullable().defaultTo(false)
      table.string('reopened_by', 16).nullable()
      table.string('before_verdict', 16).nullable()
      table.integer('before_stage').unsigned().nullable()
      table.bigInteger('declared_at').nullable()
    })

    this.schema.alterTable('decisions', (table) => {
      // Of the claim: who is given the same round again may judge it again.
      table.integer('token').unsigned().notNullable().defaultTo(0)
      table.bigInteger('taken_back_at').nullable()
      table.unique([...ONCE, 'token'], { indexName: 'decisions_claim_unique' })
    })
    this.schema.alterTable('decisions', (table) => {
      table.dropUnique(ONCE, 'decisions_once_unique')
    })

    this.schema.createTable('proposals', (table) => {
      tenantTable(table, 'proposals')
      table.string('dossier_id', 36).notNullable()
      // 1 while it waits for the second person, else null: one open proposal for each dossier.
      table.integer('open').unsigned().nullable()
      table.string('kind', 16).notNullable()
      table.text('ground').notNullable()
      table.string('reason', 64).nullable()
      table.integer('to_stage').unsigned().nullable()
      table.string('proposed_by', 36).notNullable()
      table.bigInteger('proposed_at').notNullable()
      table.string('decided_by', 36).nullable()
      table.bigInteger('decided_at').nullable()
      table.string('outcome', 16).nullable()
      table.unique(['region_id', 'dossier_id', 'open'], { indexName: 'proposals_open_unique' })
      table.index(['region_id', 'open', 'proposed_at'], 'proposals_queue_index')
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
    })

    this.schema.createTable('remarks', (table) => {
      tenantTable(table, 'remarks')
      table.string('dossier_id', 36).notNullable()
      table.string('item_id', 36).nullable()
      table.string('about', 16).notNullable()
      table.integer('round').unsigned().notNullable()
      table.text('text').notNullable()
      table.string('author_kind', 16).notNullable()
      table.string('author_id', 36).notNullable()
      table.bigInteger('at').notNullable()
      table.index(['region_id', 'dossier_id', 'at'], 'remarks_dossier_index')
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
      table.foreign(['region_id', 'item_id']).references(['region_id', 'id']).inTable('items')
    })

    this.schema.createTable('review_conflicts', (table) => {
      tenantTable(table, 'review_conflicts')
      table.string('dossier_id', 36).notNullable()
      table.string('staff_id', 36).notNullable()
      table.bigInteger('declared_at').notNullable()
      table.unique(['region_id', 'dossier_id', 'staff_id'], {
        indexName: 'review_conflicts_once_unique',
      })
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
    })

    this.schema.alterTable('staff', (table) => {
      // Optional, so that nobody reviews his own file; the index is compared with registrations'.
      table.text('id_no_encrypted').nullable()
      table.string('id_no_index', 64).nullable()
    })
  }

  async down() {
    for (const table of ['review_conflicts', 'remarks', 'proposals']) this.schema.dropTable(table)
    const added: Record<string, string[]> = {
      staff: ['id_no_encrypted', 'id_no_index'],
      items: ['parked', 'reopened_by', 'before_verdict', 'before_stage', 'declared_at'],
      dossiers: [
        ...['agreed', 'returns', 'submitted_from', 'returned_by', 'held_from', 'held_at'],
        ...['lapsed_from', 'lapsed_at', 'flag'],
      ],
      decisions: ['token', 'taken_back_at'],
    }
    this.schema.alterTable('decisions', (table) => {
      table.unique(ONCE, { indexName: 'decisions_once_unique' })
    })
    this.schema.alterTable('decisions', (table) => {
      table.dropUnique([...ONCE, 'token'], 'decisions_claim_unique')
    })
    this.schema.alterTable('dossiers', (table) => {
      table.dropIndex(['region_id', 'state', 'deadline'], 'dossiers_deadline_index')
      table.dropIndex(['region_id', 'flag'], 'dossiers_flag_index')
    })
    // Not by the schema builder: on SQLite that copies the whole table.
    for (const [table, columns] of Object.entries(added)) {
      for (const column of columns) this.schema.raw(`alter table ${table} drop column ${column}`)
    }
  }
}
