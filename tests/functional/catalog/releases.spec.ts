import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { keepCatalogVersion } from '#app/catalog/catalog_versions'
import { publishRelease, releaseDocument } from '#app/catalog/releases'
import Release from '#app/catalog/models/release'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import { seedDocument } from '#database/demo/people'
import { inWorld } from '#tests/support/world'

test.group('Releases', (group) => {
  inWorld(group)

  test('a document is read once', async ({ assert }) => {
    const id = await currentReleaseId('sc')
    await runInRegion('sc', async () => {
      const first = await releaseDocument(id)
      assert.strictEqual(await releaseDocument(id), first)
      assert.equal(first.region, 'SC')
    })
  })

  test('another region does not get it, read before or not', async ({ assert }) => {
    const id = await currentReleaseId('sc')
    await runInRegion('sc', () => releaseDocument(id))
    await assert.rejects(() => runInRegion('bj', () => releaseDocument(id)), 'Row not found')
  })

  test('the hash is of the document as it stands, whatever the order of its keys', async ({
    assert,
  }) => {
    const id = await currentReleaseId('sc')
    await runInRegion('sc', async () => {
      const { season } = (await currentSeason())!
      const document = await releaseDocument(id)
      const reversed = Object.fromEntries(Object.entries(document).reverse()) as typeof document
      const again = await transaction((trx) =>
        publishRelease({ seasonId: season.id, document: reversed, publishedBy: null }, trx)
      )
      assert.deepEqual(again, { releaseId: id, number: 1, published: false })

      const other = { ...document, uploadGraceMinutes: 5 }
      const next = await transaction((trx) =>
        publishRelease({ seasonId: season.id, document: other, publishedBy: null }, trx)
      )
      assert.isTrue(next.published)
      const row = await Release.findOrFail(next.releaseId)
      assert.equal(row.number, 2)
      assert.match(row.sha256, /^[0-9a-f]{64}$/)
      assert.deepEqual(row.document, other)
    })
  })

  test('the base catalog gets a version only when it differs', async ({ assert }) => {
    const json = seedDocument('catalog.json')
    const count = async () => (await db.from('catalog_versions')).length
    await keepCatalogVersion(json)
    const before = await count()
    await keepCatalogVersion(json)
    assert.equal(await count(), before)
    await keepCatalogVersion({ ...json, meta: { ...json.meta, version: '2028' } })
    assert.equal(await count(), before + 1)
  })
})

async function currentReleaseId(regionId: string): Promise<string> {
  return (await runInRegion(regionId, () => currentSeason()))!.season.currentReleaseId!
}
