import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** Links by which a phone adds pictures to a dossier that is open on another screen. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('handovers', (table) => {
      tenantTable(table, 'handovers')
      table.string('dossier_id', 36).notNullable()
      table.string('candidate_id', 36).notNullable()
      // Where it was opened for one item alone.
      table.string('item_id', 36).nullable()
      // SHA-256 of what the QR code says: a copy of this table opens nothing.
      table.string('token_hash', 64).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('expires_at').notNullable()
      table.bigInteger('opened_at').nullable()
      table.bigInteger('revoked_at').nullable()
      table.unique(['region_id', 'token_hash'], { indexName: 'handovers_token_unique' })
      table.index(['region_id', 'dossier_id'], 'handovers_dossier_index')
      table
        .foreign(['region_id', 'dossier_id'])
        .references(['region_id', 'id'])
        .inTable('dossiers')
        .onDelete('CASCADE')
    })

    this.schema.createTable('handover_images', (table) => {
      tenantTable(table, 'handover_images')
      table.string('handover_id', 36).notNullable()
      table.string('image_id', 36).notNullable()
      table.unique(['region_id', 'image_id'], { indexName: 'handover_images_image_unique' })
      table
        .foreign(['region_id', 'handover_id'])
        .references(['region_id', 'id'])
        .inTable('handovers')
        .onDelete('CASCADE')
      // A purged picture leaves no trace here.
      table
        .foreign(['region_id', 'image_id'])
        .references(['region_id', 'id'])
        .inTable('images')
        .onDelete('CASCADE')
    })
  }

  async down() {
    this.schema.dropTable('handover_images')
    this.schema.dropTable('handovers')
  }
}
