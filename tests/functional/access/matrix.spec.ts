import { readFile, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import { v7 as uuid } from 'uuid'
import { RegistrationSystem } from '#app/identity/registration_system'
import { decryptField } from '#app/shared/field_cipher'
import { heartbeat } from '#app/shared/worker_heartbeat'
import { ACTORS, expectedOf, type Actor, type Expected } from '#tests/support/access_actors'
import { permissionsDocument } from '#tests/support/access_document'
import { inAllRegions } from '#tests/support/all_regions'
import {
  addressOf,
  allRoutes,
  answerOf,
  asPage,
  asProgram,
  differenceOf,
  type Row,
  type Sending,
  wordsOf,
} from '#tests/support/access_requests'
import { allRows, undone } from '#tests/support/access_tables'
import { inAccessWorld, personOf, type AccessWorld } from '#tests/support/access_world'
import { rows } from './rows.js'

const actors = Object.keys(ACTORS) as Actor[]

/** A worker that is silent is no matter of permissions. */
function beating() {
  heartbeat.lastBeat = Date.now()
  return () => {
    heartbeat.lastBeat = null
  }
}

/** Nobody leaves for the registration system here: only the decision to lead there is looked at. */
class NearbyRegistrationSystem extends RegistrationSystem {
  async begin() {
    const pending = { nonce: 'nonce', verifier: 'verifier' }
    return { url: 'https://registration.invalid/', state: 'state', pending }
  }
}

test.group('Permission matrix: the list', () => {
  test('each route has a row', ({ assert }) => {
    const known = new Set(rows.map(({ route }) => route))
    const missing = allRoutes().filter(({ route }) => !known.has(route))
    assert.isEmpty(
      missing,
      `No row in the permission matrix for ${missing.map(({ route, name }) => `${route} (${name})`).join(', ')}.\n` +
        `Add to tests/functional/access/rows.ts what each actor should get, e.g.\n${missing.map(example).join('')}`
    )
  })

  test('each row has a route', ({ assert }) => {
    const known = new Set(allRoutes().map(({ route }) => route))
    const gone = rows.filter(({ route }) => !known.has(route)).map(({ route }) => route)
    assert.isEmpty(gone, `Take these out of tests/functional/access/rows.ts, no route has them`)
  })

  test('each row says something of every actor', ({ assert }) => {
    const silent = rows.flatMap((row) =>
      actors
        .filter((actor) => expectedOf(row.cells, actor) === undefined)
        .map((actor) => `${titleOf(row)}: ${actor}`)
    )
    assert.isEmpty(silent)
  })

  test('the document says the same', async ({ assert }) => {
    const path = app.makePath('docs/security/permissions.md')
    if (process.env.UPDATE_PERMISSIONS) await writeFile(path, permissionsDocument(rows))
    assert.isTrue(
      (await readFile(path, 'utf8')) === permissionsDocument(rows),
      'docs/security/permissions.md is older than the rows. Write it anew: UPDATE_PERMISSIONS=1 npm test -- functional --files "access/matrix"'
    )
  })
})

function example({ route }: { route: string }) {
  const write = route.startsWith('GET')
    ? ''
    : `\n    body: () => ({ /* so that it may succeed */ }),`
  const cells = `{ everyone: 'sign-in', staff: 403, admin: 200, otherAdmin: 404, platform: 404 }`
  return `  {\n    route: '${route}',${write}\n    cells: ${cells},\n  },\n`
}

const titleOf = ({ route, on }: Row) => `${route}${on ? `, ${on}` : ''}`

test.group('Permission matrix', (group) => {
  const world = inAccessWorld(group)
  group.setup(() => {
    app.container.swap(RegistrationSystem, () => new NearbyRegistrationSystem())
    return () => app.container.restore(RegistrationSystem)
  })

  group.each.setup(beating)
  let numbers: string[] | undefined

  for (const row of rows) {
    test(titleOf(row), async ({ assert, client }) => {
      numbers ??= await allNumbers()
      const cells = actors.map((actor) => ({ actor, expected: expectedOf(row.cells, actor)! }))
      const ask = { client, world: world(), row, picture: await row.picture?.(), numbers }
      const before = await allRows()
      const wrong: string[] = []
      // Refused first, and not taken back: together they must not have changed a thing.
      for (const { actor, expected } of cells.filter((cell) => isRefusal(cell.expected))) {
        wrong.push(...(await tryCell(ask, actor, expected)))
      }
      assert.deepEqual(await allRows(), before, 'who was refused changed something')
      for (const { actor, expected } of cells.filter((cell) => !isRefusal(cell.expected))) {
        wrong.push(...(await tryCell(ask, actor, expected, undone)))
      }
      assert.isEmpty(wrong, wrong.join('\n'))
    })
  }
})

const isRefusal = (expected: Expected) => expected === 'sign-in' || expected >= 400

/** The only answers with whole numbers in them; asking for one is kept in the dossier's chain. */
const REVEALS = ['reveals', 'phone-reveals'].map(
  (what) => `POST /:region/staff/dossiers/:dossier/${what}`
)

/** Whole ID and phone numbers of everybody who is registered here. */
async function allNumbers(): Promise<string[]> {
  const registered = await inAllRegions(() => db.from('registrations'))
  return registered.flatMap((row) => [
    decryptField(row.id_no_encrypted),
    decryptField(row.phone_encrypted),
  ])
}

function tells(response: ApiResponse, numbers: readonly string[]): boolean {
  const said = JSON.stringify([response.text(), response.flashMessages(), response.headers()])
  return numbers.some((number) => said.includes(number))
}

interface Asking {
  numbers: readonly string[]
  client: ApiClient
  world: AccessWorld
  row: Row
  picture: Buffer | undefined
}

/** What was not as it should be: as a program, as a page, and against an id that never was. */
async function tryCell(
  { client, world, row, picture, numbers }: Asking,
  actor: Actor,
  expected: Expected,
  around: <T>(work: () => Promise<T>) => Promise<T> = (work) => work()
): Promise<string[]> {
  const place = world.places[row.on ?? 'draft']
  const ids = { ...place.ids, ...row.ids?.(place, world) }
  const sending: Sending = {
    method: row.route.split(' ')[0],
    address: addressOf(row, ids),
    person: personOf(world, actor, place),
    body: row.body?.(place, world),
    picture,
  }
  const asked = await around(() => asProgram(client, sending))
  const json = answerOf(asked)
  const status = expected === 'sign-in' ? 401 : expected
  if (json.status !== status) {
    return [`${actor}: ${expected} expected, got ${json.status} ${json.message ?? ''}`]
  }
  const page = await around(() => asPage(client, sending))
  const difference = differenceOf(sending.method, json, page)
  if (difference) return [`${actor}: ${json.status} for a program, but ${difference}`]
  if (!REVEALS.includes(row.route) && (tells(asked, numbers) || tells(page, numbers))) {
    return [`${actor}: a whole ID or phone number left the house`]
  }

  if (status !== 404) return []
  const nowhere = { ...ids, ...Object.fromEntries(wordsOf(row.route).map((id) => [id, uuid()])) }
  const missing = answerOf(
    await asProgram(client, { ...sending, address: addressOf(row, nowhere) })
  )
  return JSON.stringify(missing) === JSON.stringify(json)
    ? []
    : [`${actor}: a missing one answers ${JSON.stringify(missing)}, this ${JSON.stringify(json)}`]
}
