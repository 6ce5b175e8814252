import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { Pin } from '#app/core/pins'
import { verifyRows } from '#app/dossiers/integrity/verify_region'
import DecisionPin from '#app/dossiers/models/decision_pin'
import type Dossier from '#app/dossiers/models/dossier'
import Candidate from '#app/identity/models/candidate'
import { PREFERENCES_COOKIE } from '#app/shared/middleware/locale_middleware'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, staffOf } from '#tests/support/world'
import type { DossierPageProps } from '../../../inertia/types/dossier.js'
import type { ReviewPageProps } from '../../../inertia/types/review.js'
import {
  allAccepted,
  as,
  claimed,
  codeOf,
  fresh,
  handedIn,
  path,
  replacePictures,
  returning,
  send,
  submit,
  written,
} from './desk.js'

async function onDesk(client: ApiClient) {
  const dossier = await handedIn('sd', { pointId: '3701' })
  const reviewer = await staffOf('sd', 'point_reviewer', '3701')
  const token = await claimed(client, reviewer, dossier)
  const { row, core } = await fresh(dossier)
  const [first, second] = core.items.filter(({ images }) => images.length > 0)
  const pin: Pin = { image: first.images[0].id, x: 0.25, y: 0.75, reason: 'IMG_BLUR', note: '印章' }
  return { dossier, reviewer, token, manifest: row.manifest!, first, second, pin }
}

const pinsOf = ({ regionId }: Dossier) =>
  runInRegion(regionId, () => DecisionPin.query().orderBy('number'))

async function candidatesPage(client: ApiClient, { regionId, candidateId }: Dossier) {
  const candidate = await Candidate.findOrFail(candidateId)
  const page = await client
    .get(`/${regionId}/dossier`)
    .withGuard('candidate')
    .loginAs(candidate)
    .withInertia()
  page.assertStatus(200)
  return page.inertiaProps as unknown as DossierPageProps
}

test.group('Pins on a picture', (group) => {
  inWorld(group)

  test('are kept with the draft, then with the decision', async ({ client, assert }) => {
    const { dossier, reviewer, first, pin, ...proof } = await onDesk(client)
    const { token, manifest } = proof
    const pins = [pin, { ...pin, x: 1, y: 0, reason: null, note: null }]
    const said = { verdict: 'returned' as const, reasons: ['IMG_BLUR'], note: null, pins }
    const kept = as(client.put(path(dossier, `/verdicts/${first.id}`)), reviewer)
    ;(await kept.json({ ...said, token, manifest })).assertStatus(200)
    assert.deepEqual((await written(dossier)).drafts[0].pins, pins)

    const verdicts = returning(await allAccepted(dossier), [first.id]).map((one) =>
      one.item === first.id ? { ...one, ...said } : one
    )
    ;(await send(client, reviewer, dossier, { token, verdicts })).assertStatus(200)
    const rows = await pinsOf(dossier)
    assert.deepEqual(
      rows.map(({ number, imageId, itemId, x, y, reason, note }) => {
        return { number, imageId, itemId, x, y, reason, note }
      }),
      pins.map(({ image, ...pinned }, at) => {
        return { number: at + 1, imageId: image, itemId: first.id, ...pinned }
      })
    )
    const breaches = await runInRegion('sd', () => Array.fromAsync(verifyRows()))
    assert.deepEqual(breaches, [])
  })

  test('are shown to the candidate on his picture, and to the next reviewer beside it', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, token, first, pin } = await onDesk(client)
    const verdicts = (await allAccepted(dossier)).map((one) =>
      one.item === first.id
        ? { ...one, verdict: 'returned' as const, reasons: ['IMG_BLUR'], pins: [pin] }
        : one
    )
    await send(client, reviewer, dossier, { token, verdicts })
    const { items } = await candidatesPage(client, dossier)
    const shown = items.find(({ id }) => id === first.id)!.returned!.pins
    assert.containsSubset(shown, [{ number: 1, image: pin.image, x: 0.25, y: 0.75, note: '印章' }])
    assert.isString(shown[0].reason?.zh)

    await replacePictures(dossier, first.id)
    await submit(dossier)
    const page = await as(client.get(path(dossier)), reviewer).withInertia()
    const props = page.inertiaProps as unknown as ReviewPageProps
    const item = props.items.find(({ id }) => id === first.id)!
    assert.equal(item.history[0].pins[0].image, pin.image)
    assert.include(
      item.lastRound.map(({ id }) => id),
      pin.image,
      'the picture that was pinned is still there to be compared'
    )
  })

  test('that tell the lead where to look are not told to the candidate', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, token, first, pin } = await onDesk(client)
    const reasons = ['IMG_BLUR', 'IMG_EDITED']
    const pins = [pin, { ...pin, reason: 'IMG_EDITED', note: '拼接痕迹' }]
    const verdicts = (await allAccepted(dossier)).map((one) =>
      one.item === first.id ? { ...one, verdict: 'returned' as const, reasons, pins } : one
    )
    ;(await send(client, reviewer, dossier, { token, verdicts })).assertStatus(200)
    const page = await candidatesPage(client, dossier)
    const { returned } = page.items.find(({ id }) => id === first.id)!
    assert.equal(returned!.pins.length, 1)
    assert.notInclude(JSON.stringify(page), '拼接痕迹')
    assert.equal((await fresh(dossier)).row.flag, 'escalated')
  })

  test('that are nowhere on the item’s pictures are refused whole, in both languages', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, token, manifest, first, second, pin } = await onDesk(client)
    const cases: [code: string, pin: object][] = [
      ['PIN_OUTSIDE', { ...pin, x: 1.01 }],
      ['PIN_OUTSIDE', { ...pin, y: -0.0001 }],
      ['PIN_ELSEWHERE', { ...pin, image: second.images[0].id }],
      ['PIN_ELSEWHERE', { ...pin, image: 'nothing' }],
      ['REASON_UNFIT', { ...pin, reason: 'IMG_GLARE' }],
    ]
    for (const [code, wrong] of cases) {
      const said = {
        verdict: 'returned' as const,
        reasons: ['IMG_BLUR'],
        note: null,
        pins: [wrong],
      }
      const draft = as(client.put(path(dossier, `/verdicts/${first.id}`)), reviewer)
      const kept = await draft.json({ ...said, token, manifest })
      kept.assertStatus(422)
      assert.equal(codeOf(kept), code)
      const finished = await as(client.post(path(dossier, '/reviews')), reviewer)
        .withCookie(PREFERENCES_COOKIE, { locale: 'en' })
        .json({ token, manifest, verdicts: [{ item: first.id, ...said }] })
      finished.assertStatus(422)
      assert.equal(codeOf(finished), code)
      assert.notEqual(kept.body().errors[0].message, finished.body().errors[0].message)
    }
    for (const broken of [{ ...pin, x: 'left' }, { ...pin, x: null }, { x: 0, y: 0 }, 'here']) {
      const body = { verdict: 'returned', reasons: ['IMG_BLUR'], pins: [broken], token, manifest }
      const answer = await as(client.put(path(dossier, `/verdicts/${first.id}`)), reviewer).json(
        body
      )
      answer.assertStatus(422)
    }
    const { drafts, decisions } = await written(dossier)
    assert.isEmpty([...drafts, ...decisions])
    assert.isEmpty(await pinsOf(dossier))
  })
})

