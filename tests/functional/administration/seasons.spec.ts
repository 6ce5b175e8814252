import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import AuditEntry from '#app/audit/models/audit_entry'
import Release from '#app/catalog/models/release'
import type Staff from '#app/identity/models/staff'
import Notice from '#app/regions/models/notice'
import Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { AtDossier } from '#tests/support/dossiers'
import { addMembership, inWorld, staffOf } from '#tests/support/world'

const SEASONS = '/sc/staff/seasons'

test.group('Seasons of a region', (group) => {
  inWorld(group)

  test('only an administrator of the region makes one', async ({ client, assert }) => {
    const source = await sourceIn('sc')
    const form = { year: 2028, source }
    const guest = await make(client, null, form)
    guest.assertStatus(401)
    const other = await make(client, await staffOf('bj', 'region_admin'), form)
    other.assertStatus(404)
    const lead = await staffOf('sc', 'region_lead')
    const refused = await make(client, lead, form)
    refused.assertStatus(403)
    assert.deepEqual(await years('sc'), [2027])
    const page = await client.get(SEASONS).withGuard('staff').loginAs(lead).withInertia()
    assert.isFalse((page.inertiaProps as any).canChange)
    assert.deepEqual((page.inertiaProps as any).sources, [])
  })

  test("next year's is like this year's, dates moved, uploads off, and it says what was copied", async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const before = await seasonIn('sc', 2027)
    const windows = await windowsIn('sc', before.id)
    const made = await make(client, admin, { year: 2028, source: await sourceIn('sc') })
    const season = await seasonIn('sc', 2028)
    made.assertHeader('location', `${SEASONS}/${season.id}`)
    assert.isFalse(season.uploadsOn)
    assert.isFalse(season.isCurrent)
    assert.isTrue((await seasonIn('sc', 2027)).isCurrent)
    assert.deepEqual(season.settings.button, before.settings.button)
    assert.deepEqual(season.settings.audience, before.settings.audience)

    const moved = await windowsIn('sc', season.id)
    assert.lengthOf(moved, windows.length)
    for (const [at, window] of windows.entries()) {
      const [old, now] = [window.startsAt, moved[at].startsAt].map(inChina)
      assert.equal(now.slice(5), old.slice(5))
      assert.equal(Number(now.slice(0, 4)), Number(old.slice(0, 4)) + 1)
    }
    const { document, number } = await runInRegion('sc', () =>
      Release.findOrFail(season.currentReleaseId!)
    )
    const old = await runInRegion('sc', () => Release.findOrFail(before.currentReleaseId!))
    assert.equal(number, 1)
    assert.equal(document.season, 2028)
    assert.equal(document.region, old.document.region)
    assert.deepEqual(document.materials, old.document.materials)
    assert.deepEqual(document.workflow.stages, old.document.workflow.stages)
    assert.deepInclude(season.copied, {
      year: 2027,
      release: old.number,
      materials: old.document.materials.length,
      windows: windows.length,
      years: 1,
    })
    const notices = await runInRegion('sc', () => Notice.query().where('season_id', season.id))
    assert.lengthOf(notices, 0)
    const [entry] = await chain()
    assert.deepInclude(entry.$attributes, { action: 'season_made', actorId: admin.id })

    const page = await client
      .get(`${SEASONS}/${season.id}`)
      .withGuard('staff')
      .loginAs(admin)
      .withInertia()
    assert.equal((page.inertiaProps as any).season.state, 'prepared')
    assert.equal((page.inertiaProps as any).season.copied.year, 2027)
  })

  test('another region may be copied by who administers both, and only by him', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const source = await sourceIn('gd')
    const refused = await make(client, admin, { year: 2028, source })
    refused.assertStatus(422)
    assert.equal(refused.body().errors[0].field, 'source')
    assert.deepEqual(await years('sc'), [2027])

    await addMembership(admin, 'gd', 'region_admin')
    const done = await make(client, admin, { year: 2028, source })
    done.assertStatus(302)
    const season = await seasonIn('sc', 2028)
    const { document } = await runInRegion('sc', () => Release.findOrFail(season.currentReleaseId!))
    const theirs = await seasonIn('gd', 2027)
    const release = await runInRegion('gd', () => Release.findOrFail(theirs.currentReleaseId!))
    assert.equal(document.workflow.stages.length, release.document.workflow.stages.length)
    assert.equal(document.region, 'sc')
    assert.equal(season.copied!.region.id, 'gd')
    assert.deepEqual(await years('gd'), [2027])
  })

  for (const [what, form, field] of [
    ['a year that there is', { year: 2027 }, 'year'],
    ['a year that is none', { year: 'soon' }, 'year'],
    ['a year long ago', { year: 1999 }, 'year'],
    ['no source', { source: '' }, 'source'],
    ['a source that is none', { source: 'sc:nothing' }, 'source'],
  ] as [string, object, string][]) {
    test(`${what} is refused at its field and nothing is made`, async ({ client, assert }) => {
      const admin = await staffOf('sc', 'region_admin')
      const source = await sourceIn('sc')
      const refused = await make(client, admin, { year: 2028, source, ...form })
      refused.assertStatus(422)
      assert.equal(refused.body().errors[0].field, field)
      assert.deepEqual(await years('sc'), [2027])
      assert.lengthOf(await chain(), 0)
    })
  }

  test('a prepared season cannot be opened; made current, the one before is archived', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    await make(client, admin, { year: 2028, source: await sourceIn('sc') })
    const season = await seasonIn('sc', 2028)
    const early = await put(client, admin, `${season.id}/uploads`, {
      version: season.version,
      on: true,
    })
    early.assertStatus(409)
    assert.equal(early.body().errors[0].code, 'SEASON_NOT_CURRENT')

    for (const staff of [await staffOf('sc', 'region_lead'), await staffOf('bj', 'region_admin')]) {
      const refused = await put(client, staff, `${season.id}/current`)
      assert.include([403, 404], refused.status())
    }
    const done = await put(client, admin, `${season.id}/current`)
    done.assertHeader('location', '/sc/staff/season')
    assert.isTrue((await seasonIn('sc', 2028)).isCurrent)
    const before = await seasonIn('sc', 2027)
    assert.isFalse(before.isCurrent)
    assert.isFalse(before.uploadsOn)
    assert.isNotNull(before.archivedAt)

    const back = await put(client, admin, `${before.id}/current`)
    back.assertStatus(302)
    assert.isNull((await seasonIn('sc', 2027)).archivedAt)
    assert.isFalse((await seasonIn('sc', 2028)).isCurrent)
    assert.deepEqual(
      (await chain()).map(({ action }) => action),
      ['season_made', 'season_current', 'season_current']
    )
  })

  test('a season stays current while dossiers in it have no outcome', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    await make(client, admin, { year: 2028, source: await sourceIn('sc') })
    await AtDossier.open()
    const { id } = await seasonIn('sc', 2028)
    const refused = await put(client, admin, `${id}/current`)
    refused.assertStatus(409)
    const [{ code, params }] = refused.body().errors
    assert.equal(code, 'SEASON_UNFINISHED')
    assert.deepEqual(params, { n: 1, year: 2027 })
    assert.isTrue((await seasonIn('sc', 2027)).isCurrent)
  })

  test('a season without a release does not become current', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    await make(client, admin, { year: 2028, source: await sourceIn('sc') })
    const season = await seasonIn('sc', 2028)
    await runInRegion('sc', async () => {
      await season.merge({ currentReleaseId: null, updatedAt: clock.now() }).save()
    })
    const refused = await put(client, admin, `${season.id}/current`)
    assert.equal(refused.body().errors[0].code, 'SEASON_WITHOUT_RELEASE')
  })
})

