import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import ClaimNext from '#app/review/actions/claim_next'
import { Refused } from '#app/shared/exceptions/refused'
import { onSkewedClocks } from '#tests/concurrency/support/clocks'
import {
  claim,
  count,
  expire,
  finish,
  giveBack,
  type Ground,
  here,
  onRaceGround,
  PARALLEL,
  race,
  read,
  REGION,
  reviewer,
  type Reviewer,
  submitted,
  times,
  underReview,
} from '#tests/concurrency/support/ground'
import { LAYERS, meeting, OFF, type Protection } from '#tests/concurrency/support/protection'
import { assertSound } from '#tests/concurrency/support/soundness'
import { inSharedWorld } from '#tests/support/world'

const HOUR = 3_600_000
/** Below the pool's size: more than that cannot stand in transactions at the same time. */
const MET = 8

async function claimAtOnce(n: number, protection: Protection) {
  const ground = await submitted()
  const reviewers = await Promise.all(times(n, () => reviewer(ground)))
  const results = await meeting(Math.min(n, MET), protection, () =>
    race(reviewers.map((by) => () => claim(ground, by)))
  )
  return { ground, reviewers, ...results }
}

/** A reviewer finishes on a server whose clock is late, the clock of another one ends his claim. */
async function finishWhileExpiring(protection: Protection) {
  const held = await underReview()
  const results = await onSkewedClocks((at) =>
    meeting(2, protection, () => race([() => finish(held), () => at(HOUR, () => expire(held))]))
  )
  return { held, ...results }
}

async function finishWhileReleasing(protection: Protection) {
  const held = await underReview()
  const results = await meeting(2, protection, () =>
    race([() => finish(held), () => giveBack(held)])
  )
  return { held, ...results }
}

/** Takes one after the other until nothing is left; gives the ids. */
async function workThroughQueue(by: Reviewer, pointIds: string[]): Promise<string[]> {
  const memberships = by.roles.map((role) => ({ regionId: REGION, role, pointIds }))
  const claimNext = await app.container.make(ClaimNext)
  const taken: string[] = []
  for (;;) {
    try {
      const { dossierId } = await here(() =>
        claimNext.handle({ kind: 'staff', id: by.id, memberships })
      )
      taken.push(dossierId)
    } catch (error) {
      if (error instanceof Refused && error.refusal.code === 'NOTHING_TO_CLAIM') return taken
      throw error
    }
  }
}

test.group('Races of reviewers', (group) => {
  onRaceGround(group)

  test('claim × claim, two reviewers: one winner, the other is told, under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const { ground, won, refused } = await claimAtOnce(2, protection)
      assert.lengthOf(won, 1)
      assert.lengthOf(refused, 1)
      assert.equal((await read(ground)).row.claimToken, 1)
    })

  test('claim × claim, 32 reviewers: one winner under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const { ground, reviewers, won, refused } = await claimAtOnce(32, protection)
      assert.lengthOf(won, 1)
      assert.lengthOf(refused, 31)
      const { claimBy, claimToken } = (await read(ground)).row
      assert.equal(claimToken, 1)
      assert.isTrue(reviewers.some(({ id }) => id === claimBy))
    })
    .timeout(60_000)

  test('eight reviewers work through a queue of twenty: each dossier is taken once', async ({
    assert,
  }) => {
    const grounds: Ground[] = []
    for (let n = 0; n < 20; n++) grounds.push(await submitted())
    const reviewers = await Promise.all(times(8, () => reviewer(grounds[0])))
    const pointIds = [(await read(grounds[0])).row.examPointId]
    const queues = reviewers.map((by) => workThroughQueue(by, pointIds))
    const taken = (await Promise.all(queues)).flat()
    assert.sameMembers(
      taken,
      grounds.map(({ id }) => id)
    )
    assert.equal(await count('dossiers', { state: 'in_review', claim_token: 1 }), 20)
    assert.equal(await count('audit_entries', { action: 'claim' }), 20)
  })

  test('finish × expiry on servers whose clocks differ: one of the two under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const { held, won, refused } = await finishWhileExpiring(protection)
      assert.lengthOf(won, 1)
      assert.deepEqual(refused, ['STATE_MOVED_ON'])
      const decisions = await count('decisions', { dossier_id: held.id })
      assert.equal(decisions > 0, won[0].row !== '4b')
    })

  test('finish × release in two tabs: one of the two under {named}')
    .with(LAYERS)
    .run(async ({ assert }, { protection }) => {
      const { held, won, refused } = await finishWhileReleasing(protection)
      assert.lengthOf(won, 1)
      assert.deepEqual(refused, ['STATE_MOVED_ON'])
      const decisions = await count('decisions', { dossier_id: held.id })
      assert.equal(decisions > 0, won[0].row !== '4b')
    })

  test('finish × finish in two tabs: decided once', async ({ assert }) => {
    const held = await underReview()
    const { protection } = LAYERS[0]
    const { won } = await meeting(2, protection, () => race(times(2, () => () => finish(held))))
    assert.lengthOf(won, 1)
    const { images } = await read(held)
    const judged = new Set(images.map(({ itemId }) => itemId)).size
    assert.equal(await count('decisions', { dossier_id: held.id }), judged)
  })

  test('an old holder is fenced off by the token of the new claim', async ({ assert }) => {
    const held = await underReview()
    await onSkewedClocks((at) => at(HOUR, () => expire(held)))
    await claim(held, await reviewer(held))
    const { refused } = await race([() => finish(held)])
    assert.deepEqual(refused, ['CLAIM_LOST'])
  })
})

if (PARALLEL) {
  test.group('Races of reviewers without protection', (group) => {
    inSharedWorld(group)

    test('claim × claim gives one dossier to several reviewers', async ({ assert }) => {
      const { won } = await claimAtOnce(2, OFF)
      assert.lengthOf(won, 2)
      await assert.rejects(assertSound)
    })

    test('finish × expiry puts a decided dossier back into the queue', async ({ assert }) => {
      const { won } = await finishWhileExpiring(OFF)
      assert.lengthOf(won, 2)
      await assert.rejects(assertSound)
    })

    test('finish × release decides what was given back', async ({ assert }) => {
      const { won } = await finishWhileReleasing(OFF)
      assert.lengthOf(won, 2)
      await assert.rejects(assertSound)
    })
  })
}
