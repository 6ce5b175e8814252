import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { v7 as uuid } from 'uuid'
import { by, type Person } from '#tests/support/access_actors'
import {
  addressOf,
  answerOf,
  asProgram,
  type Row,
  type Sending,
  wordsOf,
} from '#tests/support/access_requests'
import { allRows, undone } from '#tests/support/access_tables'
import {
  inAccessWorld,
  OTHER_REGION,
  REGION,
  type AccessWorld,
  type Ids,
  type Place,
} from '#tests/support/access_world'
import type { QueuePageProps } from '../../../inertia/types/review.js'
import { rows } from './rows.js'

/** Parts of an address that name nothing, or by the same code in every region. */
const NO_IDS = ['saved', 'derivative', 'token', 'material', 'change', 'sample', 'section', 'table']
/** Read by everybody in every region, so that only a wrong region hides them. */
const PUBLIC_IDS = ['notice']
/** Seen by the platform in every region; candidates and what they hand in are not. */
const PLATFORM_IDS = ['person', 'point', 'season', 'release']

/** The matrix has every route: those that name something below the region, each with its last row. */
const named = [...new Map(rows.map((row) => [row.route, row])).values()]
  .map((row) => ({
    row,
    ids: wordsOf(row.route).filter((word) => !NO_IDS.includes(word)) as (keyof Ids)[],
  }))
  .filter(({ ids }) => ids.length > 0)

interface Attempt {
  what: string
  ids: Ids
  /** Like `ids`, but what is foreign never was. */
  missing: Ids
  /** His own dossier stands in the address, so what he may do with it may be answered first. */
  ownDossier?: boolean
}

interface Attacker {
  who: string
  person: Person
  /** What he may work with here, with valid proofs where he holds a claim. */
  own: Place
  /** What does not belong here, even where it is his own there. */
  foreign: Place
}

function attackers({ people, places, foreign, commuters }: AccessWorld): Attacker[] {
  const claims: Record<string, Place> = {
    clerk: places['claimed by clerk'],
    regionReviewer: places['claimed by region'],
  }
  const own = (place: Place) => ({
    person: { guard: 'candidate', model: place.owner } as Person,
    own: place,
    foreign,
  })
  return [
    { who: 'owner of a draft', ...own(places.draft) },
    { who: 'owner of a returned one', ...own(places.returned) },
    ...Object.entries(people).map(([who, person]) => ({
      who,
      person,
      own: claims[who] ?? places['claimed by point'],
      foreign,
    })),
    {
      who: 'candidate of both regions',
      person: commuters.candidate,
      own: commuters.here,
      foreign: commuters.there,
    },
    {
      who: 'staff of both regions',
      person: commuters.staff,
      own: places['claimed by point'],
      foreign,
    },
  ]
}

/** All ways to name what is not in the region of the address, and not in the dossier of it. */
function attemptsOf(
  { person, own, foreign }: Attacker,
  ids: readonly (keyof Ids)[],
  { people, places, commuters }: AccessWorld
): Attempt[] {
  const never = Object.fromEntries(ids.map((id) => [id, uuid()]))
  const attempts: Attempt[] = [
    {
      what: 'foreign ids under this region',
      ids: { ...foreign.ids, region: REGION },
      missing: { ...foreign.ids, ...never, region: REGION },
    },
    {
      what: 'ids of this region under the foreign one',
      ids: { ...own.ids, region: OTHER_REGION },
      missing: { ...own.ids, ...never, region: OTHER_REGION },
    },
  ]
  const { stranger, otherAdmin, platform } = people
  const atHomeThere = [stranger, otherAdmin, commuters.candidate, commuters.staff]
  if (ids.some((id) => PLATFORM_IDS.includes(id))) atHomeThere.push(platform)
  if (!atHomeThere.includes(person) && !ids.some((id) => PUBLIC_IDS.includes(id))) {
    attempts.push({
      what: 'foreign ids under the foreign region',
      ids: foreign.ids,
      missing: { ...foreign.ids, ...never },
    })
  }
  if (ids.length < 2) return attempts
  for (const id of ids) {
    for (const [whose, theirs] of [
      ['a foreign', foreign.ids],
      ['another candidate’s', places['waiting at clerk'].ids],
    ] as const) {
      // Another candidate's dossier of the point is nothing foreign to its staff.
      if (id === 'dossier' && theirs !== foreign.ids) continue
      if (theirs[id] === own.ids[id]) continue
      attempts.push({
        what: `${whose} ${id} beside own ones`,
        ids: { ...own.ids, [id]: theirs[id] },
        missing: { ...own.ids, [id]: uuid() },
        ownDossier: id !== 'dossier',
      })
    }
  }
  return attempts
}

