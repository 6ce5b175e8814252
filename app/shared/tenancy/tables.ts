/**
 * Every table stands on exactly one of these lists; a statement that names any other table throws.
 * A test compares them with the migrated schema.
 */

/** Rows of one region each: `region_id` leads their primary key and all their unique keys. */
export const TENANT: ReadonlySet<string> = new Set([
  ...['exam_points', 'memberships', 'seasons', 'season_windows', 'notices', 'notice_reads'],
  'season_extensions',
  ...['releases', 'registrations', 'dossiers', 'items', 'images', 'image_places', 'submissions'],
  ...['decisions', 'decision_reasons', 'decision_pins', 'verdict_drafts'],
  ...['release_drafts', 'release_draft_edits'],
  ...['handovers', 'handover_images'],
  ...[
    'proposals',
    'remarks',
    'review_conflicts',
    'phone_calls',
    'queue_counts',
    'saved_filters',
    'lost_claims',
    'exports',
  ],
  'finished_reviews',
  ...['audit_entries', 'idempotency_keys', 'outbox', 'messages', 'second_factor_resets'],
])

/** Tables of no region, with the reason why each may be read and written from everywhere. */
export const PLATFORM: ReadonlyMap<string, string> = new Map([
  ['regions', 'the list of the regions themselves: names for everybody, no applicant data'],
  ['staff', 'one login may work in several regions; what it may do there is in memberships'],
  ['sessions', 'who is signed in in which browser, whatever region he looks at'],
  ['second_factors', 'of a login, which may work in several regions'],
  ['recovery_codes', 'of a second factor'],
  ['staff_links', 'one-time links of a login: who follows one has not yet signed in anywhere'],
  ['candidates', 'issuer and subject of a sign-in, before it is known where one is registered'],
  ['catalog_versions', 'the national base catalog, the same for all regions'],
  ['platform_entries', 'what the platform did above the regions, with nothing about candidates'],
  ['catalog_drafts', 'its next version, which only the platform prepares'],
])

/** Tables of the framework and of the databases themselves: no applicant data but ids in payloads. */
export const FRAMEWORK: ReadonlySet<string> = new Set([
  ...['adonis_schema', 'adonis_schema_versions', 'queue_jobs', 'queue_schedules'],
  // Counted tries: keys of the limiter, written past knex by its own connection.
  'rate_limits',
  ...['sqlite_master', 'sqlite_schema', 'sqlite_sequence'],
])

export type TableKind = 'tenant' | 'platform' | 'framework'

/** On which list a table stands; null: on none. `schema` is what stands before the dot, if any. */
export function tableKind(name: string, schema?: string): TableKind | null {
  if (schema === 'information_schema') return 'framework'
  if (TENANT.has(name)) return 'tenant'
  if (PLATFORM.has(name)) return 'platform'
  return FRAMEWORK.has(name) ? 'framework' : null
}

/** The column by which a row says to which region it belongs. */
export function regionColumn(table: string): string | null {
  if (TENANT.has(table)) return 'region_id'
  return table === 'regions' ? 'id' : null
}
