import { test } from '@japa/runner'
import AuditEntry from '#app/audit/models/audit_entry'
import { draftOf, fileOf } from '#app/catalog/queries/draft'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { seedDocument } from '#database/demo/people'
import { Tab, type Sending } from '#tests/support/tab'
import { inWorld, staffOf } from '#tests/support/world'

const DRAFT = '/sc/staff/draft'
const PREVIEWS = '/sc/staff/draft-previews'
const IMPORTS = '/sc/staff/draft-imports'
const inSichuan = <T>(work: () => Promise<T>) => runInRegion('sc', work)
const open = () => inSichuan(async () => draftOf((await currentSeason())!.season.id))
const admin = async () => Tab.staff(await staffOf('sc', 'region_admin'))
const body = (value: unknown, version = 1) => ({ version, value })
const text = (value: unknown): Sending => ({
  body: typeof value === 'string' ? value : JSON.stringify(value),
  headers: { 'content-type': 'text/plain' },
})

test.group('The rules of a draft', (group) => {
  inWorld(group)

  test('guests, other regions and staff who do not configure change nothing', async ({
    assert,
  }) => {
    const guest = await Tab.guest()
    const other = await Tab.staff(await staffOf('bj', 'region_admin'))
    const lead = await Tab.staff(await staffOf('sc', 'region_lead'))
    const put = (tab: Tab) => tab.put(`${DRAFT}/at_close`, body('submit_if_complete'))
    assert.equal((await put(guest)).status, 401)
    assert.equal((await put(other)).status, 404)
    assert.equal((await put(lead)).status, 403)
    for (const path of [PREVIEWS, IMPORTS]) {
      assert.equal((await lead.post(path, text(await exported()))).status, 403)
    }
    assert.equal((await lead.get(DRAFT)).status, 200)
    assert.equal((await open()).draft.version, 1)
  })

  test('a section is saved; what is wrong with it comes back by its path', async ({ assert }) => {
    const tab = await admin()
    const { status, json } = await tab.put(`${DRAFT}/upload_grace_minutes`, body(20))
    assert.deepEqual([status, json], [200, { version: 2 }])
    const { draft } = await open()
    const { stages, returns }: any = draft.document.workflow
    const wrong: [string, unknown, string][] = [
      ['upload_grace_minutes', 61, 'upload_grace_minutes'],
      ['image_rules', { stored_max_kb: 201 }, 'image_rules.stored_max_kb'],
      ['image_rules', { min_short_side_px: 100 }, 'image_rules.min_short_side_px'],
      ['image_rules', { require_upright: false }, 'image_rules.require_upright'],
      ['image_rules', { formats: ['gif'] }, 'image_rules.formats[0]'],
      ['flags', { require_contract: 'yes' }, 'flags.require_contract'],
      [
        'workflow',
        { returns, stages: [{ ...stages[0], zh: '审'.repeat(10_000) }] },
        'workflow.stages[0].zh',
      ],
      [
        'workflow',
        { returns, stages: [{ ...stages[0], roles: ['king'] }] },
        'workflow.stages[0].roles[0]',
      ],
      [
        'workflow',
        { returns: { ...returns, extend_cap: 'soon' }, stages },
        'workflow.returns.extend_cap',
      ],
      ['declaration', { version: 'a\nb', zh: '一', en: 'one' }, 'declaration.version'],
      ['carry_over', { enabled: true }, 'carry_over.years'],
      ['onsite', null, 'onsite'],
      ['at_close', { toString: 1 }, 'at_close'],
    ]
    for (const [section, value, path] of wrong) {
      const answer = await tab.put(`${DRAFT}/${section}`, body(value, 2))
      assert.equal(answer.status, 422, path)
      assert.equal(answer.json.problems[0].path, path)
    }
    assert.equal((await open()).draft.version, 2)
  })

  test('materials and unknown sections are not saved here, nor a draft without its version', async ({
    assert,
  }) => {
    const tab = await admin()
    for (const section of ['catalog_overrides', 'own_materials', 'id', 'windows', 'nothing']) {
      assert.equal((await tab.put(`${DRAFT}/${section}`, body([]))).status, 404)
    }
    for (const version of [undefined, 'one', 0, 1.5]) {
      const sent = { version, value: 5 }
      assert.equal((await tab.put(`${DRAFT}/upload_grace_minutes`, sent)).status, 422)
    }
  })

  test('the second of two administrators gets what the first one saved', async ({ assert }) => {
    const first = await staffOf('sc', 'region_admin')
    await (await Tab.staff(first)).put(`${DRAFT}/upload_grace_minutes`, body(20))
    const { status, json } = await (await admin()).put(`${DRAFT}/upload_grace_minutes`, body(5))
    assert.equal(status, 409)
    assert.equal(json.errors[0].code, 'DRAFT_MOVED_ON')
    assert.equal(json.version, 2)
    assert.deepInclude(json.changes[0], { value: 20, by: { id: first.id, name: first.name } })
    assert.equal((await open()).draft.document.upload_grace_minutes, 20)
  })

  test('discarding takes the draft back to the release, unless somebody went on with it', async ({
    assert,
  }) => {
    const tab = await admin()
    await tab.put(`${DRAFT}/upload_grace_minutes`, body(20))
    assert.equal((await tab.delete(DRAFT, { json: { version: 1 } })).status, 409)
    await tab.delete(DRAFT, { json: { version: 2 } })
    const { draft } = await open()
    assert.equal(draft.document.upload_grace_minutes, 10)
    const entry = await inSichuan(() =>
      AuditEntry.query().where('chain', 'region:sc').orderBy('seq', 'desc').firstOrFail()
    )
    assert.equal(entry.action, 'draft_discarded')
  })

  test('a file is previewed, then taken over; live settings in it are left aside and named', async ({
    assert,
  }) => {
    const tab = await admin()
    const file = { ...(await exported()), upload_grace_minutes: 25, windows: [], notices: [] }
    const preview = await tab.post(PREVIEWS, text(file))
    assert.equal(preview.status, 200)
    assert.deepInclude(preview.json, { version: 1, from: null, leftAside: ['windows', 'notices'] })
    assert.lengthOf(preview.json.changes.changes, 1)
    assert.equal((await open()).draft.version, 1)
    const imported = await tab.post(`${IMPORTS}?version=1`, text(file))
    assert.deepEqual([imported.status, imported.json], [200, { version: 2 }])
    assert.equal((await open()).draft.document.upload_grace_minutes, 25)
    const late = await tab.post(`${IMPORTS}?version=1`, text(file))
    assert.deepEqual([late.status, late.json.errors[0].code], [409, 'DRAFT_MOVED_ON'])
  })

  test('another region’s file brings its rules, under this region’s name and codes', async ({
    assert,
  }) => {
    const tab = await admin()
    const beijing = structuredClone(seedDocument('regions.json').regions[1])
    beijing.own_materials = [{ ...seedDocument('catalog.json').materials[0], code: 'BJ_PROOF' }]
    const preview = await tab.post(PREVIEWS, text(beijing))
    assert.equal(preview.json.from, 'BJ')
    const imported = await tab.post(`${IMPORTS}?version=1`, text(beijing))
    assert.equal(imported.status, 200)
    const { draft, release, problems } = await open()
    assert.deepEqual(problems, [])
    assert.deepInclude(draft.document, { id: 'SC', season: 2027 })
    assert.isTrue(release!.flags.require_contract)
    assert.include(
      release!.materials.map(({ code }) => code),
      'SC_PROOF'
    )
  })

  const refused: [string, (file: any) => unknown, string][] = [
    ['a newer format', (file) => ({ ...file, format: 2 }), 'format'],
    ['a foreign format', (file) => ({ ...file, format: 'xlsx' }), 'format'],
    ['an unknown key', (file) => ({ ...file, colour: 'red' }), 'colour'],
    ['several regions', (file) => ({ regions: [file] }), 'regions'],
    [
      'a material of another catalog',
      withOverride({ code: 'NOTHING', op: 'hide' }),
      'catalog_overrides[2].code',
    ],
    [
      'min above max',
      withOverride({ code: 'OTHER', set: { min: 3, max: 2 } }),
      'materials.OTHER.min',
    ],
    [
      'an item as its own alternative',
      withOverride({ code: 'OTHER', set: { alternatives: ['OTHER'] } }),
      'catalog_overrides[2].set.alternatives[0]',
    ],
    [
      'a name of 10,000 characters',
      withOverride({ code: 'OTHER', set: { zh: '材'.repeat(10_000) } }),
      'catalog_overrides[2].set.zh',
    ],
    ['no JSON', () => '{', ''],
  ]
  for (const [what, change, path] of refused) {
    test(`${what} in a file is refused with its place`, async ({ assert }) => {
      const tab = await admin()
      const file = change(await exported())
      for (const address of [PREVIEWS, `${IMPORTS}?version=1`]) {
        const { status, json } = await tab.post(address, text(file))
        assert.equal(status, 422)
        assert.equal(json.problems[0].path, path)
      }
      assert.equal((await open()).draft.version, 1)
    })
  }
})

function withOverride(entry: object) {
  return (file: any) => ({ ...file, catalog_overrides: [...file.catalog_overrides, entry] })
}

/** The current release as its file. */
function exported(): Promise<any> {
  return inSichuan(async () => {
    const { season } = (await currentSeason())!
    const { catalog } = await draftOf(season.id)
    return fileOf(season.currentReleaseId!, catalog)
  })
}
