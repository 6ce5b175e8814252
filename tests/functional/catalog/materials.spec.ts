import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import AuditEntry from '#app/audit/models/audit_entry'
import ReleaseDraft from '#app/catalog/models/release_draft'
import type Staff from '#app/identity/models/staff'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import Item from '#app/dossiers/models/item'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, newStaff, signedInCandidate, staffOf } from '#tests/support/world'
import { fieldsOf, propsOf, send, type Method } from './forms.js'

const MATERIALS = '/sc/staff/materials'
const OWN = {
  ...fieldsOf('OTHER'),
  zh: '本地证明',
  en: 'Local proof',
  min: 1,
  max: 2,
  required_when: { fact: 'edu_level', eq: 'bachelor' },
}

test.group('Materials of a region', (group) => {
  inWorld(group)

  test('a guest signs in first; other regions’ staff get 404', async ({ client }) => {
    const guest = await client.get(MATERIALS).redirects(0)
    guest.assertHeader('location', '/staff/login')
    const other = await staffOf('bj', 'region_admin')
    for (const [method, path, form] of requests()) {
      const unknown = await send(client, null, method, path, form)
      unknown.assertStatus(401)
      const foreign = await send(client, other, method, path, form)
      foreign.assertStatus(404)
    }
  })

  test('all staff and the platform look, only the region’s administrators change', async ({
    client,
    assert,
  }) => {
    const lookers = [
      await staffOf('sc', 'region_lead'),
      await staffOf('sc', 'auditor'),
      await newStaff('national', { isPlatformAdmin: true }),
    ]
    for (const staff of lookers) {
      const page = await propsOf(client, staff, MATERIALS)
      assert.isFalse(page.canChange)
      for (const [method, path, form] of requests()) {
        const response = await send(client, staff, method, path, form)
        response.assertStatus(403)
      }
    }
    assert.lengthOf(await chain(), 0)
  })

  test('each national material stands with the region’s changes in words', async ({
    client,
    assert,
  }) => {
    const { materials, version } = await propsOf(client, await admin(), MATERIALS)
    assert.equal(version, 1)
    assert.lengthOf(materials, 54)
    const cert = rowOf(materials, 'RURAL_DOCTOR_CERT')
    assert.deepEqual(cert.changes, [{ key: 'optional', before: null, after: null }])
    const degree = rowOf(materials, 'EDU_DEGREE')
    assert.equal(degree.changes[0].key, 'guidance_zh')
    assert.equal(degree.changes[0].after.zh, '研究生学历必传;本科生按考点要求。')
    assert.equal(
      rowOf(materials, 'EDU_DEGREE').required.zh,
      '学历层次为硕士及以上,毕业证状态为已取得,且学历来源不是国(境)外院校'
    )
  })

  test('a form saves only what differs, and an audit entry says who', async ({
    client,
    assert,
  }) => {
    const staff = await admin()
    const form = await propsOf(client, staff, `${MATERIALS}/EDU_DIPLOMA`)
    assert.equal(form.kind, 'override')
    const saved = await send(client, staff, 'put', `${MATERIALS}/EDU_DIPLOMA`, {
      version: form.version,
      operations: ['optional'],
      fields: { ...form.fields, max: 4, note: '' },
    })
    saved.assertStatus(200)
    const { document, version } = await draft()
    assert.equal(version, 2)
    assert.deepEqual(
      document.catalog_overrides!.filter(({ code }) => code === 'EDU_DIPLOMA'),
      [
        { code: 'EDU_DIPLOMA', op: 'optional' },
        { code: 'EDU_DIPLOMA', set: { max: 4 } },
      ]
    )
    const [entry] = await chain()
    assert.equal(entry.action, 'draft_edited')
    assert.equal(entry.actorId, staff.id)
    const again = await propsOf(client, staff, `${MATERIALS}/EDU_DIPLOMA`)
    assert.deepEqual(again.operations, ['optional'])
    assert.equal(again.fields.max, 4)
    assert.equal(again.plain.max, 3)
  })

  test('a form sent back as it came changes nothing', async ({ client, assert }) => {
    const staff = await admin()
    for (const code of ['EDU_CHSI', 'PHOTO_ID', 'EDU_DEGREE', 'ID_RESIDENT']) {
      const { fields, operations, version } = await propsOf(client, staff, `${MATERIALS}/${code}`)
      const form = { version, operations, fields }
      const saved = await send(client, staff, 'put', `${MATERIALS}/${code}`, form)
      saved.assertStatus(200)
    }
    assert.equal((await draft()).version, 1)
    assert.lengthOf(await chain(), 0)
  })

  const clash = {
    all: [
      { fact: 'edu_level', eq: 'master' },
      { fact: 'edu_level', eq: 'doctor' },
    ],
  }
  for (const [what, changes, field, inside] of [
    ['min 3 and max 2', { min: 3, max: 2 }, 'min', ''],
    ['itself as its alternative', { alternatives: ['EDU_DEGREE'] }, 'alternatives', '[0]'],
    ['an unknown alternative', { alternatives: ['NOTHING'] }, 'alternatives', '[0]'],
    ['a name of 10,000 characters', { zh: '长'.repeat(10_000) }, 'zh', ''],
    ['no name', { en: '' }, 'en', ''],
    ['a name of two lines', { zh: '甲\n乙' }, 'zh', ''],
    ['guidance of 10,000 characters', { guidance_zh: '长'.repeat(10_000) }, 'guidance_zh', ''],
    ['an unknown fact', { required_when: { fact: 'x', eq: 1 } }, 'required_when', 'fact'],
    ['an unknown flag', { offered_when: { flag: 'x' } }, 'offered_when', 'flag'],
    ['parts that exclude each other', { required_when: clash }, 'required_when', 'all[1]'],
    ['a looser picture rule', { image_override: { max_kb: 500 } }, 'image_override', 'max_kb'],
    ['half a picture', { max: 1.5 }, 'max', ''],
  ] as const) {
    test(`${what} is refused at its field and nothing is saved`, async ({ client, assert }) => {
      const staff = await admin()
      const { fields, version } = await propsOf(client, staff, `${MATERIALS}/EDU_DEGREE`)
      const response = await send(client, staff, 'put', `${MATERIALS}/EDU_DEGREE`, {
        version,
        operations: [],
        fields: { ...fields, ...changes },
      })
      response.assertStatus(422)
      const [problem] = response.body().problems
      assert.equal(problem.field, field)
      assert.equal(problem.inside.replace(/^\./, ''), inside)
      assert.equal((await draft()).version, 1)
    })
  }

  test('the second to save the same material sees what the first did', async ({
    client,
    assert,
  }) => {
    const [first, second] = [await admin(), await admin()]
    const path = `${MATERIALS}/EDU_CHSI`
    const { fields, version } = await propsOf(client, first, path)
    const form = (max: number) => ({ version, operations: [], fields: { ...fields, max } })
    const saved = await send(client, first, 'put', path, form(3))
    saved.assertStatus(200)
    const late = await send(client, second, 'put', path, form(5))
    late.assertStatus(409)
    const { changes, errors, version: now } = late.body()
    assert.equal(errors[0].code, 'DRAFT_MOVED_ON')
    assert.equal(changes[0].by.id, first.id)
    assert.equal(now, 2)
    assert.deepEqual(changes[0].value, [{ code: 'EDU_CHSI', set: { max: 3 } }])
    const other = await send(client, second, 'put', `${MATERIALS}/EDU_DIPLOMA`, {
      version,
      operations: ['hide'],
      fields: {},
    })
    other.assertStatus(200)
    const kept = await send(client, second, 'put', path, { ...form(5), version: 3 })
    kept.assertStatus(200)
  })

  test('one change is undone at a time, or all of them', async ({ client, assert }) => {
    const staff = await admin()
    const path = `${MATERIALS}/EDU_CHSI`
    const { fields } = await propsOf(client, staff, path)
    await send(client, staff, 'put', path, {
      version: 1,
      operations: ['optional', 'hide'],
      fields: { ...fields, max: 5, carry_over: !fields.carry_over },
    })
    const undo = (change: string, version: number) =>
      send(client, staff, 'delete', `${path}/changes/${change}`, { version })
    const one = await undo('hide', 2)
    one.assertStatus(200)
    const field = await undo('max', 3)
    field.assertStatus(200)
    assert.deepEqual(await entries('EDU_CHSI'), [
      { op: 'optional' },
      { set: { carry_over: !fields.carry_over } },
    ])
    const unknown = await undo('hide', 4)
    unknown.assertStatus(404)
    const all = await undo('all', 4)
    all.assertStatus(200)
    assert.deepEqual(await entries('EDU_CHSI'), [])
  })
})

