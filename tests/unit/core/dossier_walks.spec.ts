import { test } from '@japa/runner'
import { decide, type Dossier } from '#app/core/dossier'
import {
  accept,
  acceptAll,
  at,
  claim,
  clock,
  colleague,
  dossierIn,
  expire,
  finish,
  fourEyes,
  giveBack,
  image,
  lead,
  LEASE,
  NOW,
  outcome,
  owner,
  regionReviewer,
  release,
  remove,
  reviewer,
  stageOf,
  submit,
  upload,
  usual,
  walk,
  withItem,
} from './dossier_fixtures.js'

const draft = dossierIn('draft')
const submitted = dossierIn('submitted')

const current = (verdicts: Parameters<typeof finish>[0]) => (now: Dossier) =>
  finish(verdicts, { token: now.claimToken, manifest: now.manifest! })

test.group('Dossier | walks', () => {
  test('one stage: uploaded, submitted, returned, mended, approved', ({ assert }) => {
    const end = walk(
      withItem(draft, 'diploma', { images: [] }),
      [owner, upload('diploma', image('blurred')), usual],
      [owner, submit, usual],
      [reviewer, claim, usual],
      [reviewer, current([giveBack('diploma'), ...accept('card', 'chsi')]), usual],
      [owner, remove('diploma', 'blurred'), usual],
      [owner, upload('diploma', image('sharp')), usual],
      [owner, submit, usual],
      [colleague, claim, usual],
      [colleague, current(accept('diploma')), usual]
    )
    assert.include(end, { state: 'approved', round: 2, claim: null, claimToken: 2, version: 10 })
    assert.deepEqual(
      end.items.filter(({ verdict }) => verdict?.as === 'accepted').map(({ id }) => id),
      ['card', 'diploma', 'chsi']
    )
  })

  test('two stages, the second returns: back to the second, which judges that item only', ({
    assert,
  }) => {
    const back = walk(
      draft,
      [owner, submit, stageOf(2, 0)],
      [reviewer, claim, stageOf(2, 0)],
      [reviewer, current(acceptAll), stageOf(2, 0)],
      [regionReviewer, claim, stageOf(2, 1)],
      [regionReviewer, current([giveBack('diploma'), ...accept('card', 'chsi')]), stageOf(2, 1)],
      [owner, upload('diploma'), stageOf(2, 1)],
      [owner, submit, stageOf(2, 1)]
    )
    assert.include(back, { state: 'submitted', stage: 1, round: 2 })
    assert.equal(outcome(decide(back, claim, reviewer, stageOf(2, 1))), 'NOT_YOUR_STAGE')
    const claimed = walk(back, [regionReviewer, claim, stageOf(2, 1)])
    assert.equal(
      outcome(decide(claimed, current([])(claimed), regionReviewer, stageOf(2, 1))),
      'VERDICTS_MISSING'
    )
    const end = walk(claimed, [regionReviewer, current(accept('diploma')), stageOf(2, 1)])
    assert.equal(end.state, 'approved')
  })

  test('a second stage starts with no verdict of its own, the tick stays', ({ assert }) => {
    const passed = walk(
      draft,
      [owner, submit, stageOf(2, 0)],
      [reviewer, claim, stageOf(2, 0)],
      [reviewer, current(acceptAll), stageOf(2, 0)],
      [regionReviewer, claim, stageOf(2, 1)]
    )
    assert.deepEqual(passed.items[0].verdict, { as: 'accepted', stage: 0 })
    const decision = decide(passed, current([])(passed), regionReviewer, stageOf(2, 1))
    assert.deepInclude(decision, {
      refusal: {
        code: 'VERDICTS_MISSING',
        params: { n: 3 },
        items: ['card', 'diploma', 'chsi'],
      },
    })
  })

  test('three stages are walked in order, a sampled one is passed over', ({ assert }) => {
    const stage = (next: number | null) => stageOf(3, 0, { nextStage: next })
    const first = walk(
      draft,
      [owner, submit, stage(1)],
      [reviewer, claim, stage(1)],
      [reviewer, current(acceptAll), stage(1)]
    )
    assert.include(first, { state: 'submitted', stage: 1, round: 1 })
    const second = walk(
      first,
      [regionReviewer, claim, stage(2)],
      [regionReviewer, current(acceptAll), stage(2)]
    )
    assert.include(second, { state: 'submitted', stage: 2, round: 1 })
    const third = walk(second, [lead, claim, stage(null)], [lead, current(acceptAll), stage(null)])
    assert.include(third, { state: 'approved', stage: 2 })

    const claimed = walk(draft, [owner, submit, stage(2)], [reviewer, claim, stage(2)])
    const sampled = walk(claimed, [reviewer, current(acceptAll), stage(2)])
    assert.equal(sampled.stage, 2)
  })

  test('four eyes: the same reviewer may not look twice, the second one approves', ({ assert }) => {
    const once = walk(
      draft,
      [owner, submit, fourEyes],
      [reviewer, claim, fourEyes],
      [reviewer, current(acceptAll), fourEyes]
    )
    assert.include(once, { state: 'submitted', stage: 0, round: 1 })
    assert.deepEqual(once.agreed, ['wu'])
    assert.equal(outcome(decide(once, claim, reviewer, fourEyes)), 'ALREADY_AGREED')
    const claimed = walk(once, [colleague, claim, fourEyes])
    assert.equal(
      outcome(decide(claimed, current([])(claimed), colleague, fourEyes)),
      'VERDICTS_MISSING'
    )
    assert.equal(walk(claimed, [colleague, current(acceptAll), fourEyes]).state, 'approved')
  })

  test('four eyes: the second one may return, then both look again', ({ assert }) => {
    const back = walk(
      draft,
      [owner, submit, fourEyes],
      [reviewer, claim, fourEyes],
      [reviewer, current(acceptAll), fourEyes],
      [colleague, claim, fourEyes],
      [colleague, current([giveBack('diploma')]), fourEyes],
      [owner, upload('diploma'), fourEyes],
      [owner, submit, fourEyes],
      [reviewer, claim, fourEyes],
      [reviewer, current(acceptAll), fourEyes]
    )
    assert.include(back, { state: 'submitted', round: 2 })
    assert.deepEqual(back.agreed, ['wu'])
  })

  test('a claim that ran out is worthless once another holds the dossier', ({ assert }) => {
    const later = at(NOW + LEASE)
    const taken = walk(
      submitted,
      [reviewer, claim, usual],
      [clock, expire, later],
      [colleague, claim, later]
    )
    assert.deepEqual(taken.claim, { by: 'sun', token: 2, until: NOW + 2 * LEASE })
    assert.equal(outcome(decide(taken, finish(acceptAll), reviewer, later)), 'CLAIM_LOST')
    const again = walk(taken, [colleague, release(2), later], [reviewer, claim, later])
    assert.equal(outcome(decide(again, finish(acceptAll), reviewer, later)), 'CLAIM_LOST')
  })
})
