import { test } from '@japa/runner'
import { v7 as uuid } from 'uuid'
import { AtDossier } from '#tests/support/dossiers'
import { PICTURES, picture } from '#tests/support/pictures'
import { keepSeason } from '#tests/support/season_rules'
import { Tab, type Answer } from '#tests/support/tab'
import { inSharedWorld } from '#tests/support/world'

const codeOf = ({ status, json }: Answer) => [status, json?.errors?.[0]?.code]

/** An item of several pictures without places, with three of them. */
async function withThree() {
  const at = await AtDossier.open()
  const { core } = await at.read()
  const item = core.items.find(
    ({ places, max, need }) => need === 'required' && places.length === 0 && max >= 4
  )!
  const ids: string[] = []
  for (const name of PICTURES.slice(0, 3)) {
    ids.push((await at.upload(item.material, picture(name))).json.image.id)
  }
  return {
    at,
    item,
    ids,
    shown: async () => (await at.item(item.material)).images.map((i) => i.id),
  }
}

const order = (at: AtDossier, itemId: string, ids: unknown) =>
  at.tab.put(`/${at.region}/dossier/items/${itemId}/order`, { order: ids })

test.group('The order of an item’s pictures', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))

  test('is what the candidate makes it, and stays', async ({ assert }) => {
    const { at, item, ids, shown } = await withThree()
    assert.deepEqual(await shown(), ids)
    const wanted = [ids[2], ids[0], ids[1]]
    const { status, json } = await order(at, item.id, wanted)
    assert.deepEqual([status, json], [200, { order: wanted }])
    assert.deepEqual(await shown(), wanted)
    const entry = (await at.audit()).at(-1)
    assert.equal(entry.action, 'reorder')
  })

  test('what is uploaded next comes last', async ({ assert }) => {
    const { at, item, ids, shown } = await withThree()
    await order(at, item.id, ids.toReversed())
    const next = await at.upload(item.material, picture(PICTURES[3]))
    assert.deepEqual(await shown(), [...ids.toReversed(), next.json.image.id])
  })

  test('an order that misses, repeats or invents a picture is refused', async ({ assert }) => {
    const { at, item, ids, shown } = await withThree()
    assert.deepEqual(codeOf(await order(at, item.id, ids.slice(1))), [409, 'ORDER_OUTDATED'])
    const invented = [ids[0], ids[1], uuid()]
    assert.deepEqual(codeOf(await order(at, item.id, invented)), [409, 'ORDER_OUTDATED'])
    for (const bad of [[ids[0], ids[0], ids[1]], [], 'first', null, [1, 2, 3]]) {
      assert.equal((await order(at, item.id, bad)).status, 422, JSON.stringify(bad))
    }
    assert.deepEqual(await shown(), ids)
  })

  test('a guest is asked to sign in; another candidate’s item is none', async ({ assert }) => {
    const { at, item, ids, shown } = await withThree()
    const path = `/sc/dossier/items/${item.id}/order`
    const guest = await Tab.guest()
    assert.equal((await guest.put(path, { order: ids })).status, 401)
    const other = await AtDossier.open('sc', 'p15')
    assert.deepEqual(codeOf(await order(other, item.id, ids)), [404, 'NOT_FOUND'])
    assert.deepEqual(codeOf(await order(at, uuid(), ids)), [404, 'NOT_FOUND'])
    assert.deepEqual(await shown(), ids)
  })

  test('what was submitted keeps its order', async ({ assert }) => {
    const { at, item, ids, shown } = await withThree()
    await at.submitted()
    assert.deepEqual(codeOf(await order(at, item.id, ids.toReversed())), [409, 'ITEM_LOCKED'])
    assert.deepEqual(await shown(), ids)
  })
})

test.group('Replacing a picture', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))

  const replace = async (at: AtDossier, material: string, old: string, name: string) => {
    const { id } = await at.item(material)
    return at.tab.upload(`${at.imagesPath(id)}?replaces=${old}`, picture(name))
  }

  test('takes its place and its position in one step, also in a full item', async ({ assert }) => {
    const at = await AtDossier.open()
    const front = await at.upload('ID_RESIDENT', picture('idfront-00'))
    const back = await at.upload('ID_RESIDENT', picture('idback-00'))
    const { status, json, text } = await replace(
      at,
      'ID_RESIDENT',
      front.json.image.id,
      'idfront-01'
    )
    assert.equal(status, 201, text)
    assert.deepInclude(json.image, { place: 'portrait', position: 1 })
    const { images } = await at.item('ID_RESIDENT')
    assert.deepEqual(
      images.map(({ id }) => id),
      [json.image.id, back.json.image.id]
    )
    const rows = await at.rows('images')
    const old = rows.find(({ id }) => id === front.json.image.id)
    assert.isNotNull(old.removed_at)
    const steps = (await at.audit()).map(({ action }) => action)
    assert.deepEqual(steps.slice(-3), ['add_image', 'add_image', 'add_image'])
  })

  test('what cannot be stored leaves the old one where it is', async ({ assert }) => {
    const at = await AtDossier.open()
    const { json } = await at.upload('ID_RESIDENT', picture('idfront-00'))
    const { id } = await at.item('ID_RESIDENT')
    const broken = picture('idfront-01').subarray(0, 40_000)
    const path = `${at.imagesPath(id)}?replaces=${json.image.id}`
    assert.deepEqual(codeOf(await at.tab.upload(path, broken)), [422, 'IMAGE_DAMAGED'])
    const { images } = await at.item('ID_RESIDENT')
    assert.deepEqual(
      images.map((image) => image.id),
      [json.image.id]
    )
  })

  test('one that is gone, another item’s and another candidate’s are not replaced', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const card = await at.upload('ID_RESIDENT', picture('idfront-00'))
    const diploma = await at.upload('EDU_DIPLOMA', picture('diploma-02'))
    const other = await AtDossier.open('sc', 'p15')
    const foreign = await other.upload('ID_RESIDENT', picture('idfront-00'))
    for (const old of [diploma.json.image.id, foreign.json.image.id, uuid()]) {
      const answer = await replace(at, 'ID_RESIDENT', old, 'idfront-01')
      assert.deepEqual(codeOf(answer), [409, 'IMAGE_GONE'])
    }
    assert.equal((await replace(at, 'ID_RESIDENT', 'nonsense', 'idfront-01')).status, 422)
    await at.delete(card.json.image.id)
    const late = await replace(at, 'ID_RESIDENT', card.json.image.id, 'idfront-01')
    assert.deepEqual(codeOf(late), [409, 'IMAGE_GONE'])
    assert.lengthOf((await at.item('EDU_DIPLOMA')).images, 1)
    assert.lengthOf((await other.item('ID_RESIDENT')).images, 1)
  })
})
