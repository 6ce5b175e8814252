import db from '@adonisjs/lucid/services/db'
import { BaseModel, column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { inAllRegions } from '#tests/support/all_regions'

/** The region that asks, and the one whose rows it must not reach. */
export const HERE = 'here'
export const THERE = 'there'
/** Stands in every row of the other region. */
export const SECRET = 'SECRET'

/** Both regions with one point, one season and one notice each, with ids like `there-point`. */
export function fillRegions() {
  return inAllRegions(async () => {
    for (const region of [HERE, THERE]) await fillRegion(region)
  })
}

async function fillRegion(region: string) {
  const text = region === THERE ? SECRET : 'plain'
  const at = { created_at: 1, updated_at: 1 }
  const names = { code: region, zh: text, en: text, enabled: true, notes: '{}' }
  await db.table('regions').insert({ id: region, ...names, ...at })
  await db.table('exam_points').insert(pointOf(region, `${region}-point`, text))
  await db.table('seasons').insert({
    region_id: region,
    id: `${region}-season`,
    exam: text,
    year: region === THERE ? 1999 : 2031,
    is_current: true,
    uploads_on: true,
    settings: '{}',
    ...at,
  })
  await db.table('notices').insert({
    region_id: region,
    id: `${region}-notice`,
    season_id: `${region}-season`,
    position: 1,
    title_zh: text,
    must_read: false,
  })
}

export function pointOf(region: string, id: string, zh = 'new') {
  return { region_id: region, id, code: id, zh }
}

/** All rows of the other region, as one text. */
export function otherRows(): Promise<string> {
  return inAllRegions(async () => {
    const tables = ['exam_points', 'seasons', 'notices']
    const rows = tables.map((table) => db.from(table).where('region_id', THERE).orderBy('id'))
    const found = []
    for (const query of rows) found.push(await query)
    return JSON.stringify(found)
  })
}

/** Runs `work` with nobody watching the statements, as before there was a guard. */
export async function unguarded<T>(work: () => Promise<T>): Promise<T> {
  const { client } = db.manager.get(db.primaryConnectionName)!.connection!
  const watchers = client!.listeners('query') as ((query: unknown) => void)[]
  if (watchers.length === 0) throw new Error('The guard is not attached')
  client!.removeAllListeners('query')
  try {
    return await work()
  } finally {
    for (const watcher of watchers) client!.on('query', watcher)
  }
}

/** Models of somebody who does not know of regions: plain Lucid. */
export class PlainNotice extends BaseModel {
  static table = 'notices'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare seasonId: string

  @column()
  declare titleZh: string
}

export class PlainSeason extends BaseModel {
  static table = 'seasons'

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare regionId: string

  @column()
  declare exam: string

  @hasMany(() => PlainNotice, { foreignKey: 'seasonId' })
  declare notices: HasMany<typeof PlainNotice>
}
