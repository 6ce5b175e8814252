import { test } from '@japa/runner'
import fc from 'fast-check'
import {
  ConditionError,
  evaluate,
  evaluatePartial,
  parseCondition,
  sentence,
} from '#app/core/condition'
import type { Condition, Facts, FactValue } from '#app/core/release'
import { catalog, releaseOf } from './fixtures.js'

const flags = { on: true, off: false, exempt: ['clinic'] }
const parse = (json: unknown) =>
  parseCondition(json, { facts: catalog.facts, flags, path: 'required_when' })

test.group('Conditions | evaluate', () => {
  const table: [string, Condition, Facts, boolean][] = [
    ['const stands for itself', { const: true }, {}, true],
    ['eq holds', { fact: 'edu_level', eq: 'bachelor' }, { edu_level: 'bachelor' }, true],
    [
      'eq of another value does not',
      { fact: 'edu_level', eq: 'master' },
      { edu_level: 'x' },
      false,
    ],
    ['eq of an unknown fact is false', { fact: 'edu_level', eq: 'master' }, {}, false],
    ['eq false of an unknown fact is false', { fact: 'edu_in_chsi', eq: false }, {}, false],
    ['not of an unknown fact is true', { not: { fact: 'route', eq: 'lineage' } }, {}, true],
    ['in holds', { fact: 'edu_level', in: ['master', 'doctor'] }, { edu_level: 'doctor' }, true],
    ['in of an unknown fact is false', { fact: 'edu_level', in: ['master'] }, {}, false],
    ['lt is strict', { fact: 'probation_months_at_review', lt: 12 }, months(12), false],
    ['lt holds below', { fact: 'probation_months_at_review', lt: 12 }, months(11), true],
    ['lt of an unknown number is false', { fact: 'probation_months_at_review', lt: 12 }, {}, false],
    ['ge includes its edge', { fact: 'probation_months_at_review', ge: 12 }, months(12), true],
    ['a flag that is on', { flag: 'on' }, {}, true],
    ['a flag that is off', { flag: 'off' }, {}, false],
    ['a flag that nobody set is off', { flag: 'nowhere' }, {}, false],
    ['a list that has the fact', exempt(), { inst_type: 'clinic' }, true],
    ['a list without the fact', exempt(), { inst_type: 'other_hospital' }, false],
    ['a list and an unknown fact', exempt(), {}, false],
    ['all of nothing is true', { all: [] }, {}, true],
    ['any of nothing is false', { any: [] }, {}, false],
    ['all needs every part', { all: [{ const: true }, { const: false }] }, {}, false],
    ['any needs one part', { any: [{ const: true }, { const: false }] }, {}, true],
  ]
  for (const [title, condition, facts, expected] of table) {
    test(title, ({ assert }) => assert.equal(evaluate(condition, facts, flags), expected))
  }
})

function months(count: number): Facts {
  return { probation_months_at_review: count }
}
function exempt(): Condition {
  return { flag_list_has_fact: 'exempt', fact: 'inst_type' }
}

test.group('Conditions | parse', () => {
  const refused: [string, unknown, string][] = [
    ['a text', 'true', 'required_when'],
    ['nothing', null, 'required_when'],
    ['an unknown operator', { fact: 'edu_level', like: 'b' }, 'required_when'],
    ['two operators at once', { fact: 'edu_level', eq: 'bachelor', in: [] }, 'required_when'],
    ['an unknown fact', { fact: 'edu', eq: 'bachelor' }, 'required_when.fact'],
    ['a value the fact has not', { fact: 'edu_level', eq: 'phd' }, 'required_when.eq'],
    ['a text where a fact is yes or no', { fact: 'edu_in_chsi', eq: 'true' }, 'required_when.eq'],
    ['a list that is none', { fact: 'edu_level', in: 'bachelor' }, 'required_when.in'],
    ['a wrong value inside a list', { fact: 'edu_level', in: ['x'] }, 'required_when.in[0]'],
    ['lt on a fact that is no number', { fact: 'edu_level', lt: 3 }, 'required_when.fact'],
    ['lt with a text', { fact: 'probation_months_at_review', lt: '3' }, 'required_when.lt'],
    ['an unknown flag', { flag: 'onn' }, 'required_when.flag'],
    ['a list flag used as a switch', { flag: 'exempt' }, 'required_when.flag'],
    [
      'an unknown fact deep inside',
      { all: [{ not: { fact: 'x', eq: 1 } }] },
      'required_when.all[0].not.fact',
    ],
  ]
  for (const [title, json, path] of refused) {
    test(`refuses ${title}, and says where`, ({ assert }) => {
      try {
        parse(json)
      } catch (error) {
        assert.instanceOf(error, ConditionError)
        assert.equal((error as ConditionError).path, path)
        assert.isNotEmpty((error as ConditionError).reason)
        return
      }
      assert.fail('it was taken')
    })
  }

  test('refuses nesting without end', ({ assert }) => {
    let json: unknown = { const: true }
    for (let i = 0; i < 5000; i++) json = { not: json }
    assert.throws(() => parse(json))
  })

  test('takes every condition of the catalog and gives it back unchanged', ({ assert }) => {
    for (const material of catalog.materials) {
      for (const condition of [material.requiredWhen, material.offeredWhen]) {
        const again = parseCondition(JSON.parse(JSON.stringify(condition)), {
          facts: catalog.facts,
          path: '',
        })
        assert.deepEqual(again, condition)
      }
    }
  })
})

