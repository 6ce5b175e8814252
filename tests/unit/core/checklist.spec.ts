import { test } from '@japa/runner'
import fc from 'fast-check'
import { checklist, expandFacts, explain, missingWizardFacts } from '#app/core/checklist'
import { imageRulesFor } from '#app/core/image_rules'
import {
  parseCatalog,
  ReleaseError,
  resolveRelease,
  type Facts,
  type FactValue,
  type ReleaseDocument,
} from '#app/core/release'
import {
  catalog,
  catalogJson,
  material,
  persona,
  personas,
  REGION_IDS,
  regionJson,
  releaseOf,
  type Json,
} from './fixtures.js'

const needs = (release: ReleaseDocument, facts: Facts) =>
  Object.fromEntries(checklist(release, facts).map((item) => [item.material.code, item.need]))
const withOverride = (region: string, ...overrides: Json[]) =>
  releaseOf(region, {
    catalog_overrides: [...regionJson(region).catalog_overrides, ...overrides],
  })

test.group('Checklist | personas', () => {
  for (const one of personas) {
    test(`${one.en} gets exactly the expected lists`, ({ assert }) => {
      const items = checklist(releaseOf(one.region), one.facts)
      for (const need of ['required', 'optional', 'carried_over', 'waived', 'declared'] as const) {
        const codes = items.filter((item) => item.need === need).map((item) => item.material.code)
        assert.deepEqual(codes, one.expected[need] ?? [], need)
      }
      assert.lengthOf(items, catalog.materials.length)
    })
  }
})

test.group('Checklist | the region overrides', () => {
  const bachelor = persona('p01').facts

  test('require makes an optional item required', ({ assert }) => {
    const release = withOverride('SC', { code: 'EDU_CERT_REPORT', op: 'require' })
    assert.equal(needs(release, bachelor).EDU_CERT_REPORT, 'required')
  })

  test('require and required are one', ({ assert }) => {
    const [a, b] = ['require', 'required'].map((op) =>
      needs(withOverride('SC', { code: 'EDU_CERT_REPORT', op }), bachelor)
    )
    assert.deepEqual(a, b)
  })

  test('require leaves an item that is not asked as it is', ({ assert }) => {
    const release = withOverride('SC', { code: 'EDU_OVERSEAS', op: 'require' })
    assert.equal(needs(release, bachelor).EDU_OVERSEAS, 'not_asked')
  })

  test('optional makes a required item optional', ({ assert }) => {
    const release = withOverride('SC', { code: 'INST_LICENSE', op: 'optional' })
    assert.equal(needs(release, bachelor).INST_LICENSE, 'optional')
  })

  test('hide takes the item out', ({ assert }) => {
    const release = withOverride('SC', { code: 'INST_LICENSE', op: 'hide' })
    assert.notProperty(needs(release, bachelor), 'INST_LICENSE')
  })

  test('a declaration replaces the item whether it was asked or not', ({ assert }) => {
    const op = 'replace_with_online_declaration'
    const release = withOverride('SD', { code: 'COMMIT_TRUTH', op }, { code: 'EDU_OVERSEAS', op })
    const got = needs(release, persona('p08').facts)
    assert.equal(got.COMMIT_TRUTH, 'declared')
    assert.equal(got.EDU_OVERSEAS, 'declared')
  })

  test('set changes only the named fields', ({ assert }) => {
    const release = releaseOf('GD')
    assert.equal(material(release, 'OTHER').max, 5)
    assert.equal(material(release, 'OTHER').min, 0)
    assert.equal(material(release, 'APPLICATION_FORM').stage, 'after_onsite')
    assert.match(material(release, 'APPLICATION_FORM').guidanceZh, /占位/)
    assert.deepEqual(material(release, 'PRIOR_EXAM_PROOF').canReplace, ['PROBATION_FILING'])
  })

  test('an override twice is the same as once', ({ assert }) => {
    const override = fc.record({
      code: fc.constantFrom(...catalog.materials.map(({ code }) => code)),
      op: fc.constantFrom('require', 'optional', 'hide', 'replace_with_online_declaration'),
    })
    fc.assert(
      fc.property(override, (one) => {
        assert.deepEqual(withOverride('SC', one, one), withOverride('SC', one))
      }),
      { numRuns: 50 }
    )
  })
})