test.group('An acceptance with reasons', (group) => {
  inWorld(group)

  test('tells what is to be told, and opens nothing', async ({ client, assert }) => {
    const { dossier, reviewer, token, first } = await onDesk(client)
    const verdicts = (await allAccepted(dossier)).map((one) =>
      one.item === first.id ? { ...one, reasons: ['PRO_INFO_FIX'], note: '请更正报名信息' } : one
    )
    ;(await send(client, reviewer, dossier, { token, verdicts })).assertStatus(200)
    const { core } = await fresh(dossier)
    assert.equal(core.state, 'submitted')
    assert.isTrue(core.items.every(({ reopened }) => reopened === null))
    const { comments } = await candidatesPage(client, dossier)
    assert.equal(comments[0].verdict, 'accepted')
    assert.equal(comments[0].reasons.length, 1)
    assert.equal(comments[0].note, '请更正报名信息')
  })

  test('leads to the lead, who alone reads the ground', async ({ client, assert }) => {
    const { dossier, reviewer, token, first } = await onDesk(client)
    const verdicts = (await allAccepted(dossier)).map((one) =>
      one.item === first.id ? { ...one, reasons: ['IMG_EDITED'] } : one
    )
    await send(client, reviewer, dossier, { token, verdicts })
    assert.equal((await fresh(dossier)).row.flag, 'escalated')
    assert.isEmpty((await candidatesPage(client, dossier)).comments)
    const lead = await staffOf('sd', 'region_lead')
    const page = await as(client.get(path(dossier)), lead).withInertia()
    const { items } = page.inertiaProps as unknown as ReviewPageProps
    const { history } = items.find(({ id }) => id === first.id)!
    assert.equal(history[0].reasons[0].zh, '图像有涂改、拼接或美化痕迹')
  })

  test('asks for the original where a stage on site follows, and is refused where none does', async ({
    client,
    assert,
  }) => {
    const { dossier, reviewer, token, first } = await onDesk(client)
    const onsite = async (one: Dossier) =>
      (await allAccepted(one)).map((verdict, at) =>
        at === 0 ? { ...verdict, reasons: ['VER_ONSITE'] } : verdict
      )
    const refused = await send(client, reviewer, dossier, {
      token,
      verdicts: (await allAccepted(dossier)).map((one) =>
        one.item === first.id ? { ...one, reasons: ['VER_ONSITE'] } : one
      ),
    })
    assert.equal(codeOf(refused), 'REASON_UNFIT')

    const elsewhere = await handedIn('sc', { pointId: '5101' })
    const colleague = await staffOf('sc', 'point_reviewer', '5101')
    const claim = await claimed(client, colleague, elsewhere)
    const verdicts = await onsite(elsewhere)
    ;(await send(client, colleague, elsewhere, { token: claim, verdicts })).assertStatus(200)
    const { core } = await fresh(elsewhere)
    const item = core.items.find(({ id }) => id === verdicts[0].item)!
    assert.equal(item.need, 'onsite')
    const [shown] = (await candidatesPage(client, elsewhere)).comments
    assert.equal(shown.itemId, item.id)
  })
})
