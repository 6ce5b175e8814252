import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import PlatformEntry from '#app/audit/models/platform_entry'
import { CATALOG_CHAIN } from '#app/catalog/audit_catalog'
import CatalogVersion from '#app/catalog/models/catalog_version'
import { platformBreaches } from '#app/dossiers/integrity/platform_chains'
import { propsOf, send } from '#tests/functional/catalog/forms'
import { inWorld, newStaff } from '#tests/support/world'

const CATALOG = '/platform/catalog'
const DEGREE = `${CATALOG}/materials/EDU_DEGREE`

test.group('The chain of the national catalog', (group) => {
  inWorld(group)

  test('has an entry for each change, and people read who changed what from what to what', async ({
    client,
    assert,
  }) => {
    const staff = await newStaff('national', { isPlatformAdmin: true })
    const before = await entries()
    const { fields, revision } = await propsOf(client, staff, DEGREE)
    await send(client, staff, 'put', DEGREE, { revision, fields: { ...fields, max: 7 } })
    const form = { code: 'NEW_PROOF', fields: { ...fields, alternatives: [], zh: '新证明' } }
    await send(client, staff, 'post', `${CATALOG}/materials`, form)
    const path = `${CATALOG}/materials/NEW_PROOF`
    const added = await propsOf(client, staff, path)
    await send(client, staff, 'delete', path, { revision: added.revision })
    const { seen } = await propsOf(client, staff, CATALOG)
    await send(client, staff, 'post', `${CATALOG}/versions`, { seen })

    const { entries: told, older } = await propsOf(client, staff, `${CATALOG}/history`)
    const mine = told.slice(0, told.length - before.length)
    assert.deepEqual(
      mine.map(({ action, by }: any) => [action, by]),
      ['catalog_published', 'material_removed', 'material_added', 'material_changed'].map(
        (action) => [action, staff.name]
      )
    )
    const [published, , , changed] = mine
    assert.deepInclude(published, { number: 2, materials: ['EDU_DEGREE'] })
    const { sha256 } = await CatalogVersion.findOrFail(2)
    assert.equal(published.sha256, sha256)
    assert.equal(changed.difference.name.zh, '学位证书')
    assert.deepEqual(changed.difference.changes, [
      { key: 'max', before: { zh: '2', en: '2' }, after: { zh: '7', en: '7' } },
    ])
    assert.isNull(older)
  })

  test('a refused change, and one that changes nothing, leave none', async ({ client, assert }) => {
    const staff = await newStaff('national', { isPlatformAdmin: true })
    const before = await entries()
    const { fields, revision } = await propsOf(client, staff, DEGREE)
    await send(client, staff, 'put', DEGREE, { revision, fields })
    await send(client, staff, 'put', DEGREE, { revision, fields: { ...fields, min: 9 } })
    await send(client, staff, 'put', DEGREE, { revision: 'old', fields: { ...fields, max: 9 } })
    assert.lengthOf(await entries(), before.length)
  })

  test('older entries follow page by page', async ({ client, assert }) => {
    const staff = await newStaff('national', { isPlatformAdmin: true })
    for (let i = 0; i < 53; i++) {
      const { fields, revision } = await propsOf(client, staff, DEGREE)
      const form = { revision, fields: { ...fields, max: 3 + (i % 2) } }
      await send(client, staff, 'put', DEGREE, form).then((saved) => saved.assertStatus(200))
    }
    const all = (await entries()).map(({ seq }) => seq).reverse()
    const first = await propsOf(client, staff, `${CATALOG}/history`)
    const next = await propsOf(client, staff, `${CATALOG}/history?before=${first.older}`)
    assert.deepEqual(
      [...first.entries, ...next.entries].map(({ seq }: any) => seq),
      all
    )
    assert.isNull(next.older)
  }).timeout(60_000)

  test('names the first entry that somebody forged', async ({ client, assert }) => {
    const staff = await newStaff('national', { isPlatformAdmin: true })
    for (const max of [3, 4, 5]) {
      const { fields, revision } = await propsOf(client, staff, DEGREE)
      await send(client, staff, 'put', DEGREE, { revision, fields: { ...fields, max } })
    }
    assert.deepEqual(await broken(), [])
    const forged = (await entries()).at(-2)!
    const forge = (values: object) =>
      db.from('platform_entries').where({ chain: CATALOG_CHAIN, seq: forged.seq }).update(values)
    await forge({ actor_id: 'somebody' })
    assert.deepEqual(await broken(), [`${CATALOG_CHAIN}#${forged.seq}`])
    await forge({ actor_id: staff.id })
    assert.deepEqual(await broken(), [])
    await db.from('platform_entries').where({ chain: CATALOG_CHAIN, seq: forged.seq }).delete()
    assert.deepEqual(await broken(), [`${CATALOG_CHAIN}#${forged.seq + 1}`])
  })
})

const entries = () => PlatformEntry.query().where({ chain: CATALOG_CHAIN }).orderBy('seq')

async function broken() {
  const found: string[] = []
  for await (const { where } of platformBreaches()) found.push(where)
  return found
}
