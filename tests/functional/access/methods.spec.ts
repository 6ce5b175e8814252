import { test } from '@japa/runner'
import { ACTORS, by, expectedOf, type Actor } from '#tests/support/access_actors'
import { addressOf, allRoutes, type Row } from '#tests/support/access_requests'
import { allRows, undone } from '#tests/support/access_tables'
import { inAccessWorld, personOf, REGION, type AccessWorld } from '#tests/support/access_world'
import { rows } from './rows.js'

const actors = Object.keys(ACTORS) as Actor[]
const methodOf = ({ route }: Row) => route.split(' ')[0]

function askedFor(row: Row, world: AccessWorld) {
  const place = world.places[row.on ?? 'draft']
  return { place, address: addressOf(row, { ...place.ids, ...row.ids?.(place, world) }) }
}

test.group('Methods', (group) => {
  const world = inAccessWorld(group)

  test('without its token no write gets through, whoever sends it', async ({ assert, client }) => {
    const before = await allRows()
    for (const row of rows.filter((one) => methodOf(one) !== 'GET')) {
      const { address, place } = askedFor(row, world())
      const allowed = actors.find((actor) => Number(expectedOf(row.cells, actor)) < 400)
      for (const actor of new Set([allowed ?? 'owner', 'guest'] as const)) {
        const request = by(client.request(address, methodOf(row)), personOf(world(), actor, place))
        const answer = await request
          .accept('json')
          .redirects(0)
          .json(row.body?.(place, world()) ?? {})
        assert.equal(answer.status(), 419, `${row.route} by ${actor}`)
        assert.equal(answer.body().errors[0].code, 'PAGE_EXPIRED')
      }
    }
    assert.deepEqual(await allRows(), before)
  })

  test('HEAD decides like GET and says nothing more', async ({ assert, client }) => {
    for (const row of rows.filter((one) => methodOf(one) === 'GET')) {
      const { address, place } = askedFor(row, world())
      for (const actor of actors) {
        const person = personOf(world(), actor, place)
        const get = await by(client.get(address), person).accept('json').redirects(0)
        const head = await by(client.head(address), person).accept('json').redirects(0)
        assert.equal(head.status(), get.status(), `${row.route} by ${actor}`)
        assert.isEmpty(head.text() ?? '')
      }
    }
  })

  test('OPTIONS tells nobody which methods there are, nor lets other sites in', async ({
    assert,
    client,
  }) => {
    for (const row of rows) {
      const answer = await client
        .request(askedFor(row, world()).address, 'OPTIONS')
        .accept('json')
        .header('origin', 'https://elsewhere.invalid')
        .header('access-control-request-method', methodOf(row))
      assert.equal(answer.status(), 404, row.route)
      const headers = Object.keys(answer.headers())
      assert.isEmpty(headers.filter((name) => /^(?:allow|access-control-.*)$/.test(name)))
    }
  })

  test('a method that a route does not have is missing, named openly or in disguise', async ({
    assert,
    client,
  }) => {
    const known = new Set(allRoutes().map(({ route }) => route))
    const before = await allRows()
    const patterns = new Map(rows.map((row) => [row.route.replace(/^\w+ /, ''), row]))
    for (const [pattern, row] of patterns) {
      const { address, place } = askedFor(row, world())
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        if (known.has(`${method} ${pattern}` as Row['route'])) continue
        const actor = actors.find((one) => Number(expectedOf(row.cells, one)) < 400) ?? 'owner'
        const person = personOf(world(), actor, place)
        const answer = await by(client.request(address, method), person)
          .accept('json')
          .redirects(0)
          .withCsrfToken()
          .qs({ _method: methodOf(row) })
          .header('x-http-method-override', methodOf(row))
          .json({ ...row.body?.(place, world()), _method: methodOf(row) })
        assert.equal(answer.status(), 404, `${method} ${pattern} by ${actor}`)
      }
    }
    assert.deepEqual(await allRows(), before)
  })

  test('a POST stays a POST where the address knows DELETE as well', async ({ assert, client }) => {
    const place = world().places['claimed by point']
    const answer = await by(
      client.post(`/${REGION}/staff/dossiers/${place.ids.dossier}/claims?_method=DELETE`),
      world().people.pointReviewer
    )
      .accept('json')
      .withCsrfToken()
      .form({ _method: 'DELETE' })
    assert.equal(answer.status(), 409)
    assert.equal(answer.body().errors[0].code, 'NOT_CLAIMABLE')
  })

  test('a token of one session is worth nothing in another', async ({ assert, client }) => {
    const { owner, ids } = world().places.draft
    const token = await client.get(`/${REGION}`).then((page) => page.cookie('XSRF-TOKEN')?.value)
    const address = `/${REGION}/dossier/images/${ids.image}`
    const answer = await undone(async () =>
      by(client.delete(address), { guard: 'candidate', model: owner })
        .accept('json')
        .header('x-xsrf-token', String(token))
    )
    assert.equal(answer.status(), 419)
  })
})
