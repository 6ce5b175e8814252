import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type Dossier from '#app/dossiers/models/dossier'
import { passGate } from '#app/dossiers/gate'
import { addCheckSource } from '#app/review/check_results'
import type Staff from '#app/identity/models/staff'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'
import type { ReviewPageProps } from '../../../inertia/types/review.js'
import {
  addPicture,
  as,
  claimed,
  draftOf,
  fresh,
  handedIn,
  path,
  replacePictures,
  returning,
  review,
  submit,
  drawnInShanghai,
} from './desk.js'

async function pageOf(client: ApiClient, staff: Staff, dossier: Dossier) {
  const response = await as(client.get(path(dossier)), staff).withInertia()
  response.assertStatus(200)
  response.assertInertiaComponent('review/show')
  return response.inertiaProps as unknown as ReviewPageProps
}

const itemOf = ({ items }: ReviewPageProps, id: string) => items.find((item) => item.id === id)!

test.group('The reviewer’s page', (group) => {
  inWorld(group)

  test('is there for those who cover the dossier, and like missing for all others', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const draft = await draftOf('sd', { pointId: '3701' })
    const allowed = [
      await staffOf('sd', 'point_reviewer', '3701'),
      await staffOf('sd', 'region_reviewer'),
      await staffOf('sd', 'region_lead'),
      await staffOf('sd', 'auditor'),
    ]
    for (const staff of allowed) {
      await pageOf(client, staff, dossier)
      ;(await as(client.get(path(draft)), staff)).assertStatus(404)
    }
    const refused = await Promise.all([
      as(client.get(path(dossier)), await staffOf('sd', 'point_reviewer', '3703')),
      as(client.get(path(dossier)), await staffOf('sc', 'region_lead')),
      as(client.get(`/sc/staff/dossiers/${dossier.id}`), await staffOf('sc', 'region_lead')),
      as(client.get('/sd/staff/dossiers/nothing'), allowed[0]),
    ])
    for (const response of refused) {
      response.assertStatus(404)
      assert.deepEqual(response.body(), refused[0].body())
    }
    ;(await client.get(path(dossier)).accept('json')).assertStatus(401)
  })

  test('shows what was handed in, and offers only what this stage may do', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { persona: 'p18', pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const page = await pageOf(client, reviewer, dossier)
    const { row, core } = await fresh(dossier)
    assert.containsSubset(page.dossier, {
      state: 'submitted',
      round: 1,
      stage: 0,
      manifest: row.manifest,
      canReturn: true,
      isLastStage: false,
    })
    assert.isAbove(page.dossier.returnDeadline!, Date.now())
    assert.deepEqual(
      page.dossier.stages.map(({ zh, mode }) => [zh, mode]),
      [
        ['考点审核', 'online'],
        ['考区复审', 'online'],
      ]
    )
    assert.match(page.registration.idNoMasked, /\*/)
    assert.isTrue(page.claimable)
    assert.isNull(page.claim)
    assert.equal(page.items.length, core.items.length)

    const withPictures = core.items.filter(({ images }) => images.length > 0).map(({ id }) => id)
    const needed = page.items.filter(({ needsVerdict }) => needsVerdict).map(({ id }) => id)
    assert.sameMembers(needed, withPictures)
    const card = page.items.find(({ material }) => material === 'ID_RESIDENT')!
    assert.deepEqual(
      card.images.map(({ placeName }) => placeName?.zh),
      ['人像面', '国徽面']
    )
    assert.match(card.images[0].previewUrl, /^\/sd\/images\/[0-9a-f-]+\/preview$/)
    assert.include(
      card.reasons.map(({ code }) => code),
      'IMG_BLUR'
    )
    const offered = [...page.items.flatMap(({ reasons }) => reasons), ...page.commonReasons]
    // Two stages online: nobody will look at an original, and a final reason needs a second person.
    assert.isTrue(offered.every(({ effect }) => ['fix', 'info', 'escalate'].includes(effect)))
    const common = page.commonReasons.map(({ code }) => code)
    assert.includeMembers(common, ['MIS_MATERIAL', 'IMG_BLUR', 'PRO_OTHER'])
    assert.notInclude(common, 'SEAL_DEPT')
    assert.deepEqual(
      page.timeline.map(({ action }) => action),
      ['submitted', 'opened']
    )
  })

  test('shows the claim to all and its token to the holder alone', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const token = await claimed(client, reviewer, dossier)
    const own = await pageOf(client, reviewer, dossier)
    assert.containsSubset(own.claim, { mine: true, token, name: reviewer.name })
    assert.isFalse(own.claimable)
    const colleague = await staffOf('sd', 'point_reviewer', '3701')
    const theirs = await pageOf(client, colleague, dossier)
    assert.containsSubset(theirs.claim, { mine: false, token: 0, name: reviewer.name })
    assert.isFalse(theirs.claimable)
  })

  test('offers claiming only to the roles of its stage', async ({ client, assert }) => {
    const dossier = await drawnInShanghai(true)
    const reviewer = await staffOf('sh', 'region_reviewer')
    const lead = await staffOf('sh', 'region_lead')
    const claimable = async (staff: Staff) => (await pageOf(client, staff, dossier)).claimable
    assert.deepEqual([await claimable(reviewer), await claimable(lead)], [true, false])
    await review(client, reviewer, dossier)
    assert.deepEqual([await claimable(reviewer), await claimable(lead)], [false, true])
    assert.isFalse(await claimable(await staffOf('sh', 'auditor')))
    const page = await pageOf(client, lead, dossier)
    assert.isTrue(page.dossier.isLastStage)
    assert.isTrue(
      page.items.every(({ settled }) => settled === null),
      'a stage of its own'
    )
    const judged = page.items.find(({ history }) => history.length > 0)!
    assert.containsSubset(judged.history[0], {
      verdict: 'accepted',
      stage: { zh: '考区初审' },
      by: reviewer.name,
    })
  })

  test('after a return: what is settled, what changed, and what the candidate answered', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { persona: 'p18', pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const [replaced, answered, kept] = (await fresh(dossier)).core.items
      .filter(({ images }) => images.length > 0)
      .map(({ id }) => id)
    await review(client, reviewer, dossier, (all) =>
      returning(all, [replaced, answered], ['IMG_BLUR'], '请重拍')
    )

    const before = itemOf(await pageOf(client, reviewer, dossier), replaced)
    assert.isAbove(before.images.length, 0)
    assert.deepEqual(before.settled, {
      verdict: 'returned',
      reasons: ['IMG_BLUR'],
      note: '请重拍',
      pins: [],
    })
    await replacePictures(dossier, replaced)
    const meanwhile = await pageOf(client, reviewer, dossier)
    assert.deepEqual(
      itemOf(meanwhile, replaced).images.map(({ id }) => id),
      before.images.map(({ id }) => id),
      'what was handed in, not what he tries out'
    )
    assert.isFalse(meanwhile.items.some(({ needsVerdict }) => needsVerdict))
    assert.isFalse(meanwhile.claimable)

    const event = { type: 'answer' as const, item: answered, because: '原件如此' }
    await runInRegion('sd', () =>
      passGate({
        dossierId: dossier.id,
        event,
        by: { kind: 'candidate', id: dossier.candidateId },
      })
    )
    await submit(dossier)
    const page = await pageOf(client, reviewer, dossier)
    assert.equal(page.dossier.round, 2)
    const [now, said, settled] = [replaced, answered, kept].map((id) => itemOf(page, id))
    assert.deepEqual(
      [now, said, settled].map((item) => [item.needsVerdict, item.changedSinceLastRound]),
      [
        [true, true],
        [true, false],
        [false, false],
      ]
    )
    assert.deepEqual(
      now.images.map(({ isNew, before: old }) => [isNew, old?.id]),
      before.images.map(({ id }) => [true, id])
    )
    assert.isTrue(said.images.every(({ isNew, before: old }) => !isNew && old === null))
    assert.deepEqual([now.answer, said.answer], [null, '原件如此'])
    assert.deepEqual(settled.settled, { verdict: 'accepted', reasons: [], note: null, pins: [] })
    assert.isNull(now.settled)
    assert.equal(now.history[0].reasons[0].zh.length > 0, true)
    assert.equal(now.history[0].note, '请重拍')
  })

  test('has a place for what checks found, beside the item it is about', async ({
    client,
    assert,
    cleanup,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    const [first, second] = (await fresh(dossier)).core.items
    const silent = await pageOf(client, reviewer, dossier)
    assert.isTrue(silent.items.every(({ checks }) => checks.length === 0))
    const found = {
      code: 'id.expiry',
      level: 'warning' as const,
      text: { zh: '有效期将于考试前届满', en: 'Expires before the exam' },
      by: { zh: '证件核验', en: 'ID check' },
    }
    cleanup(
      addCheckSource(async (id) => (id === dossier.id ? [{ itemId: first.id, ...found }] : []))
    )
    const page = await pageOf(client, reviewer, dossier)
    assert.deepEqual(itemOf(page, first.id).checks, [found])
    assert.isEmpty(itemOf(page, second.id).checks)
  })

  test('an optional item with a picture needs a verdict as well', async ({ client, assert }) => {
    const dossier = await draftOf('sd', { persona: 'p18', pointId: '3701' })
    const { core } = await fresh(dossier)
    for (const { id, need, min } of core.items) {
      if (need !== 'required') continue
      for (let n = 0; n < Math.max(min, 1); n++) await addPicture(dossier, id)
    }
    const optional = core.items.find(({ need, min }) => need === 'optional' && min <= 1)!
    await addPicture(dossier, optional.id)
    await submit(dossier)
    const page = await pageOf(client, await staffOf('sd', 'point_reviewer', '3701'), dossier)
    assert.isTrue(itemOf(page, optional.id).needsVerdict)
  })
})
