import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** Who is signed in, and what guards the accounts of staff. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('sessions', (table) => {
      // SHA-256 of what the browser holds: a copy of this table opens no session.
      table.string('id', 64).primary()
      table.string('staff_id', 36).nullable()
      table.string('candidate_id', 36).nullable()
      table.text('data', 'longtext').notNullable()
      table.string('user_agent', 200).notNullable()
      table.string('ip', 45).notNullable()
      table.bigInteger('signed_in_at').notNullable()
      table.bigInteger('touched_at').notNullable()
      table.bigInteger('expires_at').notNullable()
      table.index(['staff_id'], 'sessions_staff_index')
      table.index(['expires_at'], 'sessions_expiry_index')
    })

    this.schema.createTable('second_factors', (table) => {
      table.string('staff_id', 36).primary().references('id').inTable('staff').onDelete('CASCADE')
      table.text('secret').notNullable()
      // The last time step whose code was taken: an older or equal one is a replay.
      table.bigInteger('last_step').notNullable()
      table.string('recovery_salt', 64).notNullable()
      table.bigInteger('created_at').notNullable()
    })

    this.schema.createTable('recovery_codes', (table) => {
      table.string('id', 36).primary()
      table.string('staff_id', 36).notNullable()
      table.string('hash', 64).notNullable()
      table.bigInteger('used_at').nullable()
      table.unique(['staff_id', 'hash'], { indexName: 'recovery_codes_hash_unique' })
      table.foreign('staff_id').references('staff_id').inTable('second_factors').onDelete('CASCADE')
    })

    this.schema.createTable('staff_links', (table) => {
      table.string('id', 36).primary()
      table.string('token_hash', 64).notNullable().unique()
      table.string('kind', 16).notNullable()
      table.string('staff_id', 36).notNullable()
      table.string('issued_by', 36).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('expires_at').notNullable()
      table.bigInteger('used_at').nullable()
      table.index(['staff_id'], 'staff_links_staff_index')
      table.foreign('staff_id').references('id').inTable('staff').onDelete('CASCADE')
    })

    this.schema.createTable('second_factor_resets', (table) => {
      tenantTable(table, 'second_factor_resets')
      table.string('staff_id', 36).notNullable()
      // 1 while it waits for the second person, else null: one open request for each person.
      table.integer('open').unsigned().nullable()
      table.string('ground', 500).notNullable()
      table.string('requested_by', 36).notNullable()
      table.bigInteger('requested_at').notNullable()
      table.string('decided_by', 36).nullable()
      table.bigInteger('decided_at').nullable()
      table.string('outcome', 16).nullable()
      table.unique(['region_id', 'staff_id', 'open'], {
        indexName: 'second_factor_resets_open_unique',
      })
      table.foreign('staff_id').references('id').inTable('staff').onDelete('CASCADE')
    })

    this.schema.alterTable('memberships', (table) => {
      // A region suspends its own membership, never the person's work elsewhere.
      table.bigInteger('suspended_at').nullable()
    })
  }

  async down() {
    // Not by the schema builder: on SQLite that copies the whole table.
    this.schema.raw('alter table memberships drop column suspended_at')
    for (const table of [
      'second_factor_resets',
      'staff_links',
      'recovery_codes',
      'second_factors',
      'sessions',
    ]) {
      this.schema.dropTable(table)
    }
  }
}
