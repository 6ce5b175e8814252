import { test } from '@japa/runner'
import { publishRelease, releaseDocument } from '#app/catalog/releases'
import type { By, State } from '#app/core/dossier'
import type { ReleaseDocument, ReleaseMaterial } from '#app/core/release'
import { announceDraftsBehind } from '#app/dossiers/actions/announce_drafts_behind'
import FollowRelease from '#app/dossiers/actions/follow_release'
import MoveDrafts from '#app/dossiers/jobs/move_drafts'
import Dossier from '#app/dossiers/models/dossier'
import { releaseNews } from '#app/dossiers/queries/release_news'
import Registration from '#app/registrations/models/registration'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import { QueueManager } from '@boringnode/queue'
import { addPicture, draftOf, fresh, handedIn, written } from '#tests/functional/review/desk'
import { inWorld, staffOf } from '#tests/support/world'

const RELEASE: By = { kind: 'system', id: 'release' }
/** Asked of nobody in Sichuan until a release says so. */
const NEW = 'EMPLOY_CONTRACT'

test.group('Following a new release', (group) => {
  inWorld(group)

  test('a draft gets the items that are new, keeps its pictures, and its candidate is told', async ({
    assert,
  }) => {
    const draft = await draftOf('sc')
    const { core } = await fresh(draft)
    const item = core.items.find(({ need, min }) => need === 'required' && min > 1)!
    await addPicture(draft, item.id)
    const releaseId = await publish('sc', asking(NEW))
    assert.deepEqual(await follow('sc', releaseId, ['draft'], RELEASE), { moved: 1, left: 0 })

    const now = await fresh(draft)
    assert.equal(now.row.releaseId, releaseId)
    assert.equal(now.core.items.find(({ material }) => material === NEW)!.need, 'required')
    assert.lengthOf(now.core.items.find(({ id }) => id === item.id)!.images, 1)
    const { audit, outbox } = await written(draft)
    assert.equal(audit.at(-1)!.action, 'move_release')
    assert.include(outbox, 'message.release_changed')
    assert.deepEqual(await follow('sc', releaseId, ['draft'], RELEASE), { moved: 0, left: 0 })
  })

  test('its page names what is new and what is gone', async ({ assert }) => {
    const draft = await draftOf('sc')
    assert.isNull(await newsOf(draft))
    const next = await publish('sc', asking(NEW))
    await follow('sc', next, ['draft'], RELEASE)
    const news = await newsOf(draft)
    const contract = (await fresh(draft)).release.materials.find(({ code }) => code === NEW)!
    assert.deepEqual(news!.added, [{ zh: contract.zh, en: contract.en }])
    assert.deepEqual(news!.gone, [])
    const last = await publish('sc', asking(NEW, { const: false }))
    await follow('sc', last, ['draft'], RELEASE)
    assert.deepEqual((await newsOf(draft))!.gone, [{ zh: contract.zh, en: contract.en }])
  })

  test('what was submitted stays, unless an administrator moves it: then only what is new opens', async ({
    assert,
  }) => {
    const submitted = await handedIn('sc')
    const pinned = submitted.releaseId
    const releaseId = await publish('sc', asking(NEW))
    await follow('sc', releaseId, ['draft'], RELEASE)
    assert.equal((await fresh(submitted)).row.releaseId, pinned)

    const staff = await staffOf('sc', 'region_admin')
    const by: By = { kind: 'staff', id: staff.id, roles: ['region_admin'] }
    assert.deepEqual(await follow('sc', releaseId, ['submitted'], by), { moved: 1, left: 0 })
    const { core, row } = await fresh(submitted)
    assert.deepEqual([row.releaseId, row.state], [releaseId, 'returned'])
    const open = core.items.filter(({ reopened }) => reopened)
    assert.deepEqual(
      open.map(({ material }) => material),
      [NEW]
    )
  })

  test('the system moves drafts only, and nobody but an administrator the others', async ({
    assert,
  }) => {
    const submitted = await handedIn('sc')
    const releaseId = await publish('sc', asking(NEW))
    const lead = await staffOf('sc', 'region_lead')
    const others: By[] = [RELEASE, { kind: 'staff', id: lead.id, roles: ['region_lead'] }]
    for (const by of others) {
      assert.deepEqual(await follow('sc', releaseId, ['submitted'], by), { moved: 0, left: 1 })
    }
    assert.equal((await fresh(submitted)).row.releaseId, submitted.releaseId)
  })

  test('a release whose stages end before the dossier’s leaves it where it is', async ({
    assert,
  }) => {
    const submitted = await handedIn('sc')
    await runInRegion('sc', () => submitted.merge({ stage: 2 }).save())
    const releaseId = await publish('sc', (document) => ({
      ...document,
      workflow: { ...document.workflow, stages: document.workflow.stages.slice(0, 2) },
    }))
    const staff = await staffOf('sc', 'region_admin')
    const by: By = { kind: 'staff', id: staff.id, roles: ['region_admin'] }
    assert.deepEqual(await follow('sc', releaseId, ['submitted'], by), { moved: 0, left: 1 })
  })

  test('another region’s drafts are not touched', async ({ assert }) => {
    const [here, there] = [await draftOf('sc'), await draftOf('bj')]
    const releaseId = await publish('sc', asking(NEW))
    await follow('sc', releaseId, ['draft'], RELEASE)
    assert.equal((await fresh(here)).row.releaseId, releaseId)
    assert.equal((await fresh(there)).row.releaseId, there.releaseId)
  })

  test('the sweep gives a job to the regions whose drafts stayed behind, and to no others', async () => {
    const queue = QueueManager.fake()
    try {
      const [draft] = [await draftOf('sc'), await draftOf('bj')]
      await publish('sc', asking(NEW))
      await announceDraftsBehind()
      queue.assertPushedCount(1)
      queue.assertPushed(MoveDrafts, { payload: { regionId: draft.regionId } })
    } finally {
      QueueManager.restore()
    }
  })
})

/** The same release, with one material asked of everybody, or of those whom the condition names. */
function asking(code: string, requiredWhen: ReleaseMaterial['requiredWhen'] = { const: true }) {
  return (document: ReleaseDocument): ReleaseDocument => ({
    ...document,
    materials: document.materials.map((one) =>
      one.code === code ? { ...one, requiredWhen, offeredWhen: { const: false } } : one
    ),
  })
}

function publish(region: string, change: (document: ReleaseDocument) => ReleaseDocument) {
  return runInRegion(region, async () => {
    const { season } = (await currentSeason())!
    const document = change(await releaseDocument(season.currentReleaseId!))
    const release = { seasonId: season.id, document, publishedBy: null }
    return (await transaction((trx) => publishRelease(release, trx))).releaseId
  })
}

function follow(region: string, releaseId: string, states: State[], by: By) {
  return runInRegion(region, async () => {
    const { season } = (await currentSeason())!
    return new FollowRelease().handle({ seasonId: season.id, releaseId, states, by })
  })
}

function newsOf({ regionId, id }: Dossier) {
  return runInRegion(regionId, async () => {
    const dossier = await Dossier.findOrFail(id)
    const registration = await Registration.findOrFail(dossier.registrationId)
    return releaseNews(dossier, registration, await releaseDocument(dossier.releaseId))
  })
}
