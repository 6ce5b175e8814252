import { test } from '@japa/runner'
import { clock } from '#app/shared/clock'
import { heartbeat } from '#app/shared/worker_heartbeat'
import env from '#start/env'

test.group('Health', (group) => {
  group.each.teardown(() => {
    heartbeat.lastBeat = null
    clock.correctBy(0)
  })

  test('alive is alive', async ({ client }) => {
    const response = await client.get('/health/live')
    response.assertStatus(200)
    response.assertBody({ status: 'ok' })
  })

  test('ready with database, storage, worker and clock', async ({ client, assert }) => {
    heartbeat.lastBeat = Date.now()
    const response = await client.get('/health/ready')
    response.assertStatus(200)
    assert.deepEqual(
      response.body().checks.map(({ name, status }: any) => [name, status]),
      ['database', 'storage', 'worker', 'clock'].map((name) => [name, 'ok'])
    )
    assert.notProperty(response.body(), 'debugInfo')
  })

  test('not ready while the worker is silent, or never began where it must', async ({
    client,
    assert,
  }) => {
    heartbeat.lastBeat = Date.now() - 120_000
    const silent = await client.get('/health/ready')
    silent.assertStatus(503)
    silent.assertBodyContains({ status: 'error' })
    heartbeat.lastBeat = null
    const never = await client.get('/health/ready')
    assert.equal(never.status(), env.get('DB_CONNECTION') === 'sqlite' ? 503 : 200)
  })

  test('not ready while the clock is off', async ({ client }) => {
    heartbeat.lastBeat = Date.now()
    clock.correctBy(1_500)
    const response = await client.get('/health/ready')
    response.assertStatus(503)
  })
})
