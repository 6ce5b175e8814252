import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { releaseDocument } from '#app/catalog/releases'
import AuditEntry from '#app/audit/models/audit_entry'
import type Staff from '#app/identity/models/staff'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, newStaff, signedInCandidate, staffOf } from '#tests/support/world'

const NEW = {
  regionId: 'HB',
  regionCode: '42',
  nameZh: '湖北考区',
  nameEn: 'Hubei',
  copyFrom: 'gd',
}

test.group('The platform’s regions', (group) => {
  inWorld(group)

  test('a guest is sent to sign in, and so is a candidate', async ({ client }) => {
    const { candidate } = await signedInCandidate('sc')
    for (const path of ['/platform', '/platform/regions', '/platform/regions/new']) {
      const guest = await client.get(path).redirects(0)
      guest.assertHeader('location', '/staff/login')
      const other = await client.get(path).withGuard('candidate').loginAs(candidate).redirects(0)
      other.assertHeader('location', '/staff/login')
    }
    const asked = await client.get('/platform/regions').accept('json')
    asked.assertStatus(401)
  })

  test('staff of regions, administrators too, do not learn that the pages are there', async ({
    client,
    assert,
  }) => {
    for (const role of ['region_admin', 'region_lead', 'auditor'] as const) {
      const staff = await staffOf('sc', role)
      for (const path of ['/platform', '/platform/regions', '/platform/regions/new']) {
        const response = await client.get(path).withGuard('staff').loginAs(staff)
        response.assertStatus(404)
      }
      const response = await creating(client, staff, NEW)
      response.assertStatus(404)
    }
    assert.isNull(await Region.find('hb'))
  })

  test('lists every region with how far it is set up, and no candidate', async ({
    client,
    assert,
  }) => {
    const { person } = await signedInCandidate('sc')
    await staffOf('sc', 'region_lead')
    const admin = await platformAdmin()
    const moved = await client.get('/platform').withGuard('staff').loginAs(admin).redirects(0)
    moved.assertHeader('location', '/platform/regions')
    const page = await client
      .get('/platform/regions')
      .withGuard('staff')
      .loginAs(admin)
      .withInertia()
    page.assertInertiaComponent('administration/regions')
    const { regions } = page.inertiaProps as any
    assert.deepEqual(
      regions.map(({ id }: { id: string }) => id),
      ['bj', 'sh', 'sd', 'ha', 'gd', 'sc']
    )
    assert.deepEqual(regions.at(-1), {
      ...{ id: 'sc', code: '51', zh: '四川考区', en: 'Sichuan', enabled: true },
      ...{ season: 2027, uploadsOn: true, release: 1 },
      ...{ examPoints: 3, registrationPoints: 0, staff: 1 },
    })
    assert.notInclude(page.text(), person.name)
  })

  test('the form makes a whole region like another, with its uploads off', async ({
    client,
    assert,
  }) => {
    const admin = await platformAdmin()
    const form = await client
      .get('/platform/regions/new')
      .withGuard('staff')
      .loginAs(admin)
      .withInertia()
    assert.lengthOf((form.inertiaProps as any).sources, 6)
    const response = await creating(client, admin, NEW)
    response.assertHeader('location', '/hb/staff/people')

    const made = await partsOf('hb')
    const source = await partsOf('gd')
    assert.deepInclude(made.region.$attributes, { id: 'hb', code: '42', zh: '湖北考区' })
    assert.isTrue(made.season.isCurrent)
    assert.isFalse(made.season.uploadsOn)
    assert.deepEqual(made.season.settings, source.season.settings)
    assert.equal(made.season.returnCapAt, source.season.returnCapAt)
    assert.deepEqual(made.windows, source.windows)
    assert.deepEqual(made.release.materials, source.release.materials)
    assert.deepEqual(made.release.workflow.stages, source.release.workflow.stages)
    assert.deepEqual(made.release.flags, source.release.flags)
    assert.equal(made.release.region, 'hb')
    const entries = await entriesOf('hb')
    assert.deepInclude(entries[0].$attributes, {
      action: 'region_created',
      actorId: admin.id,
      seq: 1,
    })
    assert.equal(entries[0].payload.copyFrom, 'gd')
    const portal = await client.get('/hb')
    portal.assertStatus(200)
  })

  test('the basic settings make a region whose release can run', async ({ client, assert }) => {
    const response = await creating(client, await platformAdmin(), { ...NEW, copyFrom: '' })
    response.assertHeader('location', '/hb/staff/people')
    const { season, release, windows } = await partsOf('hb')
    assert.equal(season.year, 2027)
    assert.lengthOf(windows, 0)
    assert.deepEqual(
      release.workflow.stages.map(({ id }) => id),
      ['point', 'region']
    )
  })

  for (const [what, field, value] of [
    ['an id that exists, in any case', 'regionId', 'SC'],
    ['a reserved word', 'regionId', 'platform'],
    ['an id that no address can have', 'regionId', '../x'],
    ['no id', 'regionId', ''],
    ['a long id', 'regionId', 'a'.repeat(17)],
    ['a code with letters of another script', 'regionCode', '四二'],
    ['no name', 'nameZh', '   '],
    ['a name of 10,000 characters', 'nameZh', '湖'.repeat(10_000)],
    ['a name of two lines', 'nameZh', '湖北\n考区'],
    ['a name with a control character', 'nameEn', 'Hu\u0000bei'],
    ['half a character', 'nameEn', 'Hubei \uD83D'],
    ['an English name of 10,000 characters', 'nameEn', 'H'.repeat(10_000)],
    ['a source that is not there', 'copyFrom', 'zz'],
    ['a list in place of a text', 'nameEn', ['Hubei']],
  ] as const) {
    test(`${what} is refused at its field and nothing is saved`, async ({ client, assert }) => {
      const before = await counts()
      const response = await creating(client, await platformAdmin(), { ...NEW, [field]: value })
      response.assertStatus(422)
      const { errors } = response.body()
      assert.deepEqual(
        errors.map((error: { field: string }) => error.field),
        [field]
      )
      assert.match(errors[0].message, /\p{Script=Han}/u)
      assert.deepEqual(await counts(), before)
    })
  }

  test('the same form at the same time makes one region', async ({ client, assert }) => {
    const admin = await platformAdmin()
    await creating(client, admin, NEW)
    const again = await creating(client, admin, { ...NEW, nameZh: '另一个考区' })
    again.assertStatus(422)
    assert.equal((await Region.findOrFail('hb')).zh, '湖北考区')
    assert.lengthOf(await entriesOf('hb'), 1)
  })
})

function platformAdmin(): Promise<Staff> {
  return newStaff('national', { isPlatformAdmin: true })
}

function creating(client: ApiClient, staff: Staff, form: object) {
  return client
    .post('/platform/regions')
    .withGuard('staff')
    .loginAs(staff)
    .withCsrfToken()
    .accept('json')
    .json(form)
    .redirects(0)
}

async function partsOf(id: string) {
  const region = await Region.findOrFail(id)
  return runInRegion(id, async () => {
    const { season, windows } = (await currentSeason())!
    return {
      region,
      season,
      windows: windows.map(({ kind, startsAt, endsAt, zh, en }) => ({
        ...{ kind, startsAt, endsAt, zh, en },
      })),
      release: await releaseDocument(season.currentReleaseId!),
    }
  })
}

function entriesOf(id: string) {
  return runInRegion(id, () => AuditEntry.query().where('chain', `region:${id}`).orderBy('seq'))
}

async function counts() {
  const regions = await Region.all()
  const seasons = []
  for (const { id } of regions) seasons.push(await runInRegion(id, () => Season.all()))
  return { regions: regions.length, seasons: seasons.flat().length }
}
