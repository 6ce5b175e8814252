import { test } from '@japa/runner'
import {
  decide,
  type By,
  type Circumstances,
  type Dossier,
  type DossierEvent,
  type Item,
} from '#app/core/dossier'
import { lockReason } from '#app/core/lock'
import { DAY, HOUR, MINUTE } from '#app/core/time'
import {
  accept,
  acceptAll,
  at,
  changeOf,
  circumstances,
  claim,
  clock,
  dossierIn,
  expire,
  finish,
  fourEyes,
  giveBack,
  image,
  LEASE,
  NOW,
  owner,
  release,
  remove,
  renew,
  reply,
  reviewer,
  stageOf,
  STATES,
  submit,
  upload,
  usual,
  withItem,
  written,
} from './dossier_fixtures.js'

const draft = dossierIn('draft')
const returned = dossierIn('returned')
const inReview = dossierIn('in_review')
const submitted = dossierIn('submitted')
const frontOnly = withItem(draft, 'card', { images: [image('front', 'front')] })
const emptyCard = withItem(draft, 'card', { images: [] })
const mended = withItem(returned, 'diploma', { reopened: { changed: true, answer: null } })
const answered = withItem(returned, 'diploma', { reopened: { changed: false, answer: '就是这样' } })

test.group('Dossier | what changes', () => {
  const placeOf = (dossier: Dossier, place: string | null, id = 'card') => {
    const { effects } = changeOf(decide(dossier, upload(id, image('n', place)), owner, usual))
    const [effect] = effects
    return effect.kind === 'place_image' ? effect.image.place : undefined
  }

  test('an upload that names no place fills the first free one', ({ assert }) => {
    const backOnly = withItem(draft, 'card', { images: [image('back', 'back')] })
    assert.equal(placeOf(emptyCard, null), 'front')
    assert.equal(placeOf(frontOnly, null), 'back')
    assert.equal(placeOf(backOnly, null), 'front')
    assert.equal(placeOf(emptyCard, 'back'), 'back')
    assert.isNull(placeOf(draft, null, 'diploma'))
  })

  test('an upload is remembered by its end, for the grace', ({ assert }) => {
    const change = changeOf(decide(draft, upload('diploma', image('n'), NOW - HOUR), owner, usual))
    assert.deepEqual(change.dossier, { lastUploadAt: NOW })
  })

  test('an upload or a deletion changes a returned item, in a draft it marks nothing', ({
    assert,
  }) => {
    for (const event of [upload('diploma'), remove('diploma', 'scan')]) {
      assert.deepEqual(changeOf(decide(answered, event, owner, usual)).items, [
        { id: 'diploma', set: { reopened: { changed: true, answer: '就是这样' } } },
      ])
      assert.deepEqual(changeOf(decide(draft, event, owner, usual)).items, [])
    }
  })

  test('an answer is kept beside what changed; a blank one is none', ({ assert }) => {
    const answerOf = (dossier: Dossier, because: string) =>
      changeOf(decide(dossier, reply('diploma', because), owner, usual)).items[0].set.reopened
    assert.deepEqual(answerOf(mended, ' 就是这样 '), { changed: true, answer: '就是这样' })
    assert.deepEqual(answerOf(answered, '  '), { changed: false, answer: null })
  })

  test('submitting gives a receipt, round 1 and stage 0', ({ assert }) => {
    const change = changeOf(decide(draft, submit, owner, usual))
    assert.deepEqual(change, {
      to: 'submitted',
      dossier: { stage: 0, round: 1, submittedFrom: 'draft', agreed: [], claim: null },
      items: [],
      effects: [
        { kind: 'manifest', declared: true },
        { kind: 'message', template: 'submitted', variables: {} },
      ],
    })
  })

  test('submitting again locks what was open and keeps that it was returned: it is judged anew', ({
    assert,
  }) => {
    const change = changeOf(decide({ ...mended, stage: 1, round: 3 }, submit, owner, usual))
    assert.deepEqual(change, {
      to: 'submitted',
      dossier: { stage: 1, round: 4, submittedFrom: 'returned', agreed: [], claim: null },
      items: [{ id: 'diploma', set: { reopened: null, parked: { changed: true, answer: null } } }],
      effects: [
        { kind: 'manifest', declared: true },
        { kind: 'message', template: 'resubmitted', variables: { round: 4 } },
      ],
    })
  })

  test('a region may send it to the first stage again', ({ assert }) => {
    const around = circumstances({ afterReturn: 'first' })
    assert.equal(changeOf(decide({ ...mended, stage: 1 }, submit, owner, around)).dossier.stage, 0)
  })

  test('a claim has the next token and a lease; renewing moves only its end', ({ assert }) => {
    const claimed = changeOf(decide({ ...submitted, claimToken: 4 }, claim, reviewer, usual))
    assert.deepEqual(claimed.dossier, {
      claim: { by: 'wu', token: 5, until: NOW + LEASE },
      claimToken: 5,
    })
    const renewed = changeOf(decide(inReview, renew(), reviewer, at(NOW + MINUTE)))
    assert.deepEqual(renewed.dossier, {
      claim: { by: 'wu', token: 1, until: NOW + MINUTE + LEASE },
    })
  })

  test('giving a claim up keeps everything else', ({ assert }) => {
    const nothingElse = { to: 'submitted', dossier: { claim: null }, items: [], effects: [] }
    assert.deepEqual(changeOf(decide(inReview, release(), reviewer, usual)) as object, nothingElse)
    assert.deepEqual(
      changeOf(decide(inReview, expire, clock, at(NOW + LEASE))) as object,
      nothingElse
    )
  })

  test('a return unlocks the items it names, no others, until its deadline', ({ assert }) => {
    const verdicts = [giveBack('card'), giveBack('licence', 'IMG_BLUR'), ...accept('diploma')]
    const change = changeOf(decide(inReview, finish(verdicts), reviewer, usual))
    const open = (before: Item['verdict'] = null) => ({
      verdict: { as: 'returned' as const, stage: 0 },
      reopened: { changed: false, answer: null },
      parked: null,
      reopenedBy: 'reviewer' as const,
      before,
      declaredAt: null,
    })
    const tick = { verdict: { as: 'accepted' as const, stage: 0 }, reopened: null }
    const deadline = NOW + 2 * DAY
    assert.deepEqual(change, {
      to: 'returned',
      dossier: {
        ...{ deadline, claim: null, submittedFrom: null, agreed: [], flag: null },
        ...{ returns: 1, returnedBy: 'wu' },
      },
      items: [
        { id: 'card', set: open() },
        { id: 'licence', set: open() },
        { id: 'diploma', set: { ...tick, parked: null, before: null } },
      ],
      effects: [
        { kind: 'decisions', verdicts },
        { kind: 'message', template: 'returned', variables: { n: 2, deadline } },
      ],
    })
    const after = written(inReview, change, reviewer)
    const unlocked = after.items.filter((one) => !lockReason(after, one, usual.window, NOW))
    assert.deepEqual(
      unlocked.map(({ id }) => id),
      ['card', 'licence']
    )
  })

  test('a first agreement is a decision, but no tick that the candidate sees', ({ assert }) => {
    assert.deepEqual(changeOf(decide(inReview, finish(acceptAll), reviewer, fourEyes)), {
      to: 'submitted',
      dossier: { claim: null, submittedFrom: null, flag: null, agreed: ['wu'] },
      items: [],
      effects: [{ kind: 'decisions', verdicts: acceptAll }],
    })
  })

  test('the last agreement is said in words', ({ assert }) => {
    const templates = (around: Circumstances) =>
      changeOf(decide(inReview, finish(acceptAll), reviewer, around)).effects.flatMap((effect) =>
        effect.kind === 'message' ? [effect.template] : []
      )
    assert.deepEqual(templates(stageOf(2, 0)), ['stage_passed'])
    assert.deepEqual(templates(usual), ['approved'])
  })

  test('the third return of an item for the same reason is the lead’s to look at', ({ assert }) => {
    const flagOf = (times: [string, number][]) => {
      const around = circumstances({ timesReturned: new Map(times) })
      return changeOf(decide(inReview, finish([giveBack('chsi')]), reviewer, around)).dossier.flag
    }
    assert.equal(flagOf([['chsi IMG_BLUR', 2]]), 'repeated')
    assert.isNull(flagOf([['chsi IMG_BLUR', 1]]))
    assert.isNull(flagOf([['diploma IMG_BLUR', 2]]), 'of another item')
    assert.isNull(flagOf([['chsi IMG_DARK', 2]]), 'for another reason')
  })

  test('a refusal names the items it concerns', ({ assert }) => {
    const named = (dossier: Dossier, event: DossierEvent, by: By) => {
      const decision = decide(dossier, event, by, usual)
      return decision.ok ? [] : (decision.refusal.items ?? [])
    }
    assert.deepEqual(named(inReview, finish(accept('card')), reviewer), ['diploma', 'chsi'])
    assert.deepEqual(
      named(inReview, finish([giveBack('card'), giveBack('chsi', 'MATCH_EDU')]), reviewer),
      ['chsi']
    )
    assert.deepEqual(named(inReview, finish([...acceptAll, ...accept('other')]), reviewer), [
      'other',
    ])
    assert.deepEqual(named(inReview, finish([giveBack('chsi', 'ELI_MAJOR')]), reviewer), ['chsi'])
    for (const state of STATES.filter((one) => one !== 'draft' && one !== 'returned')) {
      assert.deepEqual(named(dossierIn(state), upload('card'), owner), ['card'])
    }
    assert.deepEqual(named(draft, upload('card'), owner), ['card'])
  })
})