test.group('Conditions | three values', () => {
  const table: [string, Condition, boolean | null][] = [
    ['a known comparison is decided', { fact: 'edu_level', eq: 'bachelor' }, true],
    ['an unknown one is open', { fact: 'edu_in_chsi', eq: true }, null],
    ['not of an open one is open', { not: { fact: 'edu_in_chsi', eq: true } }, null],
    [
      'all with a false part is false',
      { all: [{ fact: 'edu_in_chsi', eq: true }, { const: false }] },
      false,
    ],
    [
      'any with a true part is true',
      { any: [{ fact: 'edu_in_chsi', eq: true }, { const: true }] },
      true,
    ],
    [
      'all with the rest true is open',
      { all: [{ fact: 'edu_in_chsi', eq: true }, { const: true }] },
      null,
    ],
  ]
  for (const [title, condition, expected] of table) {
    test(title, ({ assert }) =>
      assert.equal(evaluatePartial(condition, { edu_level: 'bachelor' }, flags), expected)
    )
  }

  test('what is decided stays so whatever the unknown facts turn out to be', () => {
    const codes = ['a', 'b', 'c']
    const leaf = fc.record({ fact: fc.constantFrom(...codes), eq: fc.boolean() })
    const condition = fc.letrec<{ node: Condition }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.record({ not: tie('node') }),
        fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) })
      ),
    })).node
    const facts = fc.dictionary(fc.constantFrom(...codes), fc.boolean() as fc.Arbitrary<FactValue>)
    const rest = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() })
    fc.assert(
      fc.property(condition, facts, rest, (one, known, all) => {
        const partial = evaluatePartial(one, known, {})
        return partial === null || partial === evaluate(one, { ...all, ...known }, {})
      })
    )
  })
})

test.group('Conditions | words', () => {
  const release = releaseOf('SC')
  const table: [Condition, string, string][] = [
    [
      {
        all: [
          { fact: 'edu_level', eq: 'bachelor' },
          { fact: 'edu_in_chsi', eq: true },
        ],
      },
      '学历层次为本科,且学信网可查到该学历',
      'your level of education is bachelor and your qualification is on CHSI',
    ],
    [
      { flag: 'require_chsi_record' },
      '本考区已设"要求学信网备案表"',
      'this region has set "asks for the CHSI record"',
    ],
    [
      { not: { flag: 'require_contract' } },
      '本考区未设"要求劳动合同"',
      'this region has not set "asks for the employment contract"',
    ],
    [
      {
        all: [
          { fact: 'edu_level', in: ['doctor', 'bachelor', 'master'] },
          { fact: 'edu_in_chsi', eq: true },
        ],
      },
      '学历层次为本科及以上,且学信网可查到该学历',
      'your level of education is bachelor or higher and your qualification is on CHSI',
    ],
    [
      { fact: 'edu_level', in: ['college', 'master'] },
      '学历层次为大专或硕士',
      'your level of education is college or master',
    ],
    [
      { not: { fact: 'graduating_postgrad', eq: true } },
      '不是当年毕业研究生',
      'you do not graduate as a postgraduate this year',
    ],
    [
      { fact: 'edu_level', in: ['master', 'doctor'] },
      '学历层次为硕士及以上',
      'your level of education is master or higher',
    ],
    [
      { fact: 'category', eq: 'CLIN_P' },
      '报考类别为临床执业医师',
      'your exam category is Clinical physician',
    ],
    [{ const: true }, '所有考生', 'every candidate'],
  ]
  for (const [condition, zh, en] of table) {
    test(`says "${zh}"`, ({ assert }) => {
      assert.equal(sentence(condition, release, 'zh-CN'), zh)
      assert.equal(sentence(condition, release, 'en'), en)
    })
  }

  test('every condition of the catalog has a sentence without a raw code in it', ({ assert }) => {
    for (const { code, requiredWhen, offeredWhen } of catalog.materials) {
      for (const condition of [requiredWhen, offeredWhen]) {
        for (const locale of ['zh-CN', 'en'] as const) {
          assert.notMatch(sentence(condition, release, locale), /[a-z]_[a-z]|undefined/, code)
        }
      }
    }
  })
})
