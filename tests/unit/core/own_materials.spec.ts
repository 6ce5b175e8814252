import { test } from '@japa/runner'
import fc from 'fast-check'
import { checklist } from '#app/core/checklist'
import { materialJson } from '#app/core/material_json'
import { ownedBy } from '#app/core/own_materials'
import { parseCatalog, ReleaseError } from '#app/core/release'
import {
  catalog,
  catalogJson,
  material,
  persona,
  personas,
  regionJson,
  releaseOf,
  type Json,
} from './fixtures.js'

const own = (changes: Json = {}): Json => ({
  ...catalogJson.materials.find(({ code }: Json) => code === 'OTHER'),
  code: 'SC_LOCAL_PROOF',
  zh: '四川本地证明',
  en: 'Local proof',
  order: 545,
  min: 1,
  max: 2,
  required_when: { fact: 'edu_level', eq: 'bachelor' },
  ...changes,
})

function problems(read: () => unknown) {
  try {
    read()
  } catch (error) {
    if (error instanceof ReleaseError) return error.problems
    throw error
  }
  return []
}
const paths = (changes: Json) => problems(() => releaseOf('SC', changes)).map(({ path }) => path)

test.group('Own materials', () => {
  test('stand among the national ones and are asked by their conditions', ({ assert }) => {
    const release = releaseOf('SC', { own_materials: [own()] })
    const items = checklist(release, persona('p01').facts)
    const item = items.find((one) => one.material.code === 'SC_LOCAL_PROOF')!
    assert.equal(item.need, 'required')
    assert.equal(items.length, catalog.materials.length + 1)
  })

  test('may be alternatives of national ones, both ways', ({ assert }) => {
    const release = releaseOf('SC', { own_materials: [own({ alternatives: ['EDU_DEGREE'] })] })
    assert.deepEqual(material(release, 'EDU_DEGREE').alternatives, ['SC_LOCAL_PROOF'])
  })

  test('may be kept open when others carry over', ({ assert }) => {
    const carryOver = { ...regionJson('SC').carry_over, locked_except: ['SC_LOCAL_PROOF'] }
    assert.deepEqual(paths({ own_materials: [own()], carry_over: carryOver }), [])
    assert.deepEqual(paths({ carry_over: carryOver }), ['carry_over.locked_except[0]'])
  })

  const refused: [string, Json[], string][] = [
    ['a code without the region', [own({ code: 'LOCAL_PROOF' })], 'own_materials[0].code'],
    ['another region’s code', [own({ code: 'GD_LOCAL_PROOF' })], 'own_materials[0].code'],
    ['a code with odd signs', [own({ code: 'SC_<b>' })], 'own_materials[0].code'],
    ['a code twice', [own(), own()], 'own_materials'],
    ['an unknown key', [own({ colour: 'red' })], 'own_materials[0].colour'],
    ['a name of 10,000 characters', [own({ zh: '长'.repeat(10_000) })], 'own_materials[0].zh'],
    ['a name of 101 characters', [own({ en: 'x'.repeat(101) })], 'own_materials[0].en'],
    ['min over max', [own({ min: 3, max: 2 })], 'materials.SC_LOCAL_PROOF.min'],
    [
      'itself as its alternative',
      [own({ alternatives: ['SC_LOCAL_PROOF'] })],
      'own_materials[0].alternatives[0]',
    ],
    [
      'a flag that no region has',
      [own({ required_when: { flag: 'nowhere' } })],
      'own_materials[0].required_when.flag',
    ],
    [
      'an impossible condition',
      [
        own({
          required_when: {
            all: [
              { fact: 'edu_level', eq: 'master' },
              { fact: 'edu_level', eq: 'doctor' },
            ],
          },
        }),
      ],
      'own_materials[0].required_when.all[1]',
    ],
  ]
  for (const [title, list, path] of refused) {
    test(`${title} is refused at its place`, ({ assert }) => {
      assert.deepEqual(paths({ own_materials: list }), [path])
    })
  }

  test('get the codes of the region that copies them, wherever they are named', ({ assert }) => {
    const carryOver = { ...regionJson('SC').carry_over, locked_except: ['SC_LOCAL_PROOF', 'OTHER'] }
    const file = { ...regionJson('SC'), carry_over: carryOver, own_materials: [own()] }
    const copied = ownedBy({ ...file, id: 'HB' }, 'hb')
    assert.deepEqual(copied.own_materials[0].code, 'HB_LOCAL_PROOF')
    assert.deepEqual(copied.carry_over.locked_except, ['HB_LOCAL_PROOF', 'OTHER'])
    assert.deepEqual(
      problems(() => releaseOf('SC', copied)),
      []
    )
  })

  test('are not for overrides', ({ assert }) => {
    const catalogOverrides = [{ code: 'SC_LOCAL_PROOF', op: 'hide' }]
    assert.deepEqual(paths({ own_materials: [own()], catalog_overrides: catalogOverrides }), [
      'catalog_overrides[0].code',
    ])
  })
})

test.group('Overrides | bad input', () => {
  const override = (set: Json) => paths({ catalog_overrides: [{ code: 'EDU_DEGREE', set }] })

  test('an item cannot stand in for itself', ({ assert }) => {
    const at = 'catalog_overrides[0].set.alternatives[0]'
    assert.deepEqual(override({ alternatives: ['EDU_DEGREE'] }), [at])
  })

  test('min 3 and max 2 is refused', ({ assert }) => {
    assert.deepEqual(override({ min: 3, max: 2 }), ['materials.EDU_DEGREE.min'])
  })

  test('a flag that the region does not have is refused', ({ assert }) => {
    const at = 'catalog_overrides[0].set.required_when.flag'
    assert.deepEqual(override({ required_when: { flag: 'nowhere' } }), [at])
  })

  test('a picture rule of its own can be taken back', ({ assert }) => {
    const set = { image_override: null }
    const release = releaseOf('SC', { catalog_overrides: [{ code: 'PHOTO_ID', set }] })
    assert.isNull(material(release, 'PHOTO_ID').imageOverride)
  })
})

test.group('Materials | order and shape', () => {
  test('the order in the file does not matter', ({ assert }) => {
    const plain = releaseOf('SC')
    const list = [...catalogJson.materials] as Json[]
    const shuffled = fc.shuffledSubarray(list, { minLength: list.length })
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...personas), (materials, { facts }) => {
        const again = { ...plain, materials: parseCatalog({ ...catalogJson, materials }).materials }
        const listed = (release: typeof plain) =>
          checklist(release, facts).map((item) => [item.material.code, item.need])
        const merged = {
          ...plain,
          materials: again.materials.map(({ code }) => material(plain, code)),
        }
        assert.deepEqual(listed(merged), listed(plain))
      }),
      { numRuns: 50 }
    )
  })

  test('a material written as JSON is read back the same', ({ assert }) => {
    const materials = catalog.materials.map(materialJson)
    assert.deepEqual(parseCatalog({ ...catalogJson, materials }).materials, catalog.materials)
  })
})
