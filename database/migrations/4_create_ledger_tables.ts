import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** What a transition leaves behind: audit, answers to repeat, effects to deliver, messages. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('audit_entries', (table) => {
      tenantTable(table, 'audit_entries')
      table.string('chain', 64).notNullable()
      table.integer('seq').unsigned().notNullable()
      table.bigInteger('at').notNullable()
      table.string('actor_kind', 16).notNullable()
      table.string('actor_id', 36).notNullable()
      table.string('action', 64).notNullable()
      table.text('payload', 'longtext').notNullable()
      table.string('previous_hash', 64).notNullable()
      table.string('hash', 64).notNullable()
      table.unique(['region_id', 'chain', 'seq'], { indexName: 'audit_entries_seq_unique' })
    })

    this.schema.createTable('idempotency_keys', (table) => {
      tenantTable(table, 'idempotency_keys')
      table.string('actor', 64).notNullable()
      table.string('key', 64).notNullable()
      table.string('fingerprint', 64).notNullable()
      table.integer('status').unsigned().notNullable()
      table.text('answer', 'longtext').notNullable()
      table.bigInteger('expires_at').notNullable()
      table.unique(['region_id', 'actor', 'key'], { indexName: 'idempotency_keys_key_unique' })
      table.index(['region_id', 'expires_at'], 'idempotency_keys_expiry_index')
    })

    this.schema.createTable('outbox', (table) => {
      tenantTable(table, 'outbox')
      table.string('dossier_id', 36).notNullable()
      table.integer('version').unsigned().notNullable()
      table.string('kind', 64).notNullable()
      table.text('payload', 'longtext').notNullable()
      table.integer('attempts').unsigned().notNullable().defaultTo(0)
      table.text('last_error').nullable()
      table.bigInteger('due_at').notNullable()
      table.bigInteger('delivered_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['region_id', 'dossier_id', 'version', 'kind'], {
        indexName: 'outbox_effect_unique',
      })
      table.index(['region_id', 'delivered_at', 'due_at'], 'outbox_due_index')
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
    })

    this.schema.createTable('messages', (table) => {
      tenantTable(table, 'messages')
      table.string('outbox_id', 36).notNullable()
      table.string('candidate_id', 36).notNullable()
      table.string('dossier_id', 36).notNullable()
      table.string('template', 64).notNullable()
      table.text('variables').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('read_at').nullable()
      table.unique(['region_id', 'outbox_id'], { indexName: 'messages_outbox_unique' })
      table.index(['region_id', 'candidate_id', 'created_at'], 'messages_candidate_index')
      table.foreign(['region_id', 'outbox_id']).references(['region_id', 'id']).inTable('outbox')
    })
  }

  async down() {
    for (const table of ['messages', 'outbox', 'idempotency_keys', 'audit_entries']) {
      this.schema.dropTable(table)
    }
  }
}
