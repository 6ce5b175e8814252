import { test } from '@japa/runner'
import { ImportRegion } from '#app/administration/actions/import_region'
import { regionState } from '#app/administration/queries/region_state'
import { regionFile } from '#app/administration/region_file'
import { readRegionDocument } from '#app/administration/region_document'
import { parseCatalog, resolveRelease } from '#app/core/release'
import { seedDocument } from '#database/demo/people'
import { inWorld } from '#tests/support/world'

const catalog = parseCatalog(seedDocument('catalog.json'))
const { regions } = seedDocument('regions.json')

test.group('A region written as a file', (group) => {
  inWorld(group)

  for (const json of regions as any[]) {
    test(`${json.en} reads back as it was`, async ({ assert }) => {
      const given = structuredClone(json)
      given.catalog_overrides.push(
        { code: 'EDU_DEGREE', op: 'hide' },
        {
          code: 'ID_RESIDENT',
          op: 'optional',
          set: { max: 4, note: '只收原件照片', stage: 'after_onsite' },
        }
      )
      const other = seedDocument('catalog.json').materials.find(
        ({ code }: { code: string }) => code === 'OTHER'
      )
      given.own_materials = [
        {
          ...other,
          code: `${json.id}_LOCAL_PROOF`,
          zh: '本地证明',
          alternatives: ['EDU_CHSI'],
          min: 1,
        },
      ]
      await new ImportRegion().handle({
        json: given,
        catalog,
        year: 2027,
        current: true,
        offset: 0,
        keep: { settings: false, windows: false },
      })
      const state = (await regionState(json.id.toLowerCase(), catalog))!
      const { id, code, zh, en, exam_points: points, notices } = given
      const file = {
        ...JSON.parse(JSON.stringify(regionFile(state))),
        ...{ id, code, zh, en, exam_points: points, notices },
      }
      const release = resolveRelease(catalog, file)
      assert.deepEqual(release, resolveRelease(catalog, { ...given, season: 2027 }))
      const { region: own, ...live } = readRegionDocument(file, catalog, release.flags)
      const { region: theirs, ...asked } = readRegionDocument(given, catalog, release.flags)
      assert.sameDeepMembers(live.windows, asked.windows)
      assert.deepEqual({ ...live, windows: [] }, { ...asked, windows: [] })
      assert.equal(own.enabled, theirs.enabled)
    })
  }
})
