import { test } from '@japa/runner'
import { AtDossier } from '#tests/support/dossiers'
import { freshPicture, picture } from '#tests/support/pictures'
import { closeUploadsAt, keepSeason } from '#tests/support/season_rules'
import { Tab } from '#tests/support/tab'
import { inSharedWorld } from '#tests/support/world'
import { clock } from '#app/shared/clock'

const want = (at: AtDossier, id: string, wanted: unknown, tab = at.tab) =>
  tab.put(`/${at.region}/dossier/items/${id}/want`, { wanted })
const answerTo = (at: AtDossier, id: string, because?: unknown, tab = at.tab) =>
  tab.put(`/${at.region}/dossier/items/${id}/answer`, { because })
const codeOf = ({ status, json }: { status: number; json: any }) => [status, json?.errors[0].code]

test.group('Wanting an item that nobody asked for', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))

  test('opens it, and taking that back closes it', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('EDU_DEGREE')
    assert.equal((await want(at, id, true)).status, 302)
    assert.isTrue((await at.item('EDU_DEGREE')).wanted)
    assert.equal((await want(at, id, false)).status, 302)
    assert.isFalse((await at.item('EDU_DEGREE')).wanted)
  })

  test('is not taken back while it has pictures', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('EDU_DEGREE')
    await want(at, id, true)
    const { json } = await at.upload('EDU_DEGREE', picture())
    assert.deepEqual(codeOf(await want(at, id, false)), [409, 'ITEM_HAS_IMAGES'])
    await at.delete(json.image.id)
    assert.equal((await want(at, id, false)).status, 302)
  })

  test('one that is asked for is refused', async ({ assert }) => {
    const at = await AtDossier.open()
    for (const material of ['ID_RESIDENT', 'OTHER']) {
      const { id } = await at.item(material)
      assert.deepEqual(codeOf(await want(at, id, true)), [409, 'ITEM_ASKED_ANYWAY'])
    }
  })

  test('needs a yes or a no', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('EDU_DEGREE')
    for (const nonsense of [undefined, 'perhaps', {}, null]) {
      const answer = await want(at, id, nonsense)
      assert.equal(answer.status, 422)
      assert.equal(answer.json.errors[0].code, 'INVALID')
      assert.match(answer.json.errors[0].message, /请/)
    }
    assert.isFalse((await at.item('EDU_DEGREE')).wanted)
  })

  test('is for the owner, while the draft is open', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('EDU_DEGREE')
    const other = await AtDossier.open('sc', 'p15')
    assert.equal((await want(at, id, true, other.tab)).status, 404)
    assert.equal((await want(at, id, true, await Tab.guest())).status, 401)
    await closeUploadsAt('sc', clock.now())
    assert.deepEqual(codeOf(await want(at, id, true)), [409, 'ITEM_LOCKED'])
    assert.isFalse((await at.item('EDU_DEGREE')).wanted)
  })

  test('after submitting is refused', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const { id } = await at.item('EDU_DEGREE')
    assert.deepEqual(codeOf(await want(at, id, true)), [409, 'ITEM_LOCKED'])
    assert.isFalse((await at.item('EDU_DEGREE')).wanted)
  })
})

test.group('Answering a return without a change', (group) => {
  inSharedWorld(group)

  test('is kept, stands for the change, and can be taken back', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const { id } = await at.item('EDU_DIPLOMA')
    assert.deepEqual(codeOf(await at.submit()), [409, 'RETURNED_UNCHANGED'])
    assert.equal((await answerTo(at, id, '  原件就是这样  ')).status, 302)
    assert.equal((await at.item('EDU_DIPLOMA')).reopened?.answer, '原件就是这样')
    assert.equal((await answerTo(at, id, '')).status, 302)
    assert.isNull((await at.item('EDU_DIPLOMA')).reopened!.answer)
    await answerTo(at, id, '原件就是这样')
    assert.equal((await at.submit()).status, 201)
    assert.equal((await at.row()).round, 2)
  })

  test('keeps the change that was made before', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const item = await at.item('EDU_DIPLOMA')
    await at.delete(item.images[0].id)
    await at.upload('EDU_DIPLOMA', await freshPicture())
    await answerTo(at, item.id, '已更换')
    assert.deepInclude((await at.item('EDU_DIPLOMA')).reopened!, {
      changed: true,
      answer: '已更换',
    })
  })

  test('is for returned items only, at most 500 characters, by the owner', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const { id } = await at.item('EDU_DIPLOMA')
    const locked = await at.item('ID_RESIDENT')
    assert.deepEqual(codeOf(await answerTo(at, locked.id, 'x')), [409, 'ITEM_LOCKED'])
    const long = await answerTo(at, id, '字'.repeat(501))
    assert.equal(long.status, 422)
    assert.include(long.json.errors[0].message, '最多 500 个字')
    const other = await AtDossier.open('sc', 'p15')
    assert.equal((await answerTo(at, id, 'x', other.tab)).status, 404)
    assert.isNull((await at.item('EDU_DIPLOMA')).reopened!.answer)
  })

  test('in a draft there is nothing to answer', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('EDU_DIPLOMA')
    assert.deepEqual(codeOf(await answerTo(at, id, 'x')), [409, 'ITEM_LOCKED'])
  })
})
