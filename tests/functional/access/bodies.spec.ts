import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { v7 as uuid } from 'uuid'
import type { Person } from '#tests/support/access_actors'
import { answerOf, asProgram } from '#tests/support/access_requests'
import { allRows, undone } from '#tests/support/access_tables'
import { inAccessWorld, REGION } from '#tests/support/access_world'
import { addMembership, newStaff } from '#tests/support/world'

const PEOPLE = `/${REGION}/staff/people`

/** What stands in a body is asked for as much as what stands in an address. */
test.group('Ids and roles in bodies', (group) => {
  const world = inAccessWorld(group)

  async function send(
    client: ApiClient,
    person: Person,
    method: string,
    address: string,
    body?: object
  ) {
    return answerOf(await asProgram(client, { method, address, person, body }))
  }

  test('a point of another region is none', async ({ assert, client }) => {
    const { foreign, people, places, commuters } = world()
    const before = await allRows()
    const roles = `${PEOPLE}/${places.draft.ids.person}/roles`
    for (const person of [people.admin, people.platform, commuters.staff]) {
      for (const [method, address, body] of [
        ['POST', PEOPLE, (point: string) => ({ ...newcomer, places: [clerkAt(point)] })],
        ['PUT', roles, (point: string) => ({ places: [clerkAt(point)] })],
        ['POST', `/${REGION}/staff/points`, (parentId: string) => ({ ...newPoint, parentId })],
      ] as const) {
        const answer = await send(client, person, method, address, body(foreign.ids.point))
        const never = await send(client, person, method, address, body(uuid()))
        assert.deepEqual(answer, never)
        assert.include([403, 422], answer.status)
      }
    }
    assert.deepEqual(await allRows(), before)
  })

  test('who manages a point gives no more than he may, and only there', async ({
    assert,
    client,
  }) => {
    const { people, places } = world()
    const { person, point } = places.draft.ids
    const before = await allRows()
    for (const given of [
      { role: 'region_admin', pointIds: [] },
      { role: 'region_lead', pointIds: [] },
      { role: 'auditor', pointIds: [] },
      { role: 'point_admin', pointIds: [point] },
    ]) {
      const invited = { ...newcomer, places: [given] }
      assert.equal((await send(client, people.pointAdmin, 'POST', PEOPLE, invited)).status, 403)
      const raised = await send(client, people.pointAdmin, 'PUT', `${PEOPLE}/${person}/roles`, {
        places: [clerkAt(point), given],
      })
      assert.equal(raised.status, 403)
      const own = `${PEOPLE}/${people.pointAdmin!.model.id}/roles`
      const self = await send(client, people.pointAdmin, 'PUT', own, { places: [given] })
      assert.equal(self.status, 403)
    }
    assert.deepEqual(await allRows(), before)
  })

  test('whom the manager of a point does not see is missing', async ({ assert, client }) => {
    const { people } = world()
    const before = await allRows()
    for (const other of [people.otherPoint, people.lead, people.admin, people.otherAdmin]) {
      const { id } = other!.model
      for (const [method, rest] of ON_A_PERSON) {
        const body = { places: [{ role: 'auditor', pointIds: [] }], ground: '手机丢失' }
        const ask = (whom: string) =>
          send(client, people.pointAdmin, method, `${PEOPLE}/${whom}${rest}`, body)
        const answer = await ask(id)
        assert.equal(answer.status, 404)
        assert.deepEqual(answer, await ask(uuid()))
      }
    }
    assert.deepEqual(await allRows(), before)
  })

  test('a region touches no administrator of the platform, though he works for it', async ({
    assert,
    client,
  }) => {
    await undone(async () => {
      const both = await newStaff('both', { isPlatformAdmin: true })
      await addMembership(both, REGION, 'region_reviewer')
      const before = await allRows()
      for (const [method, rest] of ON_A_PERSON) {
        const body = { places: [{ role: 'auditor', pointIds: [] }], ground: '手机丢失' }
        const address = `${PEOPLE}/${both.id}${rest}`
        const answer = await send(client, world().people.admin, method, address, body)
        assert.equal(answer.status, 403, `${method} ${rest}`)
      }
      assert.deepEqual(await allRows(), before)
    })
  })

  test('the platform sees what was handed in only with a role in the region', async ({
    assert,
    client,
  }) => {
    await undone(async () => {
      const both = await newStaff('both', { isPlatformAdmin: true })
      const person = { guard: 'staff' as const, model: both }
      const { ids } = world().places['waiting at point']
      const see = async () =>
        Promise.all(
          [
            `/${REGION}/staff/queue`,
            `/${REGION}/staff/dossiers/${ids.dossier}`,
            `/${REGION}/images/${ids.image}/thumbnail`,
          ].map(async (address) => (await send(client, person, 'GET', address)).status)
        )
      assert.deepEqual(await see(), [404, 404, 404])
      await addMembership(both, 'sd', 'region_lead')
      assert.deepEqual(await see(), [404, 404, 404], 'a role in another region')
      await addMembership(both, REGION, 'region_reviewer')
      assert.deepEqual(await see(), [200, 200, 200])
    })
  })
})

const newcomer = { login: 'somebody-new', name: '新同事' }
const newPoint = { pointCode: '4499', nameZh: '从化考点' }
const clerkAt = (point: string) => ({ role: 'regpoint_clerk', pointIds: [point] })

const ON_A_PERSON = [
  ['DELETE', ''],
  ['PUT', '/roles'],
  ['POST', '/suspension'],
  ['DELETE', '/suspension'],
  ['POST', '/password-links'],
  ['POST', '/second-factor-resets'],
] as const
