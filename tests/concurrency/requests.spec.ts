import { test } from '@japa/runner'
import Staff from '#app/identity/models/staff'
import { onRaceGround, PARALLEL, REGION, reviewer, times } from '#tests/concurrency/support/ground'
import { meeting, OFF } from '#tests/concurrency/support/protection'
import { AtDossier, storedObjects } from '#tests/support/dossiers'
import { freshPicture, picture } from '#tests/support/pictures'
import { Tab, type Answer } from '#tests/support/tab'
import { inSharedWorld } from '#tests/support/world'

const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort()
const bodies = (answers: Answer[]) => new Set(answers.map(({ text }) => text))

async function uploadTwiceUnderOneKey() {
  const at = await AtDossier.open()
  const bytes = picture()
  const { id } = await at.item('OTHER')
  const send = () => at.tab.upload(at.imagesPath(id), bytes, { key: 'one-upload' })
  return { at, send }
}

test.group('Requests that arrive at once', (group) => {
  onRaceGround(group)

  test('an upload sent 50 times under one key is one picture and 50 equal answers', async ({
    assert,
  }) => {
    const before = storedObjects()
    const { at, send } = await uploadTwiceUnderOneKey()
    const answers = await Promise.all(times(50, send))
    assert.deepEqual(new Set(statuses(answers)), new Set([201]))
    assert.lengthOf(bodies(answers), 1)
    assert.lengthOf(await at.rows('images'), 1)
    assert.equal(storedObjects().length - before.length, 2, 'one original and its thumbnail')
  })

  test('a submission sent 50 times under one key is one receipt and 50 equal answers', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).fill()
    const answers = await Promise.all(times(50, () => at.submit({ key: 'one-submission' })))
    assert.deepEqual(new Set(statuses(answers)), new Set([201]))
    assert.lengthOf(bodies(answers), 1)
    const [submission, ...others] = await at.rows('submissions')
    assert.lengthOf(others, 0)
    assert.equal(answers[0].json.receipt, submission.receipt_number)
    assert.lengthOf(await at.rows('outbox'), 1)
    assert.lengthOf(await at.rows('messages'), 1)
  })

  test('six pictures of one candidate for six materials are all stored', async ({ assert }) => {
    const at = await AtDossier.open()
    const { core } = await at.read()
    const asked = core.items.filter(({ need }) => need === 'required').slice(0, 6)
    const pictures = await Promise.all(asked.map(() => freshPicture()))
    const answers = await Promise.all(
      asked.map(({ id }, i) => at.tab.upload(at.imagesPath(id), pictures[i]))
    )
    assert.deepEqual(new Set(statuses(answers)), new Set([201]))
    assert.lengthOf(await at.rows('images'), asked.length)
  })

  test('of two reviewers who claim one dossier one gets it, the other a 409', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).submitted()
    const { id } = await at.row()
    const ground = { id, candidate: at.known.candidate, owner: { kind: 'candidate' as const, id } }
    const path = `/${REGION}/staff/dossiers/${id}/claims`
    const tabs = await Promise.all(
      times(2, async () => {
        const by = await reviewer(ground)
        return Tab.staff(await Staff.findOrFail(by.id))
      })
    )
    const answers = await Promise.all(tabs.map((tab) => tab.post(path, { json: {} })))
    assert.deepEqual(statuses(answers), [201, 409])
  })
})

if (PARALLEL) {
  test.group('Requests that arrive at once, without protection', (group) => {
    inSharedWorld(group)

    test('an upload sent twice under one key is two pictures', async ({ assert }) => {
      const { at, send } = await uploadTwiceUnderOneKey()
      await meeting(2, OFF, () => Promise.all(times(2, send)))
      assert.lengthOf(await at.rows('images'), 2)
    })
  })
}
