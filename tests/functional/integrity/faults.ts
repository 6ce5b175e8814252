import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { v7 as uuid } from 'uuid'
import { appendAuditEntry } from '#app/audit/append_entry'
import { DAY } from '#app/core/time'
import type { Invariant } from '#app/dossiers/integrity/breach'
import { clock } from '#app/shared/clock'
import { transaction } from '#app/shared/transaction'
import env from '#start/env'
import { AtDossier, storedObjects } from '#tests/support/dossiers'

const REGION = 'sc'

export interface Fault {
  invariant: Invariant
  named: string
  plant: (at: AtDossier) => Promise<unknown>
}

const rowsIn = (table: string) => db.from(table).where('region_id', REGION)
const of = (table: string, id: string) => rowsIn(table).where('id', id)

const path = (...parts: string[]) => join(env.get('DATA_DIR'), 'images', ...parts)

async function original(at: AtDossier) {
  const [{ id }] = await at.rows('images')
  return {
    id,
    file: storedObjects().find((one) => /\/[0-9a-f-]{36}\.jpg$/.test(one) && one.includes(id))!,
  }
}

/** A file that was written two days ago. */
export function oldFile(file: string, bytes = 'left over') {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  const then = (clock.now() - 2 * DAY) / 1000
  utimesSync(file, then, then)
}

async function objectPath(at: AtDossier, name: string) {
  const { seasonId, id } = await at.row()
  return path(REGION, seasonId, id, name)
}

/** Something outside of the application with the checks of foreign keys switched off. */
async function withoutKeys(sql: string, bindings: string[]) {
  if (db.connection().dialect.name !== 'mysql') {
    await db.rawQuery('pragma foreign_keys = off')
    await db.rawQuery(sql, bindings)
    await db.rawQuery('pragma foreign_keys = on')
    return
  }
  const trx = await db.transaction()
  await trx.rawQuery('set foreign_key_checks = 0')
  await trx.rawQuery(sql, bindings)
  await trx.rawQuery('set foreign_key_checks = 1')
  await trx.commit()
}

/** An entry with the right hash for a step that the table does not know. */
async function forgeStep(at: AtDossier) {
  const row = await at.row()
  const version = row.version + 1
  await transaction(async (trx) => {
    await appendAuditEntry(trx, {
      chain: `dossier:${row.id}`,
      at: clock.now(),
      actor: { kind: 'staff', id: 'nobody' },
      action: 'finish',
      payload: {
        ...{ row: '8', from: 'submitted', to: 'approved', atStage: 0 },
        ...{ stage: row.stage, round: row.round, version },
      },
    })
    await trx
      .from('dossiers')
      .where({ region_id: REGION, id: row.id })
      .update({ state: 'approved', version })
  })
}

const entry = (at: AtDossier, seq: number) =>
  at.row().then(({ id }) => rowsIn('audit_entries').where({ chain: `dossier:${id}`, seq }))

const keyRow = (answer: object) => ({
  region_id: REGION,
  id: uuid(),
  actor: 'candidate:somebody',
  key: uuid(),
  fingerprint: 'f'.repeat(64),
  status: 200,
  answer: JSON.stringify(answer),
  expires_at: clock.now() + DAY,
})