function make(client: ApiClient, staff: Staff | null, form: object) {
  const request = client.post(SEASONS).withCsrfToken().accept('json').redirects(0).json(form)
  return staff ? request.withGuard('staff').loginAs(staff) : request
}

function put(client: ApiClient, staff: Staff, path: string, form: object = {}) {
  return client
    .put(`${SEASONS}/${path}`)
    .withCsrfToken()
    .accept('json')
    .redirects(0)
    .json(form)
    .withGuard('staff')
    .loginAs(staff)
}

function seasonIn(region: string, year: number): Promise<Season> {
  return runInRegion(region, () => Season.query().where('year', year).firstOrFail())
}

async function sourceIn(region: string): Promise<string> {
  return `${region}:${(await seasonIn(region, 2027)).id}`
}

function years(region: string): Promise<number[]> {
  return runInRegion(region, async () =>
    (await Season.query().orderBy('year')).map(({ year }) => year)
  )
}

function windowsIn(region: string, seasonId: string): Promise<SeasonWindow[]> {
  return runInRegion(region, () =>
    SeasonWindow.query().where('season_id', seasonId).orderBy('starts_at').orderBy('kind')
  )
}

const inChina = (at: number) => new Date(at + 8 * 3_600_000).toISOString()

function chain(): Promise<any[]> {
  return runInRegion('sc', () => AuditEntry.query().where('chain', 'region:sc').orderBy('seq'))
}
