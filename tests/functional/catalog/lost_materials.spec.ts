import { test } from '@japa/runner'
import { ImportRegion } from '#app/administration/actions/import_region'
import { EditDraft } from '#app/catalog/actions/edit_draft'
import { PublishDraft } from '#app/catalog/actions/publish_draft'
import { RestoreRelease } from '#app/catalog/actions/restore_release'
import { newestCatalog } from '#app/catalog/catalog_versions'
import Release from '#app/catalog/models/release'
import { draftOf } from '#app/catalog/queries/draft'
import { draftSummary } from '#app/catalog/queries/draft_summary'
import { ReleaseError } from '#app/core/release'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import Region from '#app/regions/models/region'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { seedDocument } from '#database/demo/people'
import { inWorld, signedInCandidate, staffOf } from '#tests/support/world'

const CODE = 'SC_LOCAL_PROOF'
const IN_USE = { path: 'own_materials', reason: `"${CODE}" is used by 1 dossiers` }
const OWN = { ...seedDocument('catalog.json').materials[0], required_when: { const: true } }

const season = async () => (await currentSeason())!.season

test.group('A region’s own material that dossiers use', (group) => {
  inWorld(group)

  test('is not lost by publishing a draft without it, and the summary says so', async ({
    assert,
  }) => {
    const { edit, publish } = await used()
    await runInRegion('sc', async () => {
      await edit([])
      const { problems } = await draftSummary(await season())
      assert.containsSubset(problems, [IN_USE])
      const refused = await publish()
      assert.isFalse(refused.ok)
      assert.deepInclude(refused, {
        reason: 'problems',
        problems: [{ section: 'own_materials', material: '', ...IN_USE }],
      })
    })
  })

  test('is not lost by restoring an older release', async ({ assert }) => {
    const { first, by } = await used()
    await runInRegion('sc', async () => {
      const seasonId = (await season()).id
      const refused = await new RestoreRelease().handle({ seasonId, releaseId: first, by })
      assert.deepEqual(refused, { ok: false, reason: 'loses', lost: [{ code: CODE, n: 1 }] })
      assert.lengthOf(await Release.query().where({ seasonId }), 2)
    })
  })

  test('is not lost by importing a file without it, of which nothing is kept', async ({
    assert,
  }) => {
    await used()
    const { meta, regions } = seedDocument('regions.json')
    const json = { ...regions.find(({ id }: any) => id === 'SC'), zh: '改名考区' }
    const refused = await new ImportRegion()
      .handle({
        json,
        catalog: (await newestCatalog())!,
        year: meta.season,
        current: true,
        offset: 0,
        keep: { settings: true, windows: true },
      })
      .catch((error) => error)
    assert.instanceOf(refused, ReleaseError)
    assert.deepEqual(refused.problems, [IN_USE])
    await runInRegion('sc', async () => {
      assert.notEqual((await Region.findOrFail('sc')).zh, '改名考区')
      assert.lengthOf(await Release.query().where('seasonId', (await season()).id), 2)
    })
  })

  test('may go with a release while no dossier has it', async ({ assert }) => {
    const { edit, publish } = await published()
    await runInRegion('sc', async () => {
      await edit([])
      assert.deepInclude(await publish(), { ok: true, number: 3 })
    })
  })
})

/** A release with a material of the region's own. */
async function published() {
  const by = { kind: 'staff', id: (await staffOf('sc', 'region_admin')).id }
  const edit = async (value: unknown) => {
    const { id: seasonId } = await season()
    const { version } = (await draftOf(seasonId)).draft
    const piece = { section: 'own_materials' as const, material: CODE, value }
    const edited = await new EditDraft().handle({ seasonId, version, ...piece, by })
    if (!edited.ok) throw new Error(JSON.stringify(edited))
  }
  const publish = async () => {
    const { id: seasonId } = await season()
    const { version } = (await draftOf(seasonId)).draft
    return new PublishDraft().handle({ seasonId, version, by })
  }
  return runInRegion('sc', async () => {
    const first = (await season()).currentReleaseId!
    await edit([OWN])
    await publish()
    return { first, by, edit, publish }
  })
}

/** The same with a dossier under it. */
async function used() {
  const all = await published()
  const { registration } = await signedInCandidate('sc')
  await runInRegion('sc', () => new OpenDossier().handle(registration))
  return all
}