test.group('Checklist | carry-over', () => {
  const returning = persona('p08').facts

  test('an override to optional comes before it', ({ assert }) => {
    const release = withOverride('SD', { code: 'EDU_DIPLOMA', op: 'optional' })
    assert.equal(needs(release, returning).EDU_DIPLOMA, 'optional')
  })

  test('an override to required makes it apply', ({ assert }) => {
    const release = withOverride('SD', { code: 'EDU_CHSI', op: 'require' })
    assert.equal(needs(release, returning).EDU_CHSI, 'carried_over')
  })

  test('nothing is carried over where the region has it off', ({ assert }) => {
    const got = needs(releaseOf('SC'), returning)
    assert.notInclude(Object.values(got), 'carried_over')
    assert.notInclude(Object.values(got), 'waived')
  })

  test('nothing is carried over for a candidate who was not approved here', ({ assert }) => {
    const got = needs(releaseOf('SD'), { ...returning, approved_before_here: undefined })
    assert.equal(got.ID_HANDHELD, 'required')
  })
})

test.group('Checklist | alternatives', () => {
  test('are symmetric', ({ assert }) => {
    const items = checklist(releaseOf('SC'), persona('p01').facts)
    const of = (code: string) => items.find((item) => item.material.code === code)!.alternatives
    assert.deepEqual(of('EDU_CHSI'), ['EDU_CERT_REPORT'])
    assert.deepEqual(of('EDU_CERT_REPORT'), ['EDU_CHSI'])
  })

  test('join into one set when named one way and in a chain', ({ assert }) => {
    const release = withOverride('SC', {
      code: 'EDU_LOST_PROOF',
      set: { alternatives: ['EDU_CERT_REPORT'] },
    })
    const items = checklist(release, {})
    const chsi = items.find((item) => item.material.code === 'EDU_CHSI')!
    assert.sameMembers([...chsi.alternatives], ['EDU_CERT_REPORT', 'EDU_LOST_PROOF'])
  })

  test('can_replace works one way only', ({ assert }) => {
    const items = checklist(releaseOf('GD'), persona('p03').facts)
    const of = (code: string) => items.find((item) => item.material.code === code)!.alternatives
    assert.deepEqual(of('PROBATION_FILING'), ['PRIOR_EXAM_PROOF'])
    assert.deepEqual(of('PRIOR_EXAM_PROOF'), [])
  })

  test('a hidden one is none', ({ assert }) => {
    const release = withOverride('SC', { code: 'EDU_CERT_REPORT', op: 'hide' })
    const chsi = checklist(release, {}).find((item) => item.material.code === 'EDU_CHSI')!
    assert.deepEqual(chsi.alternatives, [])
  })
})

test.group('Checklist | the wizard', () => {
  test('the category gives route, stream and level', ({ assert }) => {
    assert.include(expandFacts(catalog, { category: 'TCM_L_A' }), {
      route: 'lineage',
      stream: 'tcm',
      level: 'assistant',
    })
  })

  test('asks only what could change an item', ({ assert }) => {
    const release = releaseOf('SC')
    const asked = (facts: Facts) => missingWizardFacts(release, facts).map(({ code }) => code)
    const { edu_in_chsi: _, ...unsure } = persona('p01').facts
    assert.include(asked(unsure), 'edu_in_chsi')
    assert.notInclude(asked(persona('p01').facts), 'edu_in_chsi')
    assert.notInclude(asked(unsure), 'hmt_mainland_degree')
    assert.include(asked({ ...unsure, nationality_group: 'hmt' }), 'hmt_mainland_degree')
    assert.notInclude(asked(unsure), 'secondary_out_of_province')
    assert.include(asked({ ...unsure, edu_level: 'secondary' }), 'secondary_out_of_province')
  })

  test('asks nothing about a material that the region hides', ({ assert }) => {
    const release = withOverride('SC', { code: 'IDENTITY_CHANGE', op: 'hide' })
    const codes = missingWizardFacts(release, persona('p01').facts).map(({ code }) => code)
    assert.notInclude(codes, 'identity_changed')
  })

  test('what it does not ask cannot change the list', ({ assert }) => {
    fc.assert(
      fc.property(anyRegion, anyFacts, anyFacts, (region, facts, answers) => {
        const release = releaseOf(region)
        const asked = missingWizardFacts(release, facts).map(({ code }) => code)
        const unasked = catalog.facts
          .filter(({ origin, code }) => origin === 'wizard' && !asked.includes(code))
          .map(({ code }) => [code, facts[code] ?? answers[code]])
        assert.deepEqual(
          needs(release, { ...facts, ...Object.fromEntries(unasked) }),
          needs(release, facts)
        )
      }),
      { numRuns: 100 }
    )
  })

  test('answering an unknown question with no gives the same list', ({ assert }) => {
    const questions = catalog.facts.filter((one) => one.origin === 'wizard' && one.type === 'bool')
    fc.assert(
      fc.property(anyRegion, anyFacts, fc.constantFrom(...questions), (region, facts, { code }) => {
        const release = releaseOf(region)
        const unknown = { ...facts, [code]: undefined }
        assert.deepEqual(needs(release, { ...facts, [code]: false }), needs(release, unknown))
      }),
      { numRuns: 100 }
    )
  })

  test('the order in which materials stand in the release does not matter', ({ assert }) => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.shuffledSubarray([...releaseOf('SD').materials], {
          minLength: catalog.materials.length,
        }),
        (facts, materials) => {
          const release = releaseOf('SD')
          const codes = (one: ReleaseDocument) =>
            checklist(one, facts).map((item) => [item.material.code, item.need])
          assert.deepEqual(codes({ ...release, materials }), codes(release))
        }
      ),
      { numRuns: 50 }
    )
  })
})

