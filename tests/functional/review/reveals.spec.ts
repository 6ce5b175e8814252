import { test } from '@japa/runner'
import { inWorld, staffOf } from '#tests/support/world'
import { as, handedIn, path, written } from './desk.js'

test.group('Revealing numbers', (group) => {
  inWorld(group)

  test('a reviewer of the point sees them whole, and that he looked is kept', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const answer = await as(client.post(path(dossier, '/reveals')), reviewer)
    answer.assertStatus(200)
    assert.match(answer.body().idNo, /^\d{17}[\dX]$/)
    assert.match(answer.body().phone, /^1\d{10}$/)
    assert.include(answer.header('cache-control'), 'no-store')
    const { audit } = await written(dossier)
    const [entry] = audit.filter(({ action }) => action === 'reveal')
    assert.equal(entry.actorId, reviewer.id)
    assert.deepEqual(entry.payload, { fields: ['id_no', 'phone'] })
    assert.notInclude(JSON.stringify(audit), answer.body().idNo)
  })

  test('an auditor, another point, another region and a guest do not', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const statuses = [
      [await staffOf('sd', 'auditor'), 403],
      [await staffOf('sd', 'point_reviewer', '3703'), 404],
      [await staffOf('sc', 'region_reviewer'), 404],
    ] as const
    for (const [person, status] of statuses) {
      ;(await as(client.post(path(dossier, '/reveals')), person)).assertStatus(status)
    }
    const guest = client.post(path(dossier, '/reveals')).withCsrfToken().accept('json')
    ;(await guest).assertStatus(401)
    const { audit } = await written(dossier)
    assert.isEmpty(audit.filter(({ action }) => action === 'reveal'))
  })
})