test.group('Foreign ids', (group) => {
  const world = inAccessWorld(group)

  test('each part of an address that names something is known', ({ assert }) => {
    const unknown = named.flatMap(({ row, ids }) =>
      ids.filter((id) => !(id in world().foreign.ids)).map((id) => `:${id} of ${row.route}`)
    )
    assert.isEmpty(
      unknown,
      'Add each to Ids and to placeOf in tests/support/access_world.ts, or, where it names nothing, to NO_IDS here'
    )
  })

  for (const { row, ids } of named) {
    test(row.route, async ({ assert, client }) => {
      const [method] = row.route.split(' ')
      const picture = await row.picture?.()
      const before = await allRows()
      const wrong: string[] = []
      for (const attacker of attackers(world())) {
        const { who, person, own } = attacker
        const sending = { method, person, picture, body: row.body?.(own, world()) }
        for (const attempt of attemptsOf(attacker, ids, world())) {
          const fault = await faultOf(client, row, sending, attempt)
          if (fault) wrong.push(`${who}, ${attempt.what}: ${fault}`)
        }
      }
      assert.isEmpty(wrong, wrong.join('\n'))
      assert.deepEqual(await allRows(), before, 'something was changed')
    })
  }

  test('a review names only items of its dossier', async ({ assert, client }) => {
    const { places, foreign, people } = world()
    const holders = {
      'claimed by clerk': people.clerk,
      'claimed by point': people.pointReviewer,
      'claimed by region': people.regionReviewer,
    } as const
    const before = await allRows()
    for (const [on, person] of Object.entries(holders)) {
      const place = places[on as keyof typeof holders]
      const answers = []
      for (const strange of [uuid(), foreign.ids.item, places['waiting at clerk'].ids.item]) {
        for (const verdict of [
          { item: strange, verdict: 'accepted' },
          { item: strange, verdict: 'returned', reasons: ['IMG_BLUR'] },
        ]) {
          const verdicts = place.open.map((item) => ({ item, verdict: 'accepted' }))
          const address = `/${REGION}/staff/dossiers/${place.ids.dossier}/reviews`
          const body = { ...proof(place), verdicts: [...verdicts, verdict] }
          answers.push(answerOf(await asProgram(client, { method: 'POST', address, person, body })))
        }
      }
      for (const answer of answers) {
        assert.equal(answer.status, 404)
        assert.deepEqual(answer, answers[0])
      }
    }
    assert.deepEqual(await allRows(), before)
  })

  test('a proof of another claim proves nothing', async ({ assert, client }) => {
    const { places, foreign, people } = world()
    const before = await allRows()
    const place = places['claimed by point']
    const address = `/${REGION}/staff/dossiers/${place.ids.dossier}/reviews`
    const verdicts = place.open.map((item) => ({ item, verdict: 'accepted' }))
    for (const [other, status] of [
      [{ ...proof(place), token: place.token + 1 }, 409],
      [{ ...proof(place), manifest: foreign.manifest }, 409],
    ] as const) {
      const body = { ...other, verdicts }
      const person = people.pointReviewer
      const answer = await asProgram(client, { method: 'POST', address, person, body })
      assert.equal(answer.status(), status)
    }
    assert.deepEqual(await allRows(), before)
  })

  test('ids in a question narrow nothing and open nothing', async ({ assert, client }) => {
    const { foreign, people } = world()
    const listed = async (question: string) => {
      const request = by(client.get(`/${REGION}/staff/queue?tab=all${question}`), people.auditor)
      const { inertiaProps } = await request.accept('json').withInertia()
      return (inertiaProps as unknown as QueuePageProps).rows.map(({ id }) => id)
    }
    const all = await listed('')
    assert.isAbove(all.length, 5)
    assert.notInclude(all, foreign.ids.dossier)
    assert.deepEqual(await listed(`&point=${foreign.ids.point}`), all)
    assert.notInclude(await listed(`&after=0.${foreign.ids.dossier}`), foreign.ids.dossier)
  })

  test('a key of another person’s request brings nobody his answer', async ({ assert, client }) => {
    const { places, people } = world()
    const { owner, declarationVersion } = places.complete
    const submit = (person: Person) =>
      asProgram(client, {
        method: 'POST',
        address: `/${REGION}/dossier/submissions`,
        person,
        body: { declared: true, declarationVersion },
        headers: { 'idempotency-key': 'the-same-key-for-all' },
      })
    await undone(async () => {
      const first = await submit({ guard: 'candidate', model: owner })
      const again = await submit({ guard: 'candidate', model: owner })
      assert.deepEqual([again.status(), again.body()], [201, first.body()])
      for (const other of [people.neighbour, people.stranger]) {
        const answer = await submit(other)
        assert.isAtLeast(answer.status(), 400)
        assert.notInclude(answer.text(), first.body().receipt)
      }
    })
  })
})

const proof = ({ token, manifest }: Place) => ({ token, manifest })

/** 404 and not to be told from what never was; 401 where he is of the wrong kind. */
async function faultOf(
  client: ApiClient,
  row: Row,
  sending: Omit<Sending, 'address'>,
  { ids, missing, ownDossier }: Attempt
): Promise<string | null> {
  const ask = async (all: Ids) =>
    answerOf(await asProgram(client, { ...sending, address: addressOf(row, all) }))
  const answer = await ask(ids)
  if (answer.status === 401) return null
  const never = await ask(missing)
  if (JSON.stringify(answer) !== JSON.stringify(never)) {
    return `${JSON.stringify(answer)}, one that never was ${JSON.stringify(never)}`
  }
  // 403 before anything is looked for says nothing of what there is.
  const refused = ownDossier ? [403, 404, 409] : [403, 404]
  return refused.includes(answer.status) ? null : `status ${answer.status}`
}
