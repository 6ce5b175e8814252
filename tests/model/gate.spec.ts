import { deepEqual, equal } from 'node:assert/strict'
import { test } from '@japa/runner'
import fc from 'fast-check'
import type { Breach } from '#app/dossiers/integrity/breach'
import { verifyRows } from '#app/dossiers/integrity/verify_region'
import { deliverOutbox } from '#app/messages/actions/deliver_outbox'
import { DAY } from '#app/core/time'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { keepSeason } from '#tests/support/season_rules'
import { inSharedWorld } from '#tests/support/world'
import { START } from './beginning.js'
import { brokenLaws } from './laws.js'
import { countedIds, moves, resolve, type Ids, type Move } from './moves.js'
import { publishVariants, Real, REGION } from './real.js'
import { stepOf, type Release, type Walk } from './walk.js'

const COMMANDS = Number(process.env.MODEL_COMMANDS || 3_000)
const SEED = Number(process.env.MODEL_SEED || 20_270_120)
const LONGEST = 90

interface Ground {
  walk: Walk
  ids: Ids
}

/** One move, made by the model and by the gate: both must say the same and end alike. */
class MakeMove implements fc.AsyncCommand<Ground, Real> {
  #said = ''

  constructor(readonly move: Move) {}

  check({ walk }: Readonly<Ground>) {
    return walk.dossier.state !== 'withdrawn'
  }

  async run(ground: Ground, real: Real) {
    const { walk, ids } = ground
    const step = resolve(walk, this.move, ids)
    this.#said = JSON.stringify(step)
    made.commands++
    if ('asked' in step) {
      const { decision, after } = stepOf(walk, step.asked)
      const answer = await real.pass(step.asked)
      const { type } = step.asked.event
      if (decision.ok) {
        equal(typeof answer === 'string' ? answer : answer.row, decision.row, type)
        made.rows.add(`${type} ${decision.row}`)
      } else equal(answer, decision.refusal.code, type)
      deepEqual(brokenLaws({ before: walk, asked: step.asked, decision, after }), [])
      deepEqual(await real.read(), after.dossier)
      ground.walk = after
    } else if ('season' in step) {
      ground.walk = { ...walk, season: { ...walk.season, ...step.season } }
      await real.setSeason(ground.walk.season)
    } else if ('now' in step) {
      ground.walk = { ...walk, now: step.now }
      clock.freeze(step.now)
    } else {
      ground.walk = { ...walk, factsRevision: walk.factsRevision + 1 }
      await real.setFactsRevision(ground.walk.factsRevision)
    }
  }

  toString() {
    return this.#said
  }
}

const made = { commands: 0, rows: new Set<string>() }

/** Once all messages have left, at whatever time the walks ended. */
async function brokenRows(): Promise<Breach[]> {
  const found: Breach[] = []
  clock.freeze(START + 400 * DAY)
  await runInRegion(REGION, async () => {
    while ((await deliverOutbox()) > 0);
    for await (const breach of verifyRows()) found.push(breach)
  })
  return found
}

test.group('The gate against its model', (group) => {
  inSharedWorld(group)
  let variants: Release[]
  group.setup(async () => {
    variants = await publishVariants()
    return keepSeason(REGION)
  })
  group.each.teardown(() => clock.freeze(null))
  group.tap((one) => one.timeout(10 * 60_000))

  test(`${COMMANDS} moves of everybody: same answer, same rows, no law broken`, async ({
    assert,
  }) => {
    const commands = fc.commands([moves.map((move) => new MakeMove(move))], {
      maxCommands: LONGEST,
      size: 'max',
    })
    const ids = countedIds()
    const property = fc.asyncProperty(commands, fc.nat(3), async (walk, variant) => {
      if (made.commands >= COMMANDS) return
      const { real, walk: model } = await Real.begin(variants, variant)
      await fc.asyncModelRun(() => ({ model: { walk: model, ids }, real }), walk)
    })
    // More runs than are needed: they end when so many commands were made.
    await fc.assert(property, { numRuns: COMMANDS, seed: SEED, maxSkipsPerRun: 0 })
    assert.isAtLeast(made.commands, COMMANDS)
    // Every transition is in the table, every chain unbroken, every row where it belongs.
    assert.deepEqual(await brokenRows(), [])
    if (process.env.MODEL_ROWS) console.log([...made.rows].sort().join('\n'))
    assert.isAtLeast(made.rows.size, 25)
  })
})