const anyRegion = fc.constantFrom(...REGION_IDS)
const anyFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    catalog.facts
      .filter(({ type }) => type !== 'derived')
      .map((fact) => [
        fact.code,
        (fact.type === 'bool'
          ? fc.boolean()
          : fact.type === 'int'
            ? fc.nat(36)
            : fc.constantFrom(...fact.values!)) as fc.Arbitrary<FactValue>,
      ])
  ),
  { requiredKeys: [] }
)

test.group('Checklist | why', () => {
  const why = (region: string, facts: Facts, code: string, locale: 'zh-CN' | 'en' = 'zh-CN') => {
    const release = releaseOf(region)
    const item = checklist(release, facts).find((one) => one.material.code === code)!
    return explain(item.why, release, locale)
  }
  const table: [string, string, string, string, string][] = [
    ['p01', 'SC', 'NOTICE_SUCCESS', '本考区要求', 'This region asks for it'],
    [
      'p01',
      'SC',
      'EDU_CERT_REPORT',
      '学历层次为本科,且毕业证状态为已取得',
      'Your level of education is bachelor and your diploma is in hand',
    ],
    [
      'p02',
      'SH',
      'COMMIT_GRADUATE',
      '报考方式为直接报考,且至审核日试用月数不足12',
      'Your way of entry is direct entry and your probation at review, in months, is under 12',
    ],
    [
      'p02',
      'SH',
      'EDU_DEGREE',
      '学历层次为本科,且本考区列为选交',
      'Your level of education is bachelor and this region takes it if you have it',
    ],
    [
      'p06',
      'SC',
      'TCM_MASTER',
      '师承或确有专长类型为师承',
      'Your traditional-medicine route is apprenticeship',
    ],
    [
      'p08',
      'SD',
      'ID_RESIDENT',
      '近年已在本考区审核通过,沿用原材料',
      'Approved here before; your earlier pictures are kept',
    ],
    [
      'p01',
      'SC',
      'EDU_OVERSEAS',
      '按您的报考信息不需要此项',
      'Your registration does not call for this',
    ],
  ]
  for (const [id, region, code, zh, en] of table) {
    test(`${code} of ${id}: ${zh}`, ({ assert }) => {
      assert.equal(why(region, persona(id).facts, code), zh)
      assert.equal(why(region, persona(id).facts, code, 'en'), en)
    })
  }

  test('every item of anyone has a sentence, and none shows a raw code', ({ assert }) => {
    fc.assert(
      fc.property(anyRegion, anyFacts, (region, facts) => {
        const release = releaseOf(region)
        for (const item of checklist(release, facts)) {
          for (const locale of ['zh-CN', 'en'] as const) {
            const text = explain(item.why, release, locale)
            assert.isNotEmpty(text)
            assert.notMatch(text, /[a-z]_[a-z]|undefined/)
          }
        }
      }),
      { numRuns: 50 }
    )
  })

  test('is plain data', ({ assert }) => {
    for (const { why: one } of checklist(releaseOf('GD'), persona('p03').facts)) {
      assert.deepEqual(JSON.parse(JSON.stringify(one)), one)
    }
  })
})

