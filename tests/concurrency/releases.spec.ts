import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import emitter from '@adonisjs/core/services/emitter'
import { EditDraft } from '#app/catalog/actions/edit_draft'
import { PublishDraft } from '#app/catalog/actions/publish_draft'
import ReleasePublished from '#app/catalog/events/release_published'
import { draftOf } from '#app/catalog/queries/draft'
import Release from '#app/catalog/models/release'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { meeting } from '#tests/concurrency/support/protection'
import { inSharedWorld, staffOf } from '#tests/support/world'

const REGION = 'sc'
const ADMINS = 5
const FULL = { rowLock: true, compareAndSet: true, keys: true }
const here = <T>(work: () => Promise<T>) => runInRegion(REGION, work)

test.group('Administrators at one draft', (group) => {
  inSharedWorld(group)

  group.each.setup(async () => {
    emitter.fake([ReleasePublished])
    const { id, currentReleaseId } = await here(async () => (await currentSeason())!.season)
    return async () => {
      emitter.restore()
      await here(async () => {
        const region = { region_id: REGION }
        await db.from('release_draft_edits').where(region).delete()
        await db.from('release_drafts').where(region).delete()
        await db
          .from('seasons')
          .where({ ...region, id })
          .update({ current_release_id: currentReleaseId })
        await db.from('releases').where(region).whereNot('id', currentReleaseId!).delete()
      })
    }
  })

  test('all open it at once: there is one', async ({ assert }) => {
    const seasonId = await season()
    const drafts = await here(() => Promise.all(admins(() => draftOf(seasonId))))
    assert.lengthOf([...new Set(drafts.map(({ draft }) => draft.id))], 1)
  })

  test('all save the same section at once: one is saved, the others see his', async ({
    assert,
  }) => {
    const seasonId = await season()
    await here(() => draftOf(seasonId))
    const people = await Promise.all(admins(() => staffOf(REGION, 'region_admin')))
    const outcomes = await meeting(ADMINS, FULL, () =>
      here(() =>
        Promise.all(
          people.map(({ id }, i) =>
            new EditDraft().handle({
              seasonId,
              version: 1,
              section: 'upload_grace_minutes',
              value: 20 + i,
              by: { kind: 'staff', id },
            })
          )
        )
      )
    )
    const winner = outcomes.findIndex(({ ok }) => ok)
    assert.lengthOf(
      outcomes.filter(({ ok }) => ok),
      1
    )
    for (const outcome of outcomes) {
      if (outcome.ok) continue
      assert.deepInclude(outcome, { reason: 'moved_on', version: 2 })
      const [change] = (outcome as Extract<typeof outcome, { reason: 'moved_on' }>).changes
      assert.deepInclude(change, { value: 20 + winner, version: 2 })
    }
    const { draft } = await here(() => draftOf(seasonId))
    assert.equal(draft.document.upload_grace_minutes, 20 + winner)
  })

  test('all publish at once: there is one new release, and the others are told', async ({
    assert,
  }) => {
    const seasonId = await season()
    const { id } = await staffOf(REGION, 'region_admin')
    const by = { kind: 'staff', id }
    await here(async () => {
      await draftOf(seasonId)
      const section = 'at_close' as const
      await new EditDraft().handle({
        seasonId,
        version: 1,
        section,
        value: 'submit_if_complete',
        by,
      })
    })
    const outcomes = await meeting(ADMINS, FULL, () =>
      here(() => Promise.all(admins(() => new PublishDraft().handle({ seasonId, version: 2, by }))))
    )
    assert.lengthOf(
      outcomes.filter(({ ok }) => ok),
      1
    )
    assert.lengthOf(
      outcomes.filter((one) => !one.ok && one.reason === 'moved_on'),
      ADMINS - 1
    )
    const numbers = await here(() => Release.query().orderBy('number'))
    assert.deepEqual(
      numbers.map(({ number }) => number),
      [1, 2]
    )
  })
})

async function season(): Promise<string> {
  return (await here(() => currentSeason()))!.season.id
}

function admins<T>(work: () => Promise<T>): Promise<T>[] {
  return Array.from({ length: ADMINS }, work)
}
