import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { runAsPlatform, runInRegion } from '#app/shared/region_context'
import { TenancyViolation } from '#app/shared/tenancy/guard'
import { READS, WRITES, type Shape } from './crossing_shapes.js'
import { HELD } from './held_shapes.js'
import { fillRegions, HERE, otherRows, SECRET, THERE, unguarded } from './two_regions.js'

const asPlatform = <T>(work: () => Promise<T>) => runAsPlatform('a contract of the guard', work)

/**
 * What it did: `refused` by the guard, `crossed` into the other region, or neither. Taken back, so
 * that each context finds the same rows.
 */
async function outcome(shape: Shape, context: (work: () => Promise<any>) => Promise<any>) {
  const before = await otherRows()
  await db.rawQuery('SAVEPOINT outcome')
  try {
    const result = await context(async () => await shape.run())
    if ((await otherRows()) !== before) return 'crossed'
    const crossed = shape.crosses ? await shape.crosses(result) : shows(result)
    return crossed ? 'crossed' : 'harmless'
  } catch (error) {
    if (!(error instanceof TenancyViolation)) throw error
    return (await otherRows()) === before ? 'refused' : 'crossed'
  } finally {
    await db.rawQuery('ROLLBACK TO SAVEPOINT outcome')
  }
}

const shows = (result: unknown) => JSON.stringify(result ?? null).includes(SECRET)
const inNone = (work: () => Promise<any>) => work()
const inHere = (work: () => Promise<any>) => runInRegion(HERE, work)

test.group('Tenancy guard, shapes that cross regions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are forty at least', ({ assert }) => {
    const shapes = [...READS, ...WRITES]
    assert.isAtLeast(shapes.length, 40)
    assert.lengthOf(new Set(shapes.map(({ name }) => name)), shapes.length)
  })

  for (const shape of [...READS, ...WRITES]) {
    test(shape.name, async ({ assert }) => {
      await fillRegions()
      const seen = {
        unguarded: await unguarded(() => outcome(shape, inHere)),
        none: await outcome(shape, inNone),
        region: await outcome(shape, inHere),
        platform: await outcome(shape, asPlatform),
      }
      assert.deepEqual(seen, {
        unguarded: 'crossed',
        none: 'refused',
        region: 'refused',
        platform: shape.never ? 'refused' : 'crossed',
      })
    })
  }
})

test.group('Tenancy guard, shapes that stay in their region', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const shape of HELD) {
    test(shape.name, async ({ assert }) => {
      await fillRegions()
      assert.equal(await outcome(shape, inHere), 'harmless')
    })

    test(`${shape.name}: not without a region`, async ({ assert }) => {
      await fillRegions()
      // A model asks for the region before it asks the database.
      const refusal = await outcome(shape, inNone).catch((error) => error.message)
      assert.match(refusal, /^(refused|No region context)/)
    })

    // A model names the region of the context by itself.
    if (shape.name.startsWith('a model: ')) continue
    test(`${shape.name}: not from another region`, async ({ assert }) => {
      await fillRegions()
      const elsewhere = (work: () => Promise<any>) => runInRegion(THERE, work)
      assert.equal(await outcome(shape, elsewhere), 'refused')
    })
  }
})
