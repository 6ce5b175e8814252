import { test } from '@japa/runner'
import { clock } from '#app/shared/clock'
import { keepSeason } from '#tests/support/season_rules'
import { inSharedWorld } from '#tests/support/world'
import { publishVariants, REGION } from '#tests/model/real'
import type { Release } from '#tests/model/walk'
import { onRaceGround, PARALLEL } from '#tests/concurrency/support/ground'
import { PAIRS, racePair } from '#tests/concurrency/support/pairs'
import { LAYERS, OFF } from '#tests/concurrency/support/protection'

/** In `npm test` each pair meets one layer; `npm run bench:races` runs them under all. */
const ROUND = Number(process.env.RACES_ROUND || 0)

const TRIES = 4

let releases: Release[] | undefined

test.group('Pairs of everybody', (group) => {
  onRaceGround(group)
  group.setup(async () => {
    releases ??= await publishVariants()
    return keepSeason(REGION)
  })
  group.each.teardown(() => clock.freeze(null))

  for (const [i, one] of PAIRS.entries()) {
    const { named, protection } = LAYERS[(i + ROUND) % LAYERS.length]
    test(`${one.pair}: as if one had come after the other, under ${named}`, async ({ assert }) => {
      const race = await racePair(releases!, one, protection)
      assert.isTrue(race.serial, JSON.stringify(race))
    })
  }
})

if (PARALLEL) {
  test.group('Pairs of everybody, without protection', (group) => {
    inSharedWorld(group)
    group.setup(async () => {
      releases ??= await publishVariants()
      return keepSeason(REGION)
    })
    group.each.teardown(() => clock.freeze(null))

    test('{pair}: something happens that no order explains')
      .with([
        { pair: 'upload × submit', a: 'upload', b: 'submit' },
        { pair: 'replace × submit', a: 'replace', b: 'submit' },
        { pair: 'delete × submit', a: 'delete', b: 'submit' },
        { pair: 'delete × delete', a: 'delete', b: 'delete' },
        { pair: 'recall × claim', a: 'recall', b: 'claim' },
        { pair: 'return × claim expiry', a: 'return', b: 'claim expiry' },
        { pair: 'claim × claim', a: 'claim', b: 'claim' },
        { pair: 'recall × recall', a: 'recall', b: 'recall' },
      ])
      .run(async ({ assert }, one) => {
        // Now and then the database ends one of the two as a deadlock, and it begins again behind the other.
        const answers: unknown[] = []
        while (answers.length < TRIES) {
          const race = await racePair(releases!, one, OFF)
          if (!race.serial) return
          answers.push(race.answers)
        }
        assert.fail(JSON.stringify(answers))
      })

    test('submit × submit: the keys alone leave one receipt', async ({ assert }) => {
      const one = { a: 'submit', b: 'submit' }
      const kept = await racePair(releases!, one, { ...OFF, keys: true })
      assert.isTrue(kept.serial, JSON.stringify(kept.answers))
      const lost = await racePair(releases!, one, OFF)
      assert.isFalse(lost.serial, JSON.stringify(lost.answers))
    })
  })
}
