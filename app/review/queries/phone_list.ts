import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { HOUR } from '#app/core/time'
import Season from '#app/regions/models/season'
import { maskPhone } from '#app/registrations/masks'
import { phoneOf } from '#app/registrations/phone'
import { clock } from '#app/shared/clock'
import { decryptField } from '#app/shared/field_cipher'
import { currentRegionId } from '#app/shared/region_context'
import type PhoneCall from '#app/review/models/phone_call'
import { readCursor, writeCursor, type Cursor } from '#app/review/queue_filters'
import { seenBy } from './dossier_scopes.js'
import type { Reach } from './reach.js'

type Query = DatabaseQueryBuilderContract<any>

const PAGE = 30
/** Later than any deadline: a return without one comes last. */
const NEVER = 8_640_000_000_000
const DEADLINE = `coalesce(d.deadline, ${NEVER})`

/**
 * Candidates who have not looked at what was returned to them within the hours that the region set,
 * by deadline; who was reached is no longer on it (inertia/types/lists.ts). Three statements beside
 * those of the reach.
 */
export async function phoneList(reach: Reach, after: unknown) {
  const season = await Season.find(reach.seasonId)
  const hours = season?.settings.notifications.phoneListForUnreadHours ?? null
  if (hours === null) return { hours, rows: [], paged: false, next: null }
  const cursor = readCursor(typeof after === 'string' ? after : '')
  const found = await described(toCall(reach, hours), cursor)
  const shown = found.slice(0, PAGE)
  const calls = await callsAbout(shown)
  const last = shown.at(-1)
  return {
    hours,
    rows: shown.map((row) => viewOf(reach, row, calls.get(row.id) ?? [])),
    paged: cursor !== null,
    next: found.length > PAGE ? writeCursor({ since: last.due, id: last.id }) : null,
  }
}

function toCall(reach: Reach, hours: number): Query {
  return seenBy(reach)
    .where('d.state', 'returned')
    .where('d.unread_since', '<=', clock.now() - hours * HOUR)
    .whereNotExists(
      db
        .from('phone_calls as c')
        .where('c.region_id', currentRegionId())
        .whereColumn('c.dossier_id', 'd.id')
        .whereColumn('c.called_at', '>=', 'd.unread_since')
        .where('c.outcome', 'reached')
    )
}

async function described(query: Query, after: Cursor | null): Promise<any[]> {
  if (after) {
    query.where((beyond) =>
      beyond
        .whereRaw(`${DEADLINE} > ?`, [after.since])
        .orWhere((tie) =>
          tie.whereRaw(`${DEADLINE} = ?`, [after.since]).where('d.id', '>', after.id)
        )
    )
  }
  return query
    .join('registrations as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.id', 'd.registration_id')
    )
    .select('d.id', 'd.round', 'd.release_id', 'd.exam_point_id', 'd.deadline', 'd.unread_since')
    .select('r.external_number', 'r.category', 'r.name_encrypted')
    .select('r.phone_encrypted', 'r.contact_phone_encrypted')
    .select(db.raw(`${DEADLINE} as due`))
    .orderByRaw(`${DEADLINE}, d.id`)
    .limit(PAGE + 1)
}

interface Call {
  outcome: PhoneCall['outcome']
  note: string | null
  at: number
  by: string
}

/** What was tried since the return, newest first. */
async function callsAbout(rows: any[]): Promise<Map<string, Call[]>> {
  const calls = new Map<string, Call[]>()
  if (rows.length === 0) return calls
  const since = new Map<string, number>(rows.map((row) => [row.id, row.unread_since]))
  const found: any[] = await db
    .from('phone_calls as c')
    .join('staff as s', 's.id', 'c.staff_id')
    .where('c.region_id', currentRegionId())
    .whereIn('c.dossier_id', [...since.keys()])
    .orderBy('c.called_at', 'desc')
    .select('c.dossier_id', 'c.outcome', 'c.note', 'c.called_at', 's.name')
  for (const { dossier_id: id, outcome, note, called_at: at, name } of found) {
    if (at < since.get(id)!) continue
    calls.set(id, [...(calls.get(id) ?? []), { outcome, note, at, by: name }])
  }
  return calls
}

function viewOf(reach: Reach, row: any, calls: Call[]) {
  const category = reach.releases
    .get(row.release_id)
    ?.categories.find(({ id }) => id === row.category)
  const point = reach.points.find(({ id }) => id === row.exam_point_id)
  return {
    id: row.id as string,
    name: decryptField(row.name_encrypted),
    externalNumber: row.external_number as string,
    category: { zh: category?.zh ?? row.category, en: category?.en ?? null },
    examPoint: { zh: point?.zh ?? '', en: point?.en ?? null },
    round: row.round as number,
    phoneMasked: maskPhone(
      phoneOf({
        phoneEncrypted: row.phone_encrypted,
        contactPhoneEncrypted: row.contact_phone_encrypted,
      })
    ),
    unreadSince: row.unread_since as number,
    deadline: row.deadline as number | null,
    calls,
  }
}
