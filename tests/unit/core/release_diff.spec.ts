import { test } from '@japa/runner'
import { parseCatalog, resolveRelease, type ReleaseDocument } from '#app/core/release'
import { releaseDiff, type ReleaseChange } from '#app/core/release_diff'
import { MATERIAL_FIELDS } from '#app/core/release_fields'
import { seedDocument } from '#database/demo/people'

const catalog = parseCatalog(seedDocument('catalog.json'))
const regions: any[] = seedDocument('regions.json').regions
const sichuan = () => structuredClone(regions[0])
const releaseOf = (json: any) => resolveRelease(catalog, { ...json, season: 2027 })
const base = releaseOf(sichuan())

/** `[section, kind, subject, field, before, after]` in Chinese. */
const inChinese = ({ section, kind, subject, field, before, after }: ReleaseChange) => [
  ...[section, kind, subject?.zh ?? null],
  ...[field?.zh ?? null, before?.zh ?? null, after?.zh ?? null],
]

function changed(edit: (json: any) => void): ReleaseDocument {
  const json = sichuan()
  edit(json)
  return releaseOf(json)
}

test.group('Differences of releases', () => {
  test('a release does not differ from itself, whatever the order of its keys', ({ assert }) => {
    const shuffled = JSON.parse(JSON.stringify(base), (_, one) =>
      one && typeof one === 'object' && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).reverse())
        : one
    )
    assert.deepEqual(releaseDiff(base, base), [])
    assert.deepEqual(releaseDiff(base, shuffled), [])
  })

  const cases: [string, (json: any) => void, (string | null)[][]][] = [
    [
      'a material made optional, with more pictures',
      (json) =>
        json.catalog_overrides.push({ code: 'OTHER', op: 'optional', set: { max: 20, min: 1 } }),
      [
        ['materials', 'changed', '其他补充材料', '本考区要求', '按国家目录', '改为选交'],
        ['materials', 'changed', '其他补充材料', '最少张数', '0张', '1张'],
        ['materials', 'changed', '其他补充材料', '最多张数', '10张', '20张'],
      ],
    ],
    [
      'a condition, as a sentence',
      (json) =>
        json.catalog_overrides.push({
          code: 'ID_RESIDENT',
          set: { required_when: { const: true } },
        }),
      [['materials', 'changed', '居民身份证', '必交条件', '身份证件类型为居民身份证', '所有考生']],
    ],
    [
      'flags, also the one that is a list',
      (json) =>
        Object.assign(json.flags, {
          require_contract: true,
          inst_license_exempt: ['tertiary_hospital', 'clinic'],
        }),
      [
        ['flags', 'changed', null, '要求劳动合同', '否', '是'],
        ['flags', 'changed', null, '免交机构执业许可证的机构', '无', '三级医院、诊所'],
      ],
    ],
    [
      'pictures, carry-over, on site, declaration and time',
      (json) => {
        json.image_rules.stored_max_kb = 120
        json.carry_over.enabled = true
        json.onsite.mode = 'none'
        json.declaration = { ...base.declaration, version: '2' }
        json.at_close = 'submit_if_complete'
      },
      [
        ['image_rules', 'changed', null, '单张上限', '200 KB', '120 KB'],
        ['carry_over', 'changed', null, '沿用往年材料', '否', '是'],
        ['onsite', 'changed', null, '现场审核', '全部考生', '不要求'],
        ['declaration', 'changed', null, '声明版本', '2027-1', '2'],
        ['time', 'changed', null, '上传截止时未提交', '逾期失效', '材料齐全的自动提交'],
      ],
    ],
    [
      'a stage added, another changed, the returns',
      (json) => {
        const { stages, returns } = json.workflow
        stages[0].sla_hours = 24
        stages.push({ ...stages[2], id: 'check', zh: '复核', en: 'Second look' })
        returns.deadline_hours = 96
      },
      [
        ['workflow', 'changed', null, '退回补正时限', `${hoursOf(base)}小时`, '96小时'],
        [
          ...['workflow', 'changed', base.workflow.stages[0].zh, '审核时限'],
          ...[`${base.workflow.stages[0].slaHours}小时`, '24小时'],
        ],
        ['workflow', 'added', '复核', null, null, null],
      ],
    ],
    [
      'stages in another order, and one gone',
      (json) => {
        const [point, onsite, region] = json.workflow.stages
        json.workflow.stages = [onsite, point, region]
      },
      [
        [
          ...['workflow', 'changed', null, '环节次序'],
          base.workflow.stages.map(({ zh }) => zh).join(' → '),
          [1, 0, 2].map((i) => base.workflow.stages[i].zh).join(' → '),
        ],
      ],
    ],
  ]
  for (const [what, edit, expected] of cases) {
    test(`says ${what}`, ({ assert }) => {
      assert.deepEqual(releaseDiff(base, changed(edit)).map(inChinese), expected)
    })
  }

  test('exchanging the two turns every difference round', ({ assert }) => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
    for (const json of regions.slice(1)) {
      const other = releaseOf(json)
      const there = releaseDiff(base, other)
      const back = releaseDiff(other, base)
      assert.isNotEmpty(there)
      const key = ({ section, kind, subject, field, before, after }: ReleaseChange) =>
        JSON.stringify([section, kind, subject?.code, field?.en, before, after])
      assert.sameMembers(
        back.map(key),
        there.map((one) =>
          key({ ...one, kind: turned[one.kind], before: one.after, after: one.before })
        )
      )
    }
  })

  test('every difference has words in both languages', ({ assert }) => {
    for (const json of regions.slice(1)) {
      for (const { field, before, after } of releaseDiff(base, releaseOf(json))) {
        for (const pair of [field, before, after]) {
          if (!pair) continue
          assert.isNotEmpty(pair.zh.trim())
          assert.isNotEmpty(pair.en.trim())
          assert.notMatch(`${pair.zh}${pair.en}`, /undefined|\[object/)
        }
      }
    }
  })

  test('no property of a material is compared without being named, or named without being one', ({
    assert,
  }) => {
    const [material] = base.materials
    // What a region cannot change, and what is only written for its keepers.
    const national = ['code', 'group', 'sensitive', 'regionFlag', 'machineReadable', 'evidence']
    const read = new Set<string>()
    const spy = new Proxy(material, {
      get: (target, key) => {
        read.add(String(key))
        return target[key as keyof typeof target]
      },
    })
    for (const field of MATERIAL_FIELDS) field.read(spy)
    assert.sameMembers([...read, ...national], Object.keys(material))
  })
})

function hoursOf({ workflow }: ReleaseDocument): number {
  return workflow.returns.deadlineHours!
}