/** For each promise of RELIABILITY.md what breaks it; each in a submitted dossier that was well. */
export const FAULTS: Fault[] = [
  {
    invariant: 'I1',
    named: 'a picture has other bytes of the same length',
    plant: async (at) => {
      const { file } = await original(at)
      const bytes = readFileSync(file)
      bytes[bytes.length >> 1] ^= 1
      writeFileSync(file, bytes)
    },
  },
  {
    invariant: 'I1',
    named: 'a picture was cut off',
    plant: async (at) => {
      const { file } = await original(at)
      writeFileSync(file, readFileSync(file).subarray(0, 1000))
    },
  },
  {
    invariant: 'I2',
    named: 'a picture is missing',
    plant: async (at) => rmSync((await original(at)).file),
  },
  {
    invariant: 'I3',
    named: 'an object of yesterday has no row',
    plant: async (at) => oldFile(await objectPath(at, `${uuid()}.jpg`)),
  },
  {
    invariant: 'I3',
    named: 'something lies there that we never wrote',
    plant: async (at) => oldFile(await objectPath(at, 'notes.txt')),
  },
  {
    invariant: 'I4',
    named: 'a picture was removed after it was submitted',
    plant: async (at) => {
      const { id } = await original(at)
      await of('images', id).update({ removed_at: clock.now() })
    },
  },
  {
    invariant: 'I4',
    named: 'a picture was deleted after it was submitted',
    plant: async (at) => {
      const { id } = await original(at)
      await rowsIn('image_places').where('image_id', id).delete()
      await of('images', id).delete()
    },
  },
  {
    invariant: 'I4',
    named: 'a picture came after it was submitted',
    plant: async (at) => {
      const [row] = await at.rows('images')
      await db.table('images').insert({ ...row, id: uuid(), sha256: 'a'.repeat(64) })
    },
  },
  {
    invariant: 'I4',
    named: 'a picture is said to have another hash',
    plant: async (at) => {
      const { id } = await original(at)
      await of('images', id).update({ sha256: 'b'.repeat(64) })
    },
  },
  {
    invariant: 'I4',
    named: 'a manifest was rewritten',
    plant: async (at) => {
      const [{ id }] = await at.rows('submissions')
      await of('submissions', id).update({ manifest: '{}' })
    },
  },
  {
    invariant: 'I4',
    named: 'the dossier names another manifest',
    plant: async (at) => of('dossiers', (await at.row()).id).update({ manifest: 'c'.repeat(64) }),
  },
  {
    invariant: 'I5',
    named: 'an audit entry was rewritten',
    plant: async (at) => (
      await entry(at, 2),
      of('audit_entries', (await entry(at, 2))[0].id).update({ actor_id: 'somebody else' })
    ),
  },
  {
    invariant: 'I5',
    named: 'an audit entry was taken out',
    plant: async (at) => of('audit_entries', (await entry(at, 3))[0].id).delete(),
  },
  {
    invariant: 'I5',
    named: 'the last audit entry was taken away',
    plant: async (at) => {
      const { version } = await at.row()
      await of('audit_entries', (await entry(at, version))[0].id).delete()
    },
  },
  {
    invariant: 'I5',
    named: 'a state was changed past the gate',
    plant: async (at) => of('dossiers', (await at.row()).id).update({ state: 'approved' }),
  },
  {
    invariant: 'I6',
    named: 'the round does not count the submissions',
    plant: async (at) => {
      const [{ id }] = await at.rows('submissions')
      await of('submissions', id).delete()
    },
  },
  {
    invariant: 'I7',
    named: 'a dossier is claimed that nobody reviews',
    plant: async (at) =>
      of('dossiers', (await at.row()).id).update({ claim_by: 'x', claim_until: clock.now() }),
  },
  {
    invariant: 'I7',
    named: 'a token was counted twice',
    plant: async (at) => of('dossiers', (await at.row()).id).update({ claim_token: 7 }),
  },
  {
    invariant: 'I8',
    named: 'two keys have one effect',
    plant: async (at) => {
      const [{ receipt_number: receipt }] = await at.rows('submissions')
      await db.table('idempotency_keys').multiInsert([keyRow({ receipt }), keyRow({ receipt })])
    },
  },
  {
    invariant: 'I8',
    named: 'an answer tells of a picture that never was',
    plant: () => db.table('idempotency_keys').insert(keyRow({ imageId: uuid() })),
  },
  {
    invariant: 'I8',
    named: 'one upload was done twice',
    plant: async (at) => {
      const [row] = await at.rows('images')
      await db.table('images').insert({ ...row, id: uuid() })
    },
  },
  { invariant: 'I9', named: 'a step is not in the table', plant: forgeStep },
  {
    invariant: 'I10',
    named: 'a message waits since the day before yesterday',
    plant: async (at) => {
      const [{ id }] = await at.rows('outbox')
      const then = clock.now() - 2 * DAY
      await of('outbox', id).update({ delivered_at: null, created_at: then, last_error: 'no line' })
    },
  },
  {
    invariant: 'I10',
    named: 'a delivered message never arrived',
    plant: async (at) => {
      const [{ id }] = await at.rows('messages')
      await of('messages', id).delete()
    },
  },
  {
    invariant: 'I11',
    named: 'a row points at what its region does not have',
    plant: async (at) => {
      const { id } = await at.item('OTHER')
      await withoutKeys('update items set dossier_id = ? where region_id = ? and id = ?', [
        ...['nowhere', REGION, id],
      ])
    },
  },
  {
    invariant: 'I11',
    named: 'a dossier belongs to another candidate than its registration',
    plant: async (at) => of('dossiers', (await at.row()).id).update({ candidate_id: 'another' }),
  },
  {
    invariant: 'I11',
    named: 'an object lies in the folder of another dossier',
    plant: async (at) => {
      const { file } = await original(at)
      const other = await AtDossier.open(REGION)
      const target = await objectPath(other, file.split('/').at(-1)!)
      mkdirSync(dirname(target), { recursive: true })
      renameSync(file, target)
    },
  },
]
