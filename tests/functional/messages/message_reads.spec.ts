import { test } from '@japa/runner'
import { clock } from '#app/shared/clock'
import { AtDossier } from '#tests/support/dossiers'
import { Tab } from '#tests/support/tab'
import { inSharedWorld, staffOf } from '#tests/support/world'

test.group('Reading a message', (group) => {
  inSharedWorld(group)
  group.each.teardown(() => clock.freeze(null))

  test('is kept with its first time', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const [{ id }] = await at.rows('messages')
    const now = clock.now()
    clock.freeze(now)
    assert.equal((await at.tab.post(`/sc/messages/${id}/reads`)).status, 302)
    clock.freeze(now + 60_000)
    assert.equal((await at.tab.post(`/sc/messages/${id}/reads`)).status, 302)
    assert.equal((await at.rows('messages'))[0].read_at, now)
  })

  test("is for its candidate only: others' messages are missing", async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const [{ id }] = await at.rows('messages')
    const other = await AtDossier.open('sc', 'p15')
    const missing = await other.tab.post('/sc/messages/nothing/reads')
    for (const [tab, region] of [
      [other.tab, 'sc'],
      [at.tab, 'bj'],
    ] as const) {
      const answer = await tab.post(`/${region}/messages/${id}/reads`)
      assert.equal(answer.status, 404)
      assert.equal(answer.text, missing.text)
    }
    const staff = await Tab.staff(await staffOf('sc', 'region_admin'))
    assert.equal((await staff.post(`/sc/messages/${id}/reads`)).status, 401)
    assert.equal((await (await Tab.guest()).post(`/sc/messages/${id}/reads`)).status, 401)
    assert.isNull((await at.rows('messages'))[0].read_at)
  })
})
