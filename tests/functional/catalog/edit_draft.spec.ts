import { test } from '@japa/runner'
import AuditEntry from '#app/audit/models/audit_entry'
import { EditDraft, type DraftEdit } from '#app/catalog/actions/edit_draft'
import ReleaseDraft from '#app/catalog/models/release_draft'
import { publishRelease, releaseDocument } from '#app/catalog/releases'
import { draftOf } from '#app/catalog/queries/draft'
import type Staff from '#app/identity/models/staff'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import { inWorld, staffOf } from '#tests/support/world'

const season = async () => (await currentSeason())!.season
const inSichuan = <T>(work: () => Promise<T>) => runInRegion('sc', work)

test.group('The draft of a release', (group) => {
  inWorld(group)

  test('is made from the current release at the first look, and reads back as that', async ({
    assert,
  }) => {
    await inSichuan(async () => {
      const { id, currentReleaseId } = await season()
      const { draft, release, problems } = await draftOf(id)
      assert.equal(draft.basedOn, currentReleaseId)
      assert.deepEqual(problems, [])
      assert.deepEqual(release, await releaseDocument(currentReleaseId!))
      assert.equal((await draftOf(id)).draft.id, draft.id)
      assert.lengthOf(await ReleaseDraft.all(), 1)
    })
  })

  test('of another region is not there', async ({ assert }) => {
    const { id } = await inSichuan(season)
    await assert.rejects(() => runInRegion('bj', () => draftOf(id)))
  })

  test('one that nobody changed follows a newer release, a changed one does not', async ({
    assert,
  }) => {
    const by = await staffOf('sc', 'region_admin')
    await inSichuan(async () => {
      const { id } = await season()
      await draftOf(id)
      const second = await publishGrace(id, 20)
      const { draft, release } = await draftOf(id)
      assert.equal(draft.basedOn, second)
      assert.equal(release!.uploadGraceMinutes, 20)
      await edit(by, { version: draft.version, section: 'at_close', value: 'submit_if_complete' })
      await publishGrace(id, 30)
      const kept = await draftOf(id)
      assert.equal(kept.draft.basedOn, second)
      assert.equal(kept.release!.uploadGraceMinutes, 20)
    })
  })

  test('a saved piece is there, its version grown, with an entry in the region’s chain', async ({
    assert,
  }) => {
    const by = await staffOf('sc', 'region_admin')
    await inSichuan(async () => {
      const { id } = await season()
      const saved = await edit(by, { section: 'on_return_due', value: 'back_to_review' })
      assert.deepEqual(saved, { ok: true, version: 2 })
      const { release, draft } = await draftOf(id)
      assert.equal(release!.onReturnDue, 'back_to_review')
      assert.equal(draft.updatedBy, by.id)
      const [entry] = await AuditEntry.query().where('chain', 'region:sc').orderBy('seq', 'desc')
      assert.deepInclude(entry.$attributes, { action: 'draft_edited', actorId: by.id })
      assert.deepEqual(entry.payload, {
        seasonId: id,
        version: 2,
        pieces: [{ section: 'on_return_due', material: '' }],
      })
      const again = await edit(by, {
        version: 2,
        section: 'on_return_due',
        value: 'back_to_review',
      })
      assert.deepEqual(again, { ok: true, version: 2 })
    })
  })

  test('two administrators: another piece is merged, the same one is not overwritten', async ({
    assert,
  }) => {
    const [one, two] = [await staffOf('sc', 'region_admin'), await staffOf('sc', 'region_admin')]
    await inSichuan(async () => {
      const { id } = await season()
      await edit(one, { section: 'upload_grace_minutes', value: 30 })
      const other = await edit(two, { section: 'at_close', value: 'submit_if_complete' })
      assert.deepEqual(other, { ok: true, version: 3 })
      const late = await edit(two, { section: 'upload_grace_minutes', value: 5 })
      assert.deepInclude(late, { ok: false, reason: 'moved_on', version: 3 })
      const { changes } = late as Extract<typeof late, { reason: 'moved_on' }>
      assert.lengthOf(changes, 1)
      assert.deepInclude(changes[0], {
        section: 'upload_grace_minutes',
        version: 2,
        by: { id: one.id, name: one.name },
        value: 30,
      })
      const { release } = await draftOf(id)
      assert.equal(release!.uploadGraceMinutes, 30)
      assert.equal(release!.atClose, 'submit_if_complete')
      const informed = await edit(two, { version: 3, section: 'upload_grace_minutes', value: 5 })
      assert.deepEqual(informed, { ok: true, version: 4 })
    })
  })

  test('materials are pieces of their own, and undoing one leaves the others', async ({
    assert,
  }) => {
    const [one, two] = [await staffOf('sc', 'region_admin'), await staffOf('sc', 'region_admin')]
    await inSichuan(async () => {
      const { id } = await season()
      const before = (await draftOf(id)).draft.document.catalog_overrides!
      const hide = { section: 'catalog_overrides' as const, value: [{ op: 'hide' }] }
      assert.deepInclude(await edit(one, { ...hide, material: 'EDU_DEGREE' }), { ok: true })
      assert.deepInclude(await edit(two, { ...hide, material: 'OTHER' }), { ok: true })
      assert.deepInclude(await edit(two, { ...hide, material: 'EDU_DEGREE', value: [] }), {
        reason: 'moved_on',
      })
      await edit(two, { ...hide, material: 'EDU_DEGREE', value: [], version: 3 })
      const { release, draft } = await draftOf(id)
      const degree = before.filter(({ code }) => code === 'EDU_DEGREE')
      assert.lengthOf(degree, 1)
      assert.deepEqual(draft.document.catalog_overrides, [
        ...before.filter(({ code }) => code !== 'EDU_DEGREE'),
        { op: 'hide', code: 'OTHER' },
      ])
      assert.isTrue(release!.materials.find(({ code }) => code === 'OTHER')!.hidden)
    })
  })

  const wrong: [string, Partial<DraftEdit>, string][] = [
    [
      'a text for a number',
      { section: 'upload_grace_minutes', value: '9' },
      'upload_grace_minutes',
    ],
    ['an unknown flag', { section: 'flags', value: { nothing: true } }, 'flags.nothing'],
    ['a missing section', { section: 'carry_over', value: null }, 'carry_over'],
    [
      'a looser picture than the nation allows',
      { section: 'image_rules', value: { stored_max_kb: 500 } },
      'image_rules.stored_max_kb',
    ],
    [
      'more than the most',
      { section: 'catalog_overrides', material: 'OTHER', value: [{ set: { min: 3, max: 2 } }] },
      'materials.OTHER.min',
    ],
    [
      'a material that is not in the catalog',
      { section: 'catalog_overrides', material: 'NOTHING', value: [{ op: 'hide' }] },
      'catalog_overrides[2].code',
    ],
    [
      'an unknown operation',
      { section: 'catalog_overrides', material: 'OTHER', value: [{ op: 'burn' }] },
      'catalog_overrides[2].op',
    ],
  ]
  for (const [what, change, path] of wrong) {
    test(`${what} is refused with its place, and nothing is saved`, async ({ assert }) => {
      const by = await staffOf('sc', 'region_admin')
      await inSichuan(async () => {
        const outcome = await edit(by, change)
        assert.deepInclude(outcome, { ok: false, reason: 'problems' })
        const { problems } = outcome as Extract<typeof outcome, { reason: 'problems' }>
        assert.include(
          problems.map((problem) => problem.path),
          path
        )
        const { draft, problems: left } = await draftOf((await season()).id)
        assert.equal(draft.version, 1)
        assert.deepEqual(left, [])
      })
    })
  }

  test('an unsound workflow is kept and listed, and lets other pieces be edited', async ({
    assert,
  }) => {
    const by = await staffOf('sc', 'region_admin')
    await inSichuan(async () => {
      const { draft } = await draftOf((await season()).id)
      const workflow: any = draft.document.workflow
      const value = { ...workflow, stages: [] }
      assert.deepEqual(await edit(by, { section: 'workflow', value }), { ok: true, version: 2 })
      const { problems } = await draftOf(draft.seasonId)
      assert.deepEqual(problems, [
        {
          section: 'workflow',
          material: '',
          path: 'workflow.stages',
          reason: 'WORKFLOW_EMPTY',
        },
      ])
      const other = await edit(by, { section: 'upload_grace_minutes', value: 15, version: 2 })
      assert.deepEqual(other, { ok: true, version: 3 })
    })
  })
})

async function edit(by: Staff, change: Partial<DraftEdit>) {
  const { id } = await season()
  return new EditDraft().handle({
    seasonId: id,
    version: 1,
    section: 'flags',
    value: null,
    ...change,
    by: { kind: 'staff', id: by.id },
  })
}

async function publishGrace(seasonId: string, uploadGraceMinutes: number) {
  const current = await releaseDocument((await season()).currentReleaseId!)
  const document = { ...current, uploadGraceMinutes }
  const release = { seasonId, document, publishedBy: null }
  return (await transaction((trx) => publishRelease(release, trx))).releaseId
}
