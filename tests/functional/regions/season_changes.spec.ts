import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { ChangeSeason } from '#app/regions/actions/change_season'
import Season from '#app/regions/models/season'
import { SeasonChanges, seasonChanges } from '#app/regions/season_changes'
import { runInRegion } from '#app/shared/region_context'
import env from '#start/env'
import { inWorld } from '#tests/support/world'

const url = (region: string) =>
  `http://${env.get('HOST')}:${env.get('PORT')}/${region}/season/changes`

/** Reads what a stream says; closed by `cut`. */
async function listen(region: string) {
  const cut = new AbortController()
  const response = await fetch(url(region), {
    headers: { accept: 'text/event-stream' },
    signal: cut.signal,
  })
  const heard: string[] = []
  const done = (async () => {
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) heard.push(part)
  })().catch(() => {})
  return { response, heard, end: () => (cut.abort(), done) }
}

async function until(isSo: () => boolean) {
  for (let n = 0; n < 200 && !isSo(); n++) await sleep(10)
}

test.group('Changes of a season, as open pages hear of them', (group) => {
  inWorld(group)

  test('whoever asks gets the revision and nothing else, guests too', async ({
    client,
    assert,
  }) => {
    const { id, version } = await season('sc')
    const answer = await client.get('/sc/season/changes').accept('json')
    answer.assertStatus(200)
    assert.deepEqual(Object.keys(answer.body()), ['revision'])
    assert.isTrue(answer.body().revision.startsWith(`${id}.${version}.`))
    answer.assertHeader('cache-control', 'no-store')
    const unknown = await client.get('/xx/season/changes').accept('json')
    unknown.assertStatus(404)
  })

  test('a stream says the revision at once, and again when the switch is flipped', async ({
    assert,
  }) => {
    const stream = await listen('sc')
    assert.match(stream.response.headers.get('content-type')!, /^text\/event-stream/)
    await until(() => stream.heard.length > 0)
    await flip('sc')
    await until(() => stream.heard.join('').match(/data: /g)?.length === 2)
    const told = stream.heard.join('').match(/data: [^\n]+/g)!
    assert.lengthOf(told, 2)
    assert.notEqual(told[0], told[1])
    const { version } = await season('sc')
    assert.include(told[1], `.${version}.`)
    await stream.end()
    await until(() => seasonChanges.listeners === 0)
    assert.equal(seasonChanges.listeners, 0)
  })

  test('other regions hear nothing', async ({ assert }) => {
    const stream = await listen('bj')
    await until(() => stream.heard.length > 0)
    await flip('sc')
    await sleep(100)
    assert.lengthOf(stream.heard.join('').match(/data: /g)!, 1)
    await stream.end()
  })

  test('open streams hold no connection to the database', async ({ assert }) => {
    const streams = await Promise.all(Array.from({ length: 30 }, () => listen('sc')))
    await until(() => streams.every(({ heard }) => heard.length > 0))
    const { pool } = db.manager.get(db.primaryConnectionName)!.connection!.client!.client
    const counted = { listeners: seasonChanges.listeners, used: pool.numUsed() }
    await Promise.all(streams.map(({ end }) => end()))
    // The test's own transaction has one.
    assert.deepEqual(counted, { listeners: 30, used: 1 })
  })

  test('a change that another process made is seen by looking', async ({ assert }) => {
    let revision = 'a'
    const changes = new SeasonChanges(async () => revision)
    const heard: string[] = []
    const stop = changes.listen('sc', (told) => heard.push(told))!
    await changes.announce('sc')
    revision = 'b'
    for (let n = 0; n < 50 && heard.length < 2; n++) await sleep(100)
    assert.deepEqual(heard, ['a', 'b'])
    stop()
    stop()
    assert.equal(changes.listeners, 0)
  })
})

function season(region: string): Promise<Season> {
  return runInRegion(region, () => Season.query().where('is_current', true).firstOrFail())
}

async function flip(region: string) {
  const { id, version, uploadsOn } = await season(region)
  const by = { kind: 'staff', id: 'somebody' }
  await runInRegion(region, () => new ChangeSeason().switchUploads({ id, version, by }, !uploadsOn))
}