test.group('Own materials of a region', (group) => {
  inWorld(group)

  test('are added, changed, listed and deleted', async ({ client, assert }) => {
    const staff = await admin()
    const page = await propsOf(client, staff, `${MATERIALS}/new`)
    assert.equal(page.prefix, 'SC_')
    const added = await add(client, staff, 'SC_LOCAL_PROOF')
    added.assertStatus(200)
    const path = `${MATERIALS}/SC_LOCAL_PROOF`
    const { kind, fields, version } = await propsOf(client, staff, path)
    assert.equal(kind, 'own')
    const changed = await send(client, staff, 'put', path, {
      version,
      fields: { ...fields, zh: '本地证明(新)' },
    })
    changed.assertStatus(200)
    const { materials } = await propsOf(client, staff, MATERIALS)
    const row = rowOf(materials, 'SC_LOCAL_PROOF')
    assert.deepInclude(row, { own: true, max: 2 })
    assert.equal(row.name.zh, '本地证明(新)')
    const preview = await propsOf(client, staff, '/sc/staff/preview')
    const item = preview.items.find((one: any) => one.material === 'SC_LOCAL_PROOF')
    assert.equal(item.need, 'required')
    const removed = await send(client, staff, 'delete', path, { version: version + 1 })
    removed.assertStatus(200)
    assert.deepEqual((await draft()).document.own_materials, [])
    const gone = await send(client, staff, 'get', path)
    gone.assertStatus(404)
  })

  for (const [what, code, field] of [
    ['a code of another region', 'GD_LOCAL_PROOF', 'code'],
    ['a national code', 'EDU_DEGREE', 'code'],
    ['no code', 'SC_', 'code'],
    ['a code of odd signs', 'SC_<script>', 'code'],
  ]) {
    test(`${what} is refused at its field`, async ({ client, assert }) => {
      const response = await add(client, await admin(), code)
      response.assertStatus(422)
      assert.equal(response.body().problems[0].field, field)
      assert.equal((await draft()).version, 1)
    })
  }

  test('a code that is taken is refused at its field', async ({ client, assert }) => {
    const staff = await admin()
    await add(client, staff, 'SC_LOCAL_PROOF')
    const response = await add(client, staff, 'SC_LOCAL_PROOF')
    response.assertStatus(422)
    assert.deepEqual(response.body().problems, [{ field: 'code', inside: '', reason: 'is taken' }])
  })

  test('one that dossiers use cannot be deleted, and how many do is said', async ({
    client,
    assert,
  }) => {
    const staff = await admin()
    await add(client, staff, 'SC_LOCAL_PROOF')
    const { registration } = await signedInCandidate('sc')
    await runInRegion('sc', async () => {
      const dossier = await new OpenDossier().handle(registration)
      const item = await Item.findByOrFail({ dossierId: dossier.id, need: 'required' })
      await item.merge({ material: 'SC_LOCAL_PROOF' }).save()
    })
    const path = `${MATERIALS}/SC_LOCAL_PROOF`
    const response = await send(client, staff, 'delete', path, { version: 2 })
    response.assertStatus(409)
    assert.equal(response.body().errors[0].code, 'MATERIAL_IN_USE')
    assert.include(response.body().errors[0].message, '1')
    assert.lengthOf((await draft()).document.own_materials!, 1)
  })

  test('a national one is never deleted, and an unknown one is missing', async ({ client }) => {
    const staff = await admin()
    const national = await send(client, staff, 'delete', `${MATERIALS}/OTHER`, { version: 1 })
    national.assertStatus(409)
    for (const method of ['get', 'put', 'delete'] as const) {
      const form = method === 'get' ? undefined : { version: 1, fields: {} }
      const unknown = await send(client, staff, method, `${MATERIALS}/NOTHING`, form)
      unknown.assertStatus(404)
    }
  })

  test('another region’s own material is missing', async ({ client }) => {
    const there = await staffOf('gd', 'region_admin')
    const path = '/gd/staff/materials'
    const form = { version: 1, code: 'GD_LOCAL_PROOF', fields: OWN }
    const added = await send(client, there, 'post', path, form)
    added.assertStatus(200)
    const here = await send(client, await admin(), 'get', `${MATERIALS}/GD_LOCAL_PROOF`)
    here.assertStatus(404)
  })
})

