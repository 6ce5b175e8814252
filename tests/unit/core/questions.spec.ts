import { test } from '@japa/runner'
import fc from 'fast-check'
import { checklist } from '#app/core/checklist'
import { needChanges, questionsFor, unfitAnswer } from '#app/core/questions'
import type { Facts, FactValue } from '#app/core/release'
import { catalog, persona, personas, REGION_IDS, releaseOf } from './fixtures.js'

const wizard = catalog.facts.filter(({ origin }) => origin === 'wizard')
const releases = new Map(REGION_IDS.map((id) => [id, releaseOf(id)]))

/** A persona's facts, as the registration system has them and as he answers. */
function partsOf(id: string): { registered: Facts; answers: Facts } {
  const facts = Object.entries(persona(id).facts)
  const isAnswer = ([code]: [string, unknown]) => wizard.some((fact) => fact.code === code)
  return {
    registered: Object.fromEntries(facts.filter((fact) => !isAnswer(fact))),
    answers: Object.fromEntries(facts.filter(isAnswer)),
  }
}

const asked = (region: (typeof REGION_IDS)[number], registered: Facts, answers: Facts) =>
  questionsFor(releases.get(region)!, registered, answers)

const anyRegion = fc.constantFrom(...REGION_IDS)
const anyPersona = fc.constantFrom(...personas.map(({ id }) => partsOf(id)))
const anyAnswers: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    wizard.map(({ code, type, values }) => [
      code,
      fc.option(type === 'bool' ? fc.boolean() : fc.constantFrom<FactValue>(...values!), {
        nil: undefined,
      }),
    ])
  )
)

test.group('Questions', () => {
  test('who has answered nothing is asked what could matter, in the catalog’s order', ({
    assert,
  }) => {
    const { registered } = partsOf('p01')
    const codes = asked('SC', registered, {}).map(({ fact }) => fact.code)
    assert.include(codes, 'edu_in_chsi')
    assert.notInclude(codes, 'hmt_mainland_degree')
    const order = wizard.map(({ code }) => code)
    assert.deepEqual(
      codes,
      order.filter((code) => codes.includes(code))
    )
  })

  test('an answered question stays, with its answer, while another one would matter', ({
    assert,
  }) => {
    const { registered, answers } = partsOf('p01')
    const chsi = asked('SC', registered, answers).find(({ fact }) => fact.code === 'edu_in_chsi')
    assert.isTrue(chsi?.answer)
    const other = { ...answers, edu_in_chsi: false }
    const again = asked('SC', registered, other).find(({ fact }) => fact.code === 'edu_in_chsi')
    assert.isFalse(again?.answer)
  })

  test('what the registration system knows is not asked', ({ assert }) => {
    const { registered } = partsOf('p01')
    const codes = asked('SC', { ...registered, edu_in_chsi: true }, {}).map(({ fact }) => fact.code)
    assert.notInclude(codes, 'edu_in_chsi')
  })

  test('what is asked can change the list, what is not asked cannot', ({ assert }) => {
    fc.assert(
      fc.property(anyRegion, anyPersona, anyAnswers, anyAnswers, (region, parts, said, other) => {
        const release = releases.get(region)!
        const { registered } = parts
        const codes = asked(region, registered, said).map(({ fact }) => fact.code)
        const unasked = wizard.filter(
          ({ code }) => !codes.includes(code) && said[code] === undefined
        )
        const more = Object.fromEntries(unasked.map(({ code }) => [code, other[code]]))
        const before = { ...said, ...registered }
        assert.deepEqual(needChanges(release, before, { ...before, ...more }), [])
      }),
      { numRuns: 150 }
    )
  })

  test('answering an open yes-or-no question with no gives the same list', ({ assert }) => {
    fc.assert(
      fc.property(anyRegion, anyPersona, anyAnswers, (region, { registered }, said) => {
        const open = asked(region, registered, said).filter(
          ({ fact, answer }) => fact.type === 'bool' && answer === null
        )
        const no = Object.fromEntries(open.map(({ fact }) => [fact.code, false]))
        const before = { ...said, ...registered }
        assert.deepEqual(needChanges(releases.get(region)!, before, { ...before, ...no }), [])
      }),
      { numRuns: 150 }
    )
  })

  test('an asked question that alone is open has an answer that changes the list', ({ assert }) => {
    const { registered, answers } = partsOf('p01')
    const release = releases.get('SC')!
    for (const { fact, answer } of asked('SC', registered, answers)) {
      const choices = fact.type === 'bool' ? [true, false] : fact.values!
      const known = { ...answers, ...registered }
      const changes = choices
        .filter((choice) => choice !== answer)
        .flatMap((choice) => needChanges(release, known, { ...known, [fact.code]: choice }))
      assert.isNotEmpty(changes, fact.code)
    }
  })
})

test.group('Answers', () => {
  const release = releases.get('SC')!
  for (const [what, answers, unfit] of [
    ['yes and a choice fit', { edu_in_chsi: false, diploma_status: 'lost' }, null],
    ['none fits', {}, null],
    ['a word for a yes-or-no question', { edu_in_chsi: 'yes' }, 'edu_in_chsi'],
    ['a choice that is none', { diploma_status: 'burnt' }, 'diploma_status'],
    ['a list', { diploma_status: ['lost'] }, 'diploma_status'],
    ['nothing', { edu_in_chsi: null }, 'edu_in_chsi'],
    ['a fact of the registration', { edu_level: 'bachelor' }, 'edu_level'],
    ['what the system computes', { approved_before_here: true }, 'approved_before_here'],
    ['an unknown one', { nothing: true }, 'nothing'],
    ['a property of every object', { constructor: true }, 'constructor'],
  ] as const) {
    test(`${what}: ${unfit ?? 'taken'}`, ({ assert }) => {
      assert.equal(unfitAnswer(release, answers), unfit)
    })
  }
})

test.group('Changes of the list', () => {
  test('name what is new and what is no longer needed', ({ assert }) => {
    const release = releases.get('SC')!
    const { registered, answers } = partsOf('p01')
    const known = { ...answers, ...registered }
    const other = { ...known, edu_in_chsi: false }
    const forth = needChanges(release, known, other)
    assert.isNotEmpty(forth)
    assert.deepEqual(
      needChanges(release, other, known).map(({ material, from, to }) => [material.code, to, from]),
      forth.map(({ material, from, to }) => [material.code, from, to])
    )
    assert.deepEqual(needChanges(release, known, known), [])
    const needs = new Map(checklist(release, other).map((one) => [one.material.code, one.need]))
    for (const { material, to } of forth) assert.equal(needs.get(material.code), to)
  })
})
