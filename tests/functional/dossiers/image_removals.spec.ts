import { test } from '@japa/runner'
import { AtDossier, storedImage } from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { setWindows, keepSeason } from '#tests/support/season_rules'
import { Tab } from '#tests/support/tab'
import { inSharedWorld, staffOf } from '#tests/support/world'
import { clock } from '#app/shared/clock'

const MISSING = '01890000-0000-7000-8000-000000000000'

test.group('Deleting a picture', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))

  test('frees its place; row and bytes stay until they are purged', async ({ assert }) => {
    const at = await AtDossier.open()
    const { json } = await at.upload('ID_RESIDENT', picture())
    const { id } = json.image
    const answer = await at.delete(id)
    assert.equal(answer.status, 200)
    assert.deepEqual(answer.json, { deleted: id })

    const [row] = await at.rows('images')
    assert.isAtLeast(row.removed_at, row.stored_at)
    assert.equal(storedImage(id).original.length, row.bytes)
    assert.isEmpty((await at.item('ID_RESIDENT')).images)
    const next = await at.upload('ID_RESIDENT', picture('idfront-01'))
    assert.equal(next.json.image.place, 'portrait')
  })

  test('keeps the order of the others', async ({ assert }) => {
    const at = await AtDossier.open()
    const ids: string[] = []
    for (const name of ['form-03', 'cert-02', 'cert-03']) {
      ids.push((await at.upload('OTHER', picture(name))).json.image.id)
    }
    await at.delete(ids[0])
    const { json } = await at.upload('OTHER', picture('intern-03'))
    assert.deepEqual(
      (await at.item('OTHER')).images.map(({ id }) => id),
      [ids[1], ids[2], json.image.id]
    )
  })

  test('twice is refused the second time, and changes nothing', async ({ assert }) => {
    const at = await AtDossier.open()
    const { json } = await at.upload('ID_RESIDENT', picture())
    await at.delete(json.image.id)
    const before = await at.row()
    const again = await at.delete(json.image.id)
    assert.deepEqual([again.status, again.json.errors[0].code], [409, 'IMAGE_GONE'])
    assert.equal((await at.row()).version, before.version)
  })

  test("another candidate's, another region's and no picture look the same", async ({ assert }) => {
    const at = await AtDossier.open()
    const { json } = await at.upload('ID_RESIDENT', picture())
    const other = await AtDossier.open('sc', 'p15')
    const elsewhere = await AtDossier.open('bj', 'p05')
    const missing = await other.delete(MISSING)
    assert.equal(missing.status, 404)
    for (const [tab, region] of [
      [other.tab, 'sc'],
      [elsewhere.tab, 'sc'],
      [elsewhere.tab, 'bj'],
      [at.tab, 'bj'],
    ] as const) {
      const answer = await tab.delete(`/${region}/dossier/images/${json.image.id}`)
      assert.equal(answer.status, 404)
      assert.equal(answer.text, missing.text)
    }
    assert.isNull((await at.rows('images'))[0].removed_at)
  })

  test('guests and staff delete nothing', async ({ assert }) => {
    const at = await AtDossier.open()
    const { json } = await at.upload('ID_RESIDENT', picture())
    const path = `/sc/dossier/images/${json.image.id}`
    const staff = await Tab.staff(await staffOf('sc', 'region_admin'))
    assert.equal((await staff.delete(path)).status, 401)
    assert.equal((await (await Tab.guest()).delete(path)).status, 401)
    assert.isNull((await at.rows('images'))[0].removed_at)
  })

  test('after submitting is refused, from another tab too', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const secondTab = await Tab.candidate(at.known.candidate)
    for (const { id } of await at.rows('images')) {
      const answer = await secondTab.delete(`/sc/dossier/images/${id}`)
      assert.deepEqual([answer.status, answer.json.errors[0].code], [409, 'ITEM_LOCKED'])
    }
    for (const row of await at.rows('images')) assert.isNull(row.removed_at)
  })

  test('of a returned dossier is for the named item only, and counts as a change', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const idOf = async (material: string) => (await at.item(material)).images[0].id
    assert.equal((await at.delete(await idOf('ID_RESIDENT'))).status, 409)
    assert.equal((await at.delete(await idOf('EDU_DIPLOMA'))).status, 200)
    assert.isTrue((await at.item('EDU_DIPLOMA')).reopened?.changed)
  })

  test('after the window is refused', async ({ assert }) => {
    const at = await AtDossier.open()
    const { json } = await at.upload('ID_RESIDENT', picture())
    const now = clock.now()
    await setWindows('sc', [{ kind: 'upload', from: now - 86_400_000, until: now }])
    const answer = await at.delete(json.image.id)
    assert.equal(answer.json.errors[0].code, 'ITEM_LOCKED')
    assert.isNull((await at.rows('images'))[0].removed_at)
  })

  test('two at once delete once', async ({ assert }) => {
    const at = await AtDossier.open()
    const { json } = await at.upload('ID_RESIDENT', picture())
    const { version } = await at.row()
    const answers = await Promise.all([at.delete(json.image.id), at.delete(json.image.id)])
    assert.sameMembers(
      answers.map(({ status }) => status),
      [200, 409]
    )
    assert.equal((await at.row()).version, version + 1)
  })
})