test.group('Releases', () => {
  for (const id of REGION_IDS) {
    test(`${id} gets one, and it is plain JSON`, ({ assert }) => {
      const release = releaseOf(id)
      assert.deepEqual(JSON.parse(JSON.stringify(release)), release)
      assert.equal(release.season, 2027)
      assert.equal(release.region, id)
    })
  }

  test('Guangdong takes 50 to 120 KB, and registration photos of at most 30 KB', ({ assert }) => {
    const release = releaseOf('GD')
    assert.include(imageRulesFor(release, material(release, 'EDU_DIPLOMA')), {
      maxBytes: 120 * 1024,
      minBytes: 50 * 1024,
      minShortSide: 600,
    })
    assert.include(imageRulesFor(release, material(release, 'PHOTO_ID')), {
      maxBytes: 30 * 1024,
      minBytes: null,
      minShortSide: 190,
      minLongSide: 254,
    })
  })

  const refused: [string, (region: Json) => void, string][] = [
    [
      'an override of an unknown material',
      (r) => r.catalog_overrides.push({ code: 'NOPE', op: 'hide' }),
      'catalog_overrides[2].code',
    ],
    [
      'an unknown operation',
      (r) => r.catalog_overrides.push({ code: 'OTHER', op: 'drop' }),
      'catalog_overrides[2].op',
    ],
    [
      'an unknown key beside op and set',
      (r) => r.catalog_overrides.push({ code: 'OTHER', sett: {} }),
      'catalog_overrides[2].sett',
    ],
    [
      'an unknown field',
      (r) => r.catalog_overrides.push({ code: 'OTHER', set: { maxx: 3 } }),
      'catalog_overrides[2].set.maxx',
    ],
    [
      'a field of the wrong type',
      (r) => r.catalog_overrides.push({ code: 'OTHER', set: { max: '3' } }),
      'catalog_overrides[2].set.max',
    ],
    [
      'a weaker grade of protection',
      (r) => r.catalog_overrides.push({ code: 'ID_RESIDENT', set: { sensitive: 'normal' } }),
      'catalog_overrides[2].set.sensitive',
    ],
    [
      'fewer images than the minimum',
      (r) => r.catalog_overrides.push({ code: 'ID_POLICE', set: { min: 3 } }),
      'materials.ID_POLICE.min',
    ],
    [
      'a condition on an unknown fact',
      (r) =>
        r.catalog_overrides.push({ code: 'OTHER', set: { required_when: { fact: 'x', eq: 1 } } }),
      'catalog_overrides[2].set.required_when.fact',
    ],
    [
      'a stand-in that needs no picture',
      (r) => r.catalog_overrides.push({ code: 'OTHER', set: { can_replace: 'EDU_CHSI' } }),
      'materials.OTHER.min',
    ],
    ['an unknown flag', (r) => (r.flags.require_hanheld_id = true), 'flags.require_hanheld_id'],
    [
      'a flag of the wrong type',
      (r) => (r.flags.require_contract = 'yes'),
      'flags.require_contract',
    ],
    [
      'images larger than the national rule',
      (r) => (r.image_rules.stored_max_kb = 300),
      'image_rules.stored_max_kb',
    ],
    [
      'a format beyond the national rule',
      (r) => (r.image_rules.formats = ['webp']),
      'image_rules.formats[0]',
    ],
    [
      'a format list that no photo can meet',
      (r) => (r.image_rules.formats = ['png']),
      'materials.PHOTO_ID.image_override.formats',
    ],
    [
      'a stage with an unknown role',
      (r) => (r.workflow.stages[0].roles = ['boss']),
      'workflow.stages[0].roles[0]',
    ],
    [
      'a cap that is no instant',
      (r) => (r.workflow.returns.extend_cap = 'soon'),
      'workflow.returns.extend_cap',
    ],
    [
      'carry-over of an unknown material',
      (r) => (r.carry_over.locked_except = ['X']),
      'carry_over.locked_except[0]',
    ],
  ]
  for (const [title, spoil, path] of refused) {
    test(`refuses ${title}, and says where`, ({ assert }) => {
      const json = regionJson('SC')
      spoil(json)
      assert.deepEqual(
        problemsOf(() => resolveRelease(catalog, json)),
        [path]
      )
    })
  }

  test('lists every problem at once', ({ assert }) => {
    const json = regionJson('SC')
    json.flags.nope = true
    json.catalog_overrides.push({ code: 'NOPE' })
    assert.lengthOf(
      problemsOf(() => resolveRelease(catalog, json)),
      2
    )
  })

  test('a catalog that names an unknown reason is refused', ({ assert }) => {
    const json = structuredClone(catalogJson)
    json.materials[0].return_reasons.push('NOPE')
    assert.match(problemsOf(() => parseCatalog(json))[0], /^materials\[0\]\.return_reasons/)
  })
})

function problemsOf(run: () => unknown): string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof ReleaseError) return error.problems.map(({ path }) => path)
    throw error
  }
  return []
}
