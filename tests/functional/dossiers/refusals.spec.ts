import { test } from '@japa/runner'
import StoreImage from '#app/dossiers/actions/store_image'
import { AtDossier, storedObjects } from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { Tab } from '#tests/support/tab'
import { inSharedWorld } from '#tests/support/world'
import app from '@adonisjs/core/services/app'

const MISSING = '01890000-0000-7000-8000-000000000000'

test.group('A refusal', (group) => {
  inSharedWorld(group)
  group.each.teardown(() => app.container.restoreAll())

  test('tells a script its code, what happened and what to do, in both languages', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).submitted()
    const chinese = await at.upload('OTHER', picture())
    assert.deepInclude(chinese.json.errors[0], {
      code: 'ITEM_LOCKED',
      params: { reason: 'submitted' },
    })
    assert.match(chinese.json.errors[0].message, /现在不能修改.*已锁定/)
    const chosen = await at.tab.put('/preferences', { locale: 'en' })
    const preferences = chosen.headers
      .getSetCookie()
      .find((line) => line.startsWith('kaoqu-preferences='))!
      .split(';')[0]
    const { id } = await at.item('OTHER')
    const english = await at.tab.upload(at.imagesPath(id), picture(), {
      headers: { cookie: `${at.tab.cookies}; ${preferences}` },
    })
    assert.equal(english.json.errors[0].code, 'ITEM_LOCKED')
    assert.match(english.json.errors[0].message, /^This material cannot be changed now/)
    assert.notMatch(english.json.errors[0].message, /[\u4e00-\u9fff]|\{/)
  })

  test('takes a page back to where it was, with the message', async ({ client, assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const { id } = await at.item('EDU_DEGREE')
    const response = await client
      .put(`/sc/dossier/items/${id}/want`)
      .json({ wanted: true })
      .withGuard('candidate')
      .loginAs(at.known.candidate)
      .header('referer', '/sc/dossier')
      .withInertia()
      .withCsrfToken()
      .redirects(0)
    response.assertStatus(303)
    response.assertHeader('location', '/sc/dossier')
    assert.match(String(response.flashMessage('error')), /已锁定/)
    assert.deepEqual(response.flashMessage('errorItems'), [id])
  })

  test('of an unticked declaration lands under its field on a page', async ({ client, assert }) => {
    const at = await (await AtDossier.open()).fill()
    const { release } = await at.read()
    const response = await client
      .post('/sc/dossier/submissions')
      .json({ declared: false, declarationVersion: release.declaration.version })
      .withGuard('candidate')
      .loginAs(at.known.candidate)
      .header('referer', '/sc/dossier')
      .withInertia()
      .withCsrfToken()
      .redirects(0)
    assert.oneOf(response.status(), [302, 303])
    assert.include(JSON.stringify(response.flashMessages()), '请先阅读并勾选承诺')
  })

  test('a page that is not there is one page with one status for every reason', async ({
    client,
    assert,
  }) => {
    const at = await AtDossier.open()
    const other = await AtDossier.open('sc', 'p15')
    const { json } = await at.upload('ID_RESIDENT', picture())
    const asOther = (path: string) =>
      client.get(path).withGuard('candidate').loginAs(other.known.candidate).withInertia()
    const foreign = await asOther(`/sc/images/${json.image.id}/preview`)
    const missing = await asOther(`/sc/images/${MISSING}/preview`)
    for (const response of [foreign, missing]) {
      response.assertStatus(404)
      response.assertInertiaComponent('errors/show')
    }
    const { now: _one, ...here } = foreign.inertiaProps as any
    const { now: _other, ...there } = missing.inertiaProps as any
    assert.deepEqual(here, there)
    const nowhere = await asOther('/sc/nothing/like/this')
    nowhere.assertStatus(404)
    nowhere.assertInertiaComponent('errors/show')
  })

  test('without its token does nothing and says that the page has expired', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const objects = storedObjects()
    const stale = { headers: { 'x-xsrf-token': '' } }
    const answers = [
      await at.upload('OTHER', picture(), { headers: { 'x-xsrf-token': 'forged' } }),
      await at.tab.delete(
        `/sc/dossier/images/${(await at.item('ID_RESIDENT')).images[0].id}`,
        stale
      ),
      await at.tab.put(`/sc/dossier/items/${(await at.item('OTHER')).id}/want`, {}, stale),
      await at.tab.post('/sc/dossier', stale),
      await at.tab.post('/sc/dossier/submissions', { json: {}, ...stale }),
    ]
    for (const answer of answers) {
      assert.deepEqual([answer.status, answer.json.errors[0].code], [419, 'PAGE_EXPIRED'])
      assert.include(answer.json.errors[0].message, '请刷新页面')
    }
    assert.deepEqual(storedObjects(), objects)
    assert.equal((await at.row()).state, 'draft')
  })

  test('after the session ended says so, for an upload under way too', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('ID_RESIDENT')
    await at.tab.post('/sign-out')
    const answer = await at.tab.upload(at.imagesPath(id), picture())
    assert.oneOf(answer.status, [401, 419])
    assert.isEmpty(await at.rows('images'))
    const again = await Tab.candidate(at.known.candidate)
    assert.equal((await again.upload(at.imagesPath(id), picture())).status, 201)
  })

  test('for our own fault gives no detail but the number that the log has', async ({
    client,
    assert,
  }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('ID_RESIDENT')
    app.container.swap(StoreImage, () => {
      throw new Error('secret: /var/lib/kaoqu is full')
    })
    const answer = await at.tab.upload(at.imagesPath(id), picture())
    assert.equal(answer.status, 500)
    const [error] = answer.json.errors
    assert.equal(error.code, 'OUR_FAULT')
    assert.match(error.requestId, /^[\w-]{8,}$/)
    assert.notInclude(answer.text, 'secret')
    assert.notInclude(answer.text, '.ts')
    const page = await client
      .post(`/sc/dossier/items/${id}/images`)
      .withGuard('candidate')
      .loginAs(at.known.candidate)
      .withInertia()
      .withCsrfToken()
    page.assertStatus(500)
    page.assertInertiaComponent('errors/show')
    assert.match((page.inertiaProps as any).requestId, /^[\w-]{8,}$/)
    assert.isEmpty(await at.rows('images'))
  })

  test('broken and oversized JSON is the doing of its sender', async ({ assert }) => {
    const at = await AtDossier.open()
    const send = (body: string) =>
      at.tab.post('/sc/dossier/submissions', {
        body,
        headers: { 'content-type': 'application/json' },
      })
    const broken = await send('{"declared": tru')
    assert.isAtLeast(broken.status, 400)
    assert.isBelow(broken.status, 500)
    assert.equal(broken.json.errors[0].code, 'REQUEST_BROKEN')
    const large = await send(JSON.stringify({ declared: 'x'.repeat(300_000) }))
    assert.deepEqual([large.status, large.json.errors[0].code], [413, 'REQUEST_TOO_LARGE'])
    const deep = await send(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
    assert.isBelow(deep.status, 500)
  })

  test('strange ids, places and keys are no fault of ours', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.item('ID_RESIDENT')
    for (const strange of ['%00', "'--", '%E0%A4%A', '../x', 'a'.repeat(4000), '[object Object]']) {
      for (const path of [
        `/sc/dossier/items/${strange}/images`,
        `/sc/dossier/items/${strange}/want`,
      ]) {
        const answer = path.endsWith('want')
          ? await at.tab.put(path, { wanted: true })
          : await at.tab.upload(path, picture())
        assert.isAtLeast(answer.status, 400, path)
        assert.isBelow(answer.status, 500, path)
      }
      const image = await at.tab.get(`/sc/images/${strange}/preview`)
      assert.isBelow(image.status, 500, strange)
    }
    for (const query of ['place[]=portrait', 'place[x]=1', 'place=portrait&place=emblem']) {
      const answer = await at.tab.upload(`${at.imagesPath(id)}?${query}`, picture())
      assert.deepEqual([answer.status, answer.json.errors[0].code], [422, 'INVALID'], query)
    }
    for (const key of ['short', 'x'.repeat(65), 'has spaces in it']) {
      const answer = await at.upload('OTHER', picture(), { key })
      assert.deepEqual([answer.status, answer.json.errors[0].code], [400, 'REQUEST_BROKEN'], key)
    }
    assert.isEmpty(await at.rows('images'))
  })
})
