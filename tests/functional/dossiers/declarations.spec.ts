import { test } from '@japa/runner'
import { v7 as uuid } from 'uuid'
import AuditEntry from '#app/audit/models/audit_entry'
import Release from '#app/catalog/models/release'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import { clock } from '#app/shared/clock'
import { AtDossier } from '#tests/support/dossiers'
import { closeUploadsAt } from '#tests/support/season_rules'
import { Tab } from '#tests/support/tab'
import { inWorld } from '#tests/support/world'

const MATERIAL = 'IDENTITY_CHANGE'

test.group('Online declarations', (group) => {
  inWorld(group)

  test('show their whole text, are ticked and taken back', async ({ assert }) => {
    const at = await withDeclaration()
    const before = await shown(at)
    assert.equal(before.state, 'declared')
    assert.isTrue(before.declaration.open)
    assert.isNull(before.declaration.declaredAt)
    assert.include(before.declaration.text.zh, before.name.zh)

    assert.equal((await declare(at, true)).status, 302)
    const ticked = await shown(at)
    assert.isNumber(ticked.declaration.declaredAt)
    const entry = await lastEntry(at)
    assert.equal(entry.action, 'declare')
    assert.deepInclude(entry.payload, {
      item: before.id,
      declared: true,
      text: before.declaration.version,
    })

    assert.equal((await declare(at, false)).status, 302)
    assert.isNull((await shown(at)).declaration.declaredAt)
  })

  test('submitting without the tick is refused and names the item', async ({ assert }) => {
    const at = await withDeclaration()
    await at.fill()
    const { id } = await at.item(MATERIAL)
    const { blockers, progress } = await page(at)
    const blocker = blockers.find(({ code }: any) => code === 'DECLARATIONS_UNTICKED')
    assert.deepEqual(blocker.items, [id])
    assert.equal(progress.done, progress.required - 1)
    const refused = await at.submit()
    assert.equal(refused.status, 409)
    assert.equal(refused.json.errors[0].code, 'DECLARATIONS_UNTICKED')
    assert.deepEqual(refused.json.errors[0].items, [id])

    await declare(at, true)
    assert.equal((await at.submit()).status, 201)
    const late = await declare(at, false)
    assert.equal(late.status, 409)
    assert.equal(late.json.errors[0].code, 'ITEM_LOCKED')
    assert.isNumber((await shown(at)).declaration.declaredAt)
  })

  test('another text than the one there is now is not ticked', async ({ assert }) => {
    const at = await withDeclaration()
    const old = await declare(at, true, { version: '0'.repeat(12) })
    assert.equal(old.status, 409)
    assert.equal(old.json.errors[0].code, 'DECLARATION_CHANGED')
    const without = await declare(at, true, { version: undefined })
    assert.equal(without.status, 422)
    for (const nonsense of [undefined, 'perhaps', {}]) {
      assert.equal((await declare(at, nonsense)).status, 422)
    }
    assert.isNull((await shown(at)).declaration.declaredAt)
  })

  test('are for the owner, for such items, and while the draft is open', async ({ assert }) => {
    const at = await withDeclaration()
    const other = await AtDossier.open()
    assert.equal((await declare(at, true, {}, await Tab.guest())).status, 401)
    assert.equal((await declare(at, true, {}, other.tab)).status, 404)
    const { id } = await at.item('ID_RESIDENT')
    const picture = await at.tab.put(path(id), { declares: true, version: 'x' })
    assert.equal(picture.status, 409)
    const nothing = await at.tab.put(path(uuid()), { declares: true, version: 'x' })
    assert.equal(nothing.status, 404)
    await closeUploadsAt('sc', clock.now() - 1)
    const closed = await declare(at, true)
    assert.equal(closed.json.errors[0].code, 'ITEM_LOCKED')
    assert.isFalse((await shown(at)).declaration.open)
    assert.isNull((await shown(at)).declaration.declaredAt)
  })

  test('take no pictures', async ({ assert }) => {
    const at = await withDeclaration()
    const { status } = await at.upload(MATERIAL, new Uint8Array([1, 2, 3]))
    assert.equal(status, 409)
  })
})

const path = (item: string) => `/sc/dossier/items/${item}/declaration`

/** A draft of a release in which the region takes a declaration instead of this material. */
async function withDeclaration(): Promise<AtDossier> {
  const at = await AtDossier.open()
  const { release, row } = await at.read()
  const document = {
    ...release,
    materials: release.materials.map((material) =>
      material.code === MATERIAL ? { ...material, declaration: true } : material
    ),
  }
  await at.inRegion(async () => {
    const pinned = await Release.findOrFail(row.releaseId)
    const { id } = await Release.create({
      id: uuid(),
      seasonId: pinned.seasonId,
      number: 999,
      document,
      sha256: '0'.repeat(64),
      publishedAt: clock.now(),
      publishedBy: null,
    })
    await (await Dossier.findOrFail(row.id)).merge({ releaseId: id }).save()
    const item = await Item.query().where({ dossierId: row.id, material: MATERIAL }).firstOrFail()
    await item.merge({ need: 'declared' }).save()
  })
  return at
}

async function declare(at: AtDossier, declares: unknown, more: object = {}, tab = at.tab) {
  const { id, declaration } = await shown(at)
  return tab.put(path(id), { declares, version: declaration.version, ...more })
}

async function page(at: AtDossier): Promise<any> {
  const { json } = await at.tab.get('/sc/dossier', { visit: true })
  return json.props
}

async function shown(at: AtDossier): Promise<any> {
  return (await page(at)).items.find(({ material }: { material: string }) => material === MATERIAL)
}

async function lastEntry(at: AtDossier) {
  const { id } = await at.row()
  return at.inRegion(() =>
    AuditEntry.query().where('chain', `dossier:${id}`).orderBy('seq', 'desc').firstOrFail()
  )
}