test.group('Conditions read back', (group) => {
  inWorld(group)

  const READINGS = '/sc/staff/condition-readings'

  test('as a sentence in both languages', async ({ client, assert }) => {
    const condition = {
      all: [
        { fact: 'edu_level', in: ['bachelor', 'master', 'doctor'] },
        { fact: 'edu_in_chsi', eq: true },
      ],
    }
    const response = await send(client, await admin(), 'post', READINGS, { condition })
    assert.deepEqual(response.body(), {
      sentence: {
        zh: '学历层次为本科及以上,且学信网可查到该学历',
        en: 'your level of education is bachelor or higher and your qualification is on CHSI',
      },
      problems: [],
    })
  })

  for (const [what, condition, path] of [
    ['an unknown fact', { any: [{ fact: 'x', eq: 1 }] }, 'any[0].fact'],
    [
      'an impossible group',
      { all: [{ flag: 'require_contract' }, { not: { flag: 'require_contract' } }] },
      'all[1]',
    ],
    ['a group of nothing', { all: [] }, 'all'],
    ['no condition', 'x', ''],
  ] as const) {
    test(`${what} is told with its place`, async ({ client, assert }) => {
      const response = await send(client, await admin(), 'post', READINGS, { condition })
      response.assertStatus(200)
      assert.equal(response.body().problems[0].path, path)
    })
  }
})

