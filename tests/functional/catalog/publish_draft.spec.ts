import { test } from '@japa/runner'
import emitter from '@adonisjs/core/services/emitter'
import AuditEntry from '#app/audit/models/audit_entry'
import { EditDraft } from '#app/catalog/actions/edit_draft'
import { PublishDraft } from '#app/catalog/actions/publish_draft'
import { ReplaceDraft } from '#app/catalog/actions/replace_draft'
import { RestoreRelease } from '#app/catalog/actions/restore_release'
import ReleasePublished from '#app/catalog/events/release_published'
import Release from '#app/catalog/models/release'
import { draftOf, fileOf } from '#app/catalog/queries/draft'
import { releaseDocument } from '#app/catalog/releases'
import type { Section } from '#app/catalog/draft_document'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'

type By = { kind: string; id: string }

const season = async () => (await currentSeason())!.season
const inSichuan = <T>(work: () => Promise<T>) => runInRegion('sc', work)
const admin = async (): Promise<By> => {
  return { kind: 'staff', id: (await staffOf('sc', 'region_admin')).id }
}

test.group('Publishing a draft', (group) => {
  inWorld(group)
  group.each.setup(() => {
    emitter.fake([ReleasePublished])
    return () => emitter.restore()
  })

  test('makes the next release, the current one, with an entry and an event', async ({
    assert,
  }) => {
    const events = emitter.fake([ReleasePublished])
    const by = await admin()
    await inSichuan(async () => {
      const { id } = await season()
      await edit(by, 'upload_grace_minutes', 25)
      const published = await publish(by, 2)
      assert.deepInclude(published, { ok: true, number: 2 })
      const { releaseId } = published as Extract<typeof published, { ok: true }>
      const { currentReleaseId } = await season()
      assert.equal(currentReleaseId, releaseId)
      assert.equal((await releaseDocument(releaseId)).uploadGraceMinutes, 25)
      const row = await Release.findOrFail(releaseId)
      assert.deepInclude(row.$attributes, { number: 2, publishedBy: by.id, restoredFrom: null })
      const { draft } = await draftOf(id)
      assert.deepInclude(draft.$attributes, { basedOn: releaseId, version: 3 })
      assert.deepInclude((await chain())[0].$attributes, {
        action: 'release_published',
        actorId: by.id,
        payload: { seasonId: id, releaseId, number: 2 },
      })
      events.assertEmitted(ReleasePublished, ({ data }) => data.releaseId === releaseId)
    })
  })

  test('is refused when the draft moved on, equals the release, or cannot run; nothing is written', async ({
    assert,
  }) => {
    const events = emitter.fake([ReleasePublished])
    const by = await admin()
    await inSichuan(async () => {
      assert.deepEqual(await publish(by, 1), { ok: false, reason: 'nothing_new' })
      await edit(by, 'at_close', 'submit_if_complete')
      assert.deepEqual(await publish(by, 1), { ok: false, reason: 'moved_on' })
      const { draft } = await draftOf((await season()).id)
      const workflow: any = draft.document.workflow
      const stages = workflow.stages.map((stage: object) => ({ ...stage, can_reject: false }))
      await edit(by, 'workflow', { ...workflow, stages }, 2)
      const unsound = await publish(by, 3)
      assert.deepInclude(unsound, { ok: false, reason: 'problems' })
      assert.lengthOf(await Release.query().where('season_id', draft.seasonId), 1)
      events.assertNotEmitted(ReleasePublished)
    })
  })

  test('the second of two who publish the same draft is told that it moved on', async ({
    assert,
  }) => {
    const [one, two] = [await admin(), await admin()]
    await inSichuan(async () => {
      await edit(one, 'at_close', 'submit_if_complete')
      assert.deepInclude(await publish(one, 2), { ok: true })
      assert.deepEqual(await publish(two, 2), { ok: false, reason: 'moved_on' })
    })
  })

  test('an old release is published again under a new number, and an unchanged draft follows', async ({
    assert,
  }) => {
    const by = await admin()
    await inSichuan(async () => {
      const { id, currentReleaseId: first } = await season()
      await edit(by, 'at_close', 'submit_if_complete')
      await publish(by, 2)
      const restored = await restore(by, first!)
      assert.deepInclude(restored, { ok: true, number: 3 })
      const row = await Release.findByOrFail({ number: 3, seasonId: id })
      const old = await Release.findOrFail(first!)
      assert.equal(row.restoredFrom, 1)
      assert.equal(row.sha256, old.sha256)
      assert.equal((await season()).currentReleaseId, row.id)
      const { draft, release } = await draftOf(id)
      assert.equal(draft.basedOn, row.id)
      assert.equal(release!.atClose, 'lapse')
      const actions = (await chain()).slice(0, 2).map(({ action }) => action)
      assert.deepEqual(actions, ['release_restored', 'draft_restored'])
      assert.deepEqual(await restore(by, first!), { ok: false, reason: 'nothing_new' })
    })
  })

  test('a draft with changes of its own stays when an old release comes back', async ({
    assert,
  }) => {
    const by = await admin()
    await inSichuan(async () => {
      const { id, currentReleaseId: first } = await season()
      await edit(by, 'at_close', 'submit_if_complete')
      await publish(by, 2)
      await edit(by, 'upload_grace_minutes', 3, 3)
      await restore(by, first!)
      const { release } = await draftOf(id)
      assert.deepInclude(release!, { atClose: 'submit_if_complete', uploadGraceMinutes: 3 })
    })
  })

  test('another region’s release is not there to restore', async ({ assert }) => {
    const by = await admin()
    const foreign = (await runInRegion('bj', season)).currentReleaseId!
    await inSichuan(() => assert.rejects(() => restore(by, foreign), 'Row not found'))
  })

  test('a whole document takes the draft’s place, each piece with its row', async ({ assert }) => {
    const by = await admin()
    await inSichuan(async () => {
      const { id, currentReleaseId } = await season()
      const { catalog } = await draftOf(id)
      const document = {
        ...(await fileOf(currentReleaseId!, catalog)),
        at_close: 'submit_if_complete',
        upload_grace_minutes: 1,
      }
      const replace = (version: number) =>
        new ReplaceDraft().handle({ seasonId: id, version, document, by, action: 'draft_imported' })
      assert.deepEqual(await replace(1), { ok: true, version: 2, pieces: 2 })
      assert.deepEqual(await replace(1), { ok: false, reason: 'moved_on' })
      const [{ action, payload }] = await chain()
      assert.equal(action, 'draft_imported')
      assert.deepEqual((payload as any).pieces, [
        { section: 'at_close', material: '' },
        { section: 'upload_grace_minutes', material: '' },
      ])
      const late = await new EditDraft().handle({
        ...{ seasonId: id, version: 1, section: 'at_close' as const, value: 'lapse', by },
      })
      assert.deepInclude(late, { ok: false, reason: 'moved_on' })
    })
  })
})

async function edit(by: By, section: Section, value: unknown, version = 1) {
  const { id } = await season()
  return new EditDraft().handle({ seasonId: id, version, section, value, by })
}

async function publish(by: By, version: number) {
  return new PublishDraft().handle({ seasonId: (await season()).id, version, by })
}

async function restore(by: By, releaseId: string) {
  return new RestoreRelease().handle({ seasonId: (await season()).id, releaseId, by })
}

/** Newest first. */
function chain() {
  return AuditEntry.query().where('chain', 'region:sc').orderBy('seq', 'desc')
}
