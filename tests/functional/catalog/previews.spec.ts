import { test } from '@japa/runner'
import Release from '#app/catalog/models/release'
import { runInRegion } from '#app/shared/region_context'
import { seedDocument } from '#database/demo/people'
import { inWorld, newStaff, staffOf } from '#tests/support/world'
import { propsOf, send } from './forms.js'

const personas: any[] = seedDocument('catalog.json').personas

test.group('Preview as a candidate', (group) => {
  inWorld(group)

  test('a guest signs in first; other regions’ staff get 404', async ({ client }) => {
    const guest = await client.get('/sc/staff/preview').redirects(0)
    guest.assertHeader('location', '/staff/login')
    const other = await staffOf('bj', 'region_admin')
    const response = await send(client, other, 'get', '/sc/staff/preview')
    response.assertStatus(404)
  })

  for (const persona of personas) {
    test(`${persona.en} sees exactly the expected items`, async ({ client, assert }) => {
      const region = persona.region.toLowerCase()
      const staff = await newStaff('national', { isPlatformAdmin: true })
      const path = `/${region}/staff/preview?persona=${persona.id}`
      const { items, persona: shown } = await propsOf(client, staff, path)
      assert.equal(shown, persona.id)
      const NEEDS = { online_declaration: 'declared' } as Record<string, string>
      for (const key of ['required', 'optional', 'carried_over', 'waived', 'online_declaration']) {
        const codes = items
          .filter(({ need }: any) => need === (NEEDS[key] ?? key))
          .map(({ material }: any) => material)
        assert.sameMembers(codes, persona.expected[key] ?? [], key)
      }
      assert.isTrue(items.every(({ why }: any) => why.zh && why.en))
    })
  }

  test('the draft is shown before it is published, an old release as it is', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { fields, version } = await propsOf(client, admin, '/sc/staff/materials/EDU_CHSI')
    const form = { version, operations: ['hide'], fields }
    await send(client, admin, 'put', '/sc/staff/materials/EDU_CHSI', form)
    const chsi = (page: any) => page.items.find(({ material }: any) => material === 'EDU_CHSI')
    const draft = await propsOf(client, admin, '/sc/staff/preview')
    assert.isUndefined(chsi(draft))
    const release = await runInRegion('sc', () => Release.query().firstOrFail())
    const old = await propsOf(client, admin, `/sc/staff/preview?release=${release.id}`)
    assert.equal(chsi(old).need, 'required')
  })

  test('another region’s release is missing', async ({ client }) => {
    const admin = await staffOf('sc', 'region_admin')
    const foreign = await runInRegion('bj', () => Release.query().firstOrFail())
    for (const id of [foreign.id, 'nothing']) {
      const response = await send(client, admin, 'get', `/sc/staff/preview?release=${id}`)
      response.assertStatus(404)
    }
  })

  test('facts set by hand count, what is none of them does not', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const facts = { id_type: 'passport', edu_level: 'kindergarten', nonsense: 1, constructor: 'x' }
    const path = `/sc/staff/preview?facts=${encodeURIComponent(JSON.stringify(facts))}`
    const page = await propsOf(client, admin, path)
    assert.isNull(page.persona)
    assert.deepEqual(page.facts, { id_type: 'passport' })
    const passport = page.items.find(({ material }: any) => material === 'ID_PASSPORT')
    assert.equal(passport.need, 'required')
    assert.equal(passport.why.zh, '身份证件类型为护照')
    assert.isAbove(page.questions.length, 0)
    for (const broken of ['{', '[]', '"x"', 'null']) {
      const response = await send(
        client,
        admin,
        'get',
        `/sc/staff/preview?facts=${encodeURIComponent(broken)}`
      )
      response.assertStatus(200)
    }
  })
})
