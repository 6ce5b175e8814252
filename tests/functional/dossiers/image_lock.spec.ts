import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { v7 as uuid } from 'uuid'
import { clock } from '#app/shared/clock'
import { inAllRegions } from '#tests/support/all_regions'
import { AtDossier, rowsOf } from '#tests/support/dossiers'
import { inSharedWorld } from '#tests/support/world'

/** What somebody with a database console would try. */
const insert = (row: any) => inAllRegions(() => db.table('images').insert({ ...row, id: uuid() }))
const update = (row: any, set: object) =>
  inAllRegions(() => db.from('images').where({ region_id: row.region_id, id: row.id }).update(set))
const remove = (row: any) =>
  inAllRegions(async () => {
    const own = { region_id: row.region_id, image_id: row.id }
    const places = await db.from('image_places').where(own)
    await db.from('image_places').where(own).delete()
    try {
      await db.from('images').where({ region_id: row.region_id, id: row.id }).delete()
    } finally {
      if ((await db.from('images').where({ region_id: row.region_id, id: row.id })).length > 0) {
        await db.table('image_places').multiInsert(places)
      }
    }
  })

const LOCKED = /IMAGE_LOCKED/

/** A state, and how a dossier comes there; `DIPLOMA` stays locked in all of them. */
const LOCKED_STATES: { state: string; reach: () => Promise<AtDossier> }[] = [
  { state: 'submitted', reach: async () => (await AtDossier.open()).submitted() },
  { state: 'returned, another item', reach: async () => (await AtDossier.open()).returned(CARD) },
  ...['in_review', 'approved', 'ineligible', 'withdrawn', 'lapsed', 'held'].map((state) => ({
    state,
    reach: () => submittedAs(state),
  })),
]
const CARD = 'ID_RESIDENT'

async function submittedAs(state: string) {
  const at = await (await AtDossier.open()).submitted()
  const { id } = await at.row()
  await inAllRegions(() => db.from('dossiers').where({ id }).update({ state }))
  return at
}

/** A stored picture of an item that is not the identity card. */
async function otherImage(at: AtDossier) {
  const card = await at.item(CARD)
  return (await at.rows('images')).find((row) => row.item_id !== card.id)
}

async function cardImage(at: AtDossier) {
  const card = await at.item(CARD)
  return (await at.rows('images')).find((row) => row.item_id === card.id)
}

test.group('Pictures behind the lock of the database', (group) => {
  inSharedWorld(group)

  test('{state}: no picture comes, goes or is taken away past the application')
    .with(LOCKED_STATES)
    .run(async ({ assert }, { reach }) => {
      const at = await reach()
      const row = await otherImage(at)
      const before = await at.rows('images')
      await assert.rejects(() => insert(row), LOCKED)
      await assert.rejects(() => update(row, { removed_at: clock.now() }), LOCKED)
      await assert.rejects(() => remove(row), LOCKED)
      assert.deepEqual(await at.rows('images'), before)
    })

  test('a draft and a returned item take pictures and give them up', async ({ assert }) => {
    const draft = await (await AtDossier.open()).fill()
    const returned = await (await AtDossier.open()).returned(CARD)
    for (const at of [draft, returned]) {
      const row = await cardImage(at)
      const n = (await at.rows('images')).length
      await insert(row)
      assert.lengthOf(await at.rows('images'), n + 1)
      await update(row, { removed_at: clock.now() })
      await update(row, { removed_at: null })
      await remove(row)
      assert.lengthOf(await at.rows('images'), n)
    }
  })

  test('the facts of a picture never change, not in a draft either: {column}')
    .with([
      { column: 'sha256', value: 'f'.repeat(64) },
      { column: 'bytes', value: 1 },
      { column: 'width', value: 1 },
      { column: 'height', value: 1 },
      { column: 'orientation', value: 8 },
      { column: 'format', value: 'png' },
      { column: 'received_at', value: 1 },
      { column: 'stored_at', value: 1 },
    ])
    .run(async ({ assert }, { column, value }) => {
      const at = await (await AtDossier.open()).fill()
      const row = await cardImage(at)
      await assert.rejects(() => update(row, { [column]: value }), /IMAGE_NEVER_CHANGES/)
      assert.deepEqual(await cardImage(at), row)
    })

  test('a picture does not move to another item or dossier', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const row = await cardImage(at)
    const { id: other } = await at.item('OTHER')
    await assert.rejects(() => update(row, { item_id: other }), /IMAGE_NEVER_CHANGES/)
    const elsewhere = await AtDossier.open()
    const { id: foreign } = await elsewhere.item(CARD)
    await assert.rejects(() => insert({ ...row, item_id: foreign }), LOCKED)
    assert.isEmpty(await elsewhere.rows('images'))
  })

  test('what was removed before stays removed, and may be purged while the item is locked', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).fill()
    const row = await otherImage(at)
    await at.delete(row.id)
    await at.submitted()
    await assert.rejects(() => update(row, { removed_at: null }), LOCKED)
    await remove(row)
    assert.isEmpty(await rowsOf('images', { id: row.id }))
  })
})
