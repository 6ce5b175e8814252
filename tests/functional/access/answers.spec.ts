import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { decryptField } from '#app/shared/field_cipher'
import { inAllRegions } from '#tests/support/all_regions'
import { ACTORS, type Actor } from '#tests/support/access_actors'
import { addressOf, asPage, type Row } from '#tests/support/access_requests'
import {
  inAccessWorld,
  OTHER_REGION,
  personOf,
  REGION,
  type AccessWorld,
  type Situation,
} from '#tests/support/access_world'
import { rows } from './rows.js'

const actors = Object.keys(ACTORS) as Actor[]
/** Whoever is no staff is told what was decided, never by whom. */
const OUTSIDERS: readonly Actor[] = ['guest', 'owner', 'neighbour', 'stranger', 'suspended']
/** Staff who see every dossier of this region, or those of the point that all of them belong to. */
const OF_THIS_REGION: readonly Actor[] = [
  ...(['clerk', 'pointReviewer', 'pointAdmin', 'regionReviewer'] as const),
  ...(['lead', 'admin', 'auditor'] as const),
]

/** Pages of one dossier, which look different in every situation. */
const OF_A_DOSSIER = [
  'GET /:region',
  'GET /:region/dossier',
  'GET /:region/staff/dossiers/:dossier',
]

/** The holder of an invitation reads there what his account is called. */
const TELLS_ONES_OWN_LOGIN = 'GET /staff/links/:token'
/** A stream, and the way to another system. */
const NO_PAGE = ['GET /:region/season/changes', 'GET /:region/sign-in']

/**
 * Everything that can be looked at, in the name of everybody: what stands in an answer must be meant
 * for who gets it. Statuses are the matrix's; this reads what came.
 */
test.group('What answers say', (group) => {
  const world = inAccessWorld(group)
  let findings: Promise<Findings> | undefined
  const look = (client: ApiClient) => (findings ??= lookEverywhere(client, world()))

  test('no answer holds a hash, a cipher or an index, whoever asks', async ({ assert, client }) => {
    assert.deepEqual((await look(client)).secrets, [])
  })

  test('people are named to those alone whose role reaches them', async ({ assert, client }) => {
    assert.deepEqual((await look(client)).people, [])
  })

  test('who is no staff learns neither who works here nor what they say among themselves', async ({
    assert,
    client,
  }) => {
    assert.deepEqual((await look(client)).internal, [])
  })

  test('the eyes are open: whoever may see somebody does', async ({ assert, client }) => {
    const { seen } = await look(client)
    const dossier = 'GET /:region/staff/dossiers/:dossier'
    for (const place of [
      'owner: GET /:region/dossier, draft',
      ...OF_THIS_REGION.map((actor) => `${actor}: ${dossier}, proposed`),
    ]) {
      assert.include(seen, place)
    }
  })
})

interface Registered {
  regionId: string
  candidateId: string
  /** The registration's number: unlike the demo's names, each person has his own. */
  number: string
}

async function registered(): Promise<Registered[]> {
  const found = await inAllRegions(() => db.from('registrations'))
  return found.map((row) => ({
    regionId: row.region_id,
    candidateId: row.candidate_id,
    number: row.external_number,
  }))
}

function mayKnow(actor: Actor, one: Registered, ownerId: string, { people }: AccessWorld) {
  if (actor === 'owner') return one.candidateId === ownerId
  if (actor === 'neighbour' || actor === 'stranger') {
    return one.candidateId === people[actor]!.model.id
  }
  if (actor === 'otherAdmin') return one.regionId === OTHER_REGION
  return OF_THIS_REGION.includes(actor) && one.regionId === REGION
}

/** What is kept and never shown, of everybody: as it is stored. */
async function secretsOf(): Promise<string[]> {
  const registrations = await inAllRegions(() => db.from('registrations'))
  const handovers = await inAllRegions(() => db.from('handovers'))
  const [staff, factors, links, candidates] = await Promise.all(
    ['staff', 'second_factors', 'staff_links', 'candidates'].map((table) => db.from(table))
  )
  return [
    ...registrations.flatMap((row) => [
      ...[row.name_encrypted, row.id_no_encrypted, row.phone_encrypted, row.id_no_index],
      ...[decryptField(row.id_no_encrypted), decryptField(row.phone_encrypted)],
    ]),
    ...handovers.map((row) => row.token_hash),
    ...staff.map((row) => row.password),
    ...factors.map((row) => row.secret),
    ...links.map((row) => row.token_hash),
    ...candidates.map((row) => row.subject),
  ]
}

interface Findings {
  secrets: string[]
  people: string[]
  internal: string[]
  /** Where the number of the dossier's own registration stands. */
  seen: string[]
}

async function lookEverywhere(client: ApiClient, world: AccessWorld): Promise<Findings> {
  const [secrets, known, internal] = [await secretsOf(), await registered(), await internalWords()]
  const findings: Findings = { secrets: [], people: [], internal: [], seen: [] }
  for (const { row, on } of looks()) {
    const place = world.places[on]
    const ownerId = place.owner.id
    const address = addressOf(row, { ...place.ids, ...row.ids?.(place, world) })
    const own = known.filter(({ candidateId }) => candidateId === ownerId)
    for (const actor of actors) {
      const person = personOf(world, actor, place)
      const said = (await asPage(client, { method: 'GET', address, person })).text() ?? ''
      const title = `${actor}: ${row.route}, ${on}`
      const note = (list: string[], words: readonly string[]) => {
        const told = words.filter((word) => said.includes(word))
        if (told.length > 0) list.push(`${title}: ${told.join(' ')}`)
      }
      const hidden = known.filter((one) => !mayKnow(actor, one, ownerId, world))
      note(findings.secrets, secrets)
      note(
        findings.people,
        hidden.map(({ number }) => number)
      )
      if (OUTSIDERS.includes(actor) && row.route !== TELLS_ONES_OWN_LOGIN) {
        note(findings.internal, internal)
      }
      if (own.some(({ number }) => said.includes(number))) findings.seen.push(title)
    }
  }
  return findings
}

/** Who works here, and what is said of a dossier before anything is decided. */
async function internalWords(): Promise<string[]> {
  const staff: { id: string; login: string }[] = await db.from('staff')
  return [...staff.flatMap(({ id, login }) => [id, login]), '专业不符', 'ELI_MAJOR']
}

function looks(): { row: Row; on: Situation }[] {
  const situations: Situation[] = [
    ...(['draft', 'complete', 'returned', 'proposed', 'held'] as const),
    ...(['waiting at region', 'claimed by region'] as const),
  ]
  return rows
    .filter(({ route }) => route.startsWith('GET ') && !NO_PAGE.includes(route))
    .flatMap((row) =>
      OF_A_DOSSIER.includes(row.route)
        ? situations.map((on) => ({ row, on }))
        : [{ row, on: row.on ?? ('draft' as const) }]
    )
}
