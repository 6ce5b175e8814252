import { BaseSchema } from '@adonisjs/lucid/schema'
import { tenantTable } from '#database/tenant_table'

/** Registrations, dossiers with their items and images, and what reviewers say of them. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('registrations', (table) => {
      tenantTable(table, 'registrations')
      table.string('season_id', 36).notNullable()
      table.string('candidate_id', 36).notNullable().references('id').inTable('candidates')
      table.string('exam_point_id', 36).notNullable()
      table.string('external_number', 64).notNullable()
      table.string('category', 32).notNullable()
      table.string('institution', 200).nullable()
      table.text('facts', 'longtext').notNullable()
      table.text('answers', 'longtext').notNullable()
      table.integer('facts_revision').unsigned().notNullable()
      table.text('name_encrypted').notNullable()
      table.text('id_no_encrypted').notNullable()
      table.text('phone_encrypted').notNullable()
      table.string('name_index', 64).notNullable()
      table.string('id_no_index', 64).notNullable()
      table.string('phone_index', 64).notNullable()
      table.bigInteger('synced_at').notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['region_id', 'season_id', 'external_number'], {
        indexName: 'registrations_number_unique',
      })
      table.index(['region_id', 'candidate_id'], 'registrations_candidate_index')
      table.index(['region_id', 'id_no_index'], 'registrations_id_no_index')
      table.foreign(['region_id', 'season_id']).references(['region_id', 'id']).inTable('seasons')
      table
        .foreign(['region_id', 'exam_point_id'])
        .references(['region_id', 'id'])
        .inTable('exam_points')
    })

    this.schema.createTable('dossiers', (table) => {
      tenantTable(table, 'dossiers')
      table.string('registration_id', 36).notNullable()
      table.string('season_id', 36).notNullable()
      table.string('candidate_id', 36).notNullable()
      table.string('exam_point_id', 36).notNullable()
      table.string('release_id', 36).notNullable()
      // 1 while live, null once closed: one live dossier per registration.
      table.integer('live').nullable()
      table.string('state', 16).notNullable()
      table.integer('stage').unsigned().notNullable()
      table.integer('round').unsigned().notNullable()
      table.integer('version').unsigned().notNullable()
      table.integer('facts_revision').unsigned().notNullable()
      table.string('manifest', 64).nullable()
      table.string('claim_by', 36).nullable()
      table.integer('claim_token').unsigned().notNullable().defaultTo(0)
      table.bigInteger('claim_until').nullable()
      table.bigInteger('deadline').nullable()
      table.bigInteger('stage_entered_at').notNullable()
      table.bigInteger('submitted_at').nullable()
      table.bigInteger('last_upload_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['region_id', 'registration_id', 'live'], { indexName: 'dossiers_live_unique' })
      table.index(['region_id', 'state', 'stage', 'stage_entered_at', 'id'], 'dossiers_queue_index')
      table.index(
        ['region_id', 'exam_point_id', 'state', 'stage', 'stage_entered_at', 'id'],
        'dossiers_point_queue_index'
      )
      table.index(['region_id', 'candidate_id'], 'dossiers_candidate_index')
      table
        .foreign(['region_id', 'registration_id'])
        .references(['region_id', 'id'])
        .inTable('registrations')
      table.foreign(['region_id', 'release_id']).references(['region_id', 'id']).inTable('releases')
      table
        .foreign(['region_id', 'exam_point_id'])
        .references(['region_id', 'id'])
        .inTable('exam_points')
    })

    this.schema.createTable('items', (table) => {
      tenantTable(table, 'items')
      table.string('dossier_id', 36).notNullable()
      table.string('material', 64).notNullable()
      table.string('need', 16).notNullable()
      table.integer('min').unsigned().notNullable()
      table.integer('max').unsigned().notNullable()
      // The candidate said "我需要上传这项" of a material nobody asked him for.
      table.boolean('wanted').notNullable().defaultTo(false)
      table.string('verdict', 16).nullable()
      table.integer('verdict_stage').unsigned().nullable()
      table.boolean('reopened').notNullable().defaultTo(false)
      table.boolean('changed').notNullable().defaultTo(false)
      table.text('answer').nullable()
      table.unique(['region_id', 'dossier_id', 'material'], { indexName: 'items_material_unique' })
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
    })

    this.schema.createTable('images', (table) => {
      tenantTable(table, 'images')
      table.string('dossier_id', 36).notNullable()
      table.string('item_id', 36).notNullable()
      table.string('format', 8).notNullable()
      table.string('sha256', 64).notNullable()
      table.integer('bytes').unsigned().notNullable()
      table.integer('width').unsigned().notNullable()
      table.integer('height').unsigned().notNullable()
      table.integer('orientation').unsigned().notNullable()
      table.bigInteger('received_at').notNullable()
      table.bigInteger('stored_at').notNullable()
      table.bigInteger('removed_at').nullable()
      table.index(['region_id', 'dossier_id'], 'images_dossier_index')
      table.index(['region_id', 'item_id'], 'images_item_index')
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
      table.foreign(['region_id', 'item_id']).references(['region_id', 'id']).inTable('items')
    })

    this.schema.createTable('image_places', (table) => {
      tenantTable(table, 'image_places')
      table.string('image_id', 36).notNullable()
      table.string('item_id', 36).notNullable()
      table.string('place', 32).nullable()
      table.integer('position').unsigned().notNullable()
      table.unique(['region_id', 'image_id'], { indexName: 'image_places_image_unique' })
      table.unique(['region_id', 'item_id', 'place'], { indexName: 'image_places_place_unique' })
      table.foreign(['region_id', 'image_id']).references(['region_id', 'id']).inTable('images')
      table.foreign(['region_id', 'item_id']).references(['region_id', 'id']).inTable('items')
    })

    this.schema.createTable('submissions', (table) => {
      tenantTable(table, 'submissions')
      table.string('dossier_id', 36).notNullable()
      table.integer('round').unsigned().notNullable()
      table.integer('stage').unsigned().notNullable()
      table.string('receipt_number', 32).notNullable()
      table.text('manifest', 'longtext').notNullable()
      table.string('sha256', 64).notNullable()
      table.string('declaration_version', 32).notNullable()
      table.text('declaration').notNullable()
      table.bigInteger('submitted_at').notNullable()
      table.unique(['region_id', 'dossier_id', 'round'], { indexName: 'submissions_round_unique' })
      table.unique(['region_id', 'receipt_number'], { indexName: 'submissions_receipt_unique' })
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
    })

    this.schema.createTable('decisions', (table) => {
      tenantTable(table, 'decisions')
      table.string('dossier_id', 36).notNullable()
      table.string('submission_id', 36).notNullable()
      table.string('item_id', 36).notNullable()
      table.integer('stage').unsigned().notNullable()
      table.integer('round').unsigned().notNullable()
      table.string('staff_id', 36).notNullable()
      table.string('verdict', 16).notNullable()
      table.text('note').nullable()
      table.string('manifest', 64).notNullable()
      table.bigInteger('decided_at').notNullable()
      table.unique(['region_id', 'submission_id', 'stage', 'item_id', 'staff_id'], {
        indexName: 'decisions_once_unique',
      })
      table.index(['region_id', 'dossier_id'], 'decisions_dossier_index')
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
      table.foreign(['region_id', 'item_id']).references(['region_id', 'id']).inTable('items')
      table
        .foreign(['region_id', 'submission_id'])
        .references(['region_id', 'id'])
        .inTable('submissions')
    })

    this.schema.createTable('decision_reasons', (table) => {
      tenantTable(table, 'decision_reasons')
      table.string('decision_id', 36).notNullable()
      table.string('reason', 64).notNullable()
      table.unique(['region_id', 'decision_id', 'reason'], {
        indexName: 'decision_reasons_once_unique',
      })
      table
        .foreign(['region_id', 'decision_id'])
        .references(['region_id', 'id'])
        .inTable('decisions')
    })

    this.schema.createTable('verdict_drafts', (table) => {
      tenantTable(table, 'verdict_drafts')
      table.string('dossier_id', 36).notNullable()
      table.string('item_id', 36).notNullable()
      table.string('staff_id', 36).notNullable()
      table.string('manifest', 64).notNullable()
      table.string('verdict', 16).notNullable()
      table.text('reasons').notNullable()
      table.text('note').nullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['region_id', 'dossier_id', 'item_id', 'staff_id'], {
        indexName: 'verdict_drafts_once_unique',
      })
      table.foreign(['region_id', 'dossier_id']).references(['region_id', 'id']).inTable('dossiers')
      table.foreign(['region_id', 'item_id']).references(['region_id', 'id']).inTable('items')
    })
  }

  async down() {
    for (const table of [
      'verdict_drafts',
      'decision_reasons',
      'decisions',
      'submissions',
      'image_places',
      'images',
      'items',
      'dossiers',
      'registrations',
    ]) {
      this.schema.dropTable(table)
    }
  }
}