const admin = () => staffOf('sc', 'region_admin')
const rowOf = (rows: any[], code: string) => rows.find((row) => row.code === code)

function add(client: ApiClient, staff: Staff, code: string) {
  return draft().then(({ version }) =>
    send(client, staff, 'post', MATERIALS, { version, code, fields: OWN })
  )
}

function requests(): [Method, string, object?][] {
  return [
    ['post', MATERIALS, { version: 1, code: 'SC_LOCAL_PROOF', fields: OWN }],
    ['put', `${MATERIALS}/EDU_CHSI`, { version: 1, operations: ['hide'], fields: {} }],
    ['delete', `${MATERIALS}/EDU_CHSI`, { version: 1 }],
    ['delete', `${MATERIALS}/EDU_DEGREE/changes/all`, { version: 1 }],
  ]
}

/** The draft as it is; before anybody looked at it, its first version. */
async function draft() {
  const known = await runInRegion('sc', () => ReleaseDraft.query().first())
  return known ?? ({ version: 1, document: {} } as ReleaseDraft)
}

async function entries(material: string) {
  const { document } = await draft()
  return document
    .catalog_overrides!.filter(({ code }) => code === material)
    .map(({ code: _, ...entry }) => entry)
}

function chain() {
  return runInRegion('sc', () => AuditEntry.query().where('chain', 'region:sc').orderBy('seq'))
}
