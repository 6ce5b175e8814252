import { test } from '@japa/runner'
import fc from 'fast-check'
import { evaluate } from '#app/core/condition'
import { conditionFaults } from '#app/core/condition_faults'
import type { Condition } from '#app/core/release'
import { catalog } from './fixtures.js'

const months = 'probation_months_at_review'
const faults = (condition: Condition) =>
  conditionFaults(condition, {
    facts: catalog.facts,
    categories: catalog.categories,
    path: 'when',
  })
const level = (eq: string): Condition => ({ fact: 'edu_level', eq })

test.group('Impossible conditions', () => {
  const refused: [string, Condition, string][] = [
    ['one fact with two values', { all: [level('master'), level('doctor')] }, 'when.all[1]'],
    [
      'a number under 1 and at least 5',
      {
        all: [
          { fact: months, lt: 1 },
          { fact: months, ge: 5 },
        ],
      },
      'when.all[1]',
    ],
    [
      'numbers with nothing whole between them',
      {
        all: [
          { fact: months, ge: 5 },
          { not: { fact: months, ge: 6 } },
          { not: { fact: months, eq: 5 } },
        ],
      },
      'when',
    ],
    ['a flag on and off', { all: [{ flag: 'a' }, { not: { flag: 'a' } }] }, 'when.all[1]'],
    [
      'a list of which each value is excluded',
      {
        all: [
          { fact: 'edu_level', in: ['master', 'doctor'] },
          { not: level('master') },
          { not: level('doctor') },
        ],
      },
      'when',
    ],
    [
      'a category and a stream that it does not have',
      {
        all: [
          { fact: 'category', eq: 'CLIN_P' },
          { fact: 'stream', eq: 'tcm' },
        ],
      },
      'when.all[1]',
    ],
    [
      'a branch that is dead while the other lives',
      { any: [level('master'), { all: [level('college'), level('doctor')] }] },
      'when.any[1].all[1]',
    ],
    ['a group of nothing', { all: [level('master'), { any: [] }] }, 'when.all[1].any'],
    ['a list of no values', { not: { fact: 'edu_level', in: [] } }, 'when.not.in'],
    ['never, as a part', { all: [{ const: false }, level('master')] }, 'when.all[1]'],
  ]
  for (const [title, condition, path] of refused) {
    test(`are found: ${title}`, ({ assert }) => {
      assert.deepEqual(
        faults(condition).map((one) => one.path),
        [path]
      )
    })
  }

  const taken: [string, Condition][] = [
    ['never, on purpose', { const: false }],
    [
      'a span of numbers',
      {
        all: [
          { fact: months, ge: 5 },
          { fact: months, lt: 6 },
        ],
      },
    ],
    [
      'a category and its stream',
      {
        all: [
          { fact: 'category', eq: 'CLIN_P' },
          { fact: 'stream', eq: 'clinical' },
        ],
      },
    ],
    ['one of two values', { any: [level('master'), level('doctor')] }],
    ['a flag and a list that has the fact', exempt()],
  ]
  for (const [title, condition] of taken) {
    test(`are not found in ${title}`, ({ assert }) => assert.deepEqual(faults(condition), []))
  }

  test('are not found in the catalog', ({ assert }) => {
    for (const { code, requiredWhen, offeredWhen } of catalog.materials) {
      assert.deepEqual([...faults(requiredWhen), ...faults(offeredWhen)], [], code)
    }
  })

  test('a condition that some facts fulfil is never refused as a whole', () => {
    const leaf = fc.oneof(
      fc.record({
        fact: fc.constant('edu_level'),
        eq: fc.constantFrom('college', 'master', 'doctor'),
      }),
      fc.record({ fact: fc.constant('edu_in_chsi'), eq: fc.boolean() }),
      fc.record({ fact: fc.constant(months), lt: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ fact: fc.constant(months), ge: fc.integer({ min: 1, max: 4 }) })
    )
    const condition = fc.letrec<{ node: Condition }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({ not: tie('node') }),
        fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) })
      ),
    })).node
    const facts = fc.record({
      edu_level: fc.constantFrom('college', 'master', 'doctor'),
      edu_in_chsi: fc.boolean(),
      [months]: fc.integer({ min: 0, max: 5 }),
    })
    fc.assert(
      fc.property(condition, facts, (one, known) => {
        return !evaluate(one, known, {}) || !faults(one).some(({ path }) => path === 'when')
      }),
      { numRuns: 500 }
    )
  })

  test('a huge condition is not searched for ever', ({ assert }) => {
    const wide: Condition = {
      all: catalog.facts
        .filter(({ type }) => type === 'bool')
        .flatMap(({ code }): Condition[] => [{ any: [{ fact: code, eq: true }, exempt()] }]),
    }
    const start = performance.now()
    faults({ all: [wide, { not: wide }] })
    assert.isBelow(performance.now() - start, 2000)
  })
})

function exempt(): Condition {
  return { flag_list_has_fact: 'inst_license_exempt', fact: 'inst_type' }
}
