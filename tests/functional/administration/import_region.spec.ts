import { test } from '@japa/runner'
import { ImportRegion, type RegionImport } from '#app/administration/actions/import_region'
import { releaseDocument } from '#app/catalog/releases'
import Release from '#app/catalog/models/release'
import { parseCatalog, ReleaseError } from '#app/core/release'
import { DAY } from '#app/core/time'
import Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { seedDocument } from '#database/demo/people'
import { inWorld, signedInCandidate } from '#tests/support/world'

const catalog = parseCatalog(seedDocument('catalog.json'))
const sichuan = () => structuredClone(seedDocument('regions.json').regions[0])

test.group('Importing a region', (group) => {
  inWorld(group)

  test('the same document again publishes nothing and writes no second row', async ({ assert }) => {
    const before = await rows()
    const { published } = await importing({ json: sichuan(), offset: 7 * DAY })
    assert.isFalse(published)
    const after = await rows()
    assert.deepEqual({ ...after, windows: before.windows }, before)
    const { season, windows } = await current()
    assert.lengthOf(windows, 4)
    assert.equal(season.returnCapAt, Date.parse('2027-02-27T00:00:00+08:00') + 7 * DAY)
  })

  test('moved windows leave the release alone, with the dates of its document', async ({
    assert,
  }) => {
    const { releaseId } = await importing({ json: sichuan(), offset: 40 * DAY })
    const document = await runInRegion('sc', () => releaseDocument(releaseId))
    assert.equal(document.workflow.returns.extendCap, '2027-02-27T00:00:00+08:00')
    assert.equal(document.season, 2027)
  })

  test('a changed document becomes the next release, and the old one stays', async ({ assert }) => {
    const json = sichuan()
    json.workflow.returns.deadline_hours = 96
    const { published, releaseId } = await importing({ json })
    assert.isTrue(published)
    const { season } = await current()
    assert.equal(season.currentReleaseId, releaseId)
    const releases = await runInRegion('sc', () => Release.query().orderBy('number'))
    assert.deepEqual(
      releases.map(({ number }) => number),
      [1, 2]
    )
    assert.equal(releases[0].document.workflow.returns.deadlineHours, 48)
  })

  test('what the region changed since is kept when asked for', async ({ assert }) => {
    await runInRegion('sc', async () => {
      const { season } = (await currentSeason())!
      await season.merge({ uploadsOn: false }).save()
    })
    await importing({ json: sichuan(), keep: { settings: true, windows: true } })
    assert.isFalse((await current()).season.uploadsOn)
    await importing({ json: sichuan() })
    assert.isTrue((await current()).season.uploadsOn)
  })

  test('a notice keeps who has read it; one that is gone is archived with its reads', async ({
    assert,
  }) => {
    await signedInCandidate('sc')
    const reads = () => runInRegion('sc', async () => (await NoticeRead.all()).length)
    const known = await runInRegion('sc', () => Notice.query().orderBy('position'))
    const own = await runInRegion('sc', () =>
      Notice.create({
        seasonId: known[0].seasonId,
        position: 9,
        titleZh: '考生须知',
        url: null,
        bodyZh: '请带原件。',
        mustRead: false,
        status: 'shown',
        version: 1,
      })
    )
    const json = sichuan()
    json.notices[0].title_zh = '新标题'
    await importing({ json })
    assert.equal(await reads(), 1)
    const [, ...others] = json.notices
    await importing({ json: { ...json, notices: others } })
    assert.equal(await reads(), 1)
    const statuses = async () =>
      (await runInRegion('sc', () => Notice.query().orderBy('position').orderBy('id'))).map(
        ({ id, status }) => [id, status]
      )
    assert.includeDeepMembers(await statuses(), [
      [known[0].id, 'archived'],
      [own.id, 'shown'],
    ])
    await importing({ json })
    assert.includeDeepMembers(await statuses(), [[known[0].id, 'shown']])
    await importing({ json: { ...json, notices: [json.notices[0]] } })
    assert.notInclude(
      (await statuses()).map(([id]) => id),
      known[1].id
    )
  })

  test('a new year takes over, the old season stays', async ({ assert }) => {
    await importing({ json: sichuan(), year: 2028 })
    const seasons = await runInRegion('sc', () => Season.query().orderBy('year'))
    assert.deepEqual(
      seasons.map(({ year, isCurrent }) => [year, isCurrent]),
      [
        [2027, false],
        [2028, true],
      ]
    )
  })

  for (const [what, spoil] of [
    ['an unknown material', (json: any) => (json.catalog_overrides[0].code = 'NOTHING')],
    [
      'a condition on an unknown fact',
      (json: any) => (json.upload_button.audience[0].when = { fact: 'rank', eq: 1 }),
    ],
    [
      'a window that ends before it starts',
      (json: any) => (json.windows[0].end_exclusive = '2020-01-01T00:00:00+08:00'),
    ],
    ['a link that is no web address', (json: any) => (json.notices[0].url = 'javascript:alert(1)')],
    ['a link that anybody may read along', (json: any) => (json.notices[0].url = 'http://a.cn')],
    [
      'a workflow that nobody may reject in',
      (json: any) => json.workflow.stages.forEach((stage: any) => (stage.can_reject = false)),
    ],
    [
      'quiet hours that are no times',
      (json: any) => (json.notifications.quiet_hours = ['late', 'early']),
    ],
    ['an id that a path cannot have', (json: any) => (json.id = '../x')],
  ] as const) {
    test(`${what} is refused and nothing is written`, async ({ assert }) => {
      const before = await rows()
      const json = sichuan()
      spoil(json)
      json.zh = '改名考区'
      await assert.rejects(() => importing({ json }), ReleaseError as any)
      assert.deepEqual(await rows(), before)
    })
  }
})

function importing(given: Partial<RegionImport> & { json: Record<string, unknown> }) {
  const keep = { settings: false, windows: false }
  return new ImportRegion().handle({
    catalog,
    year: 2027,
    current: true,
    offset: 0,
    keep,
    ...given,
  })
}

async function current() {
  return (await runInRegion('sc', () => currentSeason()))!
}

async function rows() {
  const { season, windows } = await current()
  return runInRegion('sc', async () => ({
    region: (await Region.findOrFail('sc')).zh,
    season: season.id,
    release: season.currentReleaseId,
    releases: (await Release.all()).length,
    notices: (await Notice.all()).map(({ id }) => id).sort(),
    windows: windows.map(({ kind, startsAt, endsAt }) => [kind, startsAt, endsAt]),
  }))
}
