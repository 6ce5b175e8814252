import { test } from '@japa/runner'
import sharp from 'sharp'
import CatalogDraft, { DRAFT } from '#app/catalog/models/catalog_draft'
import CatalogVersion from '#app/catalog/models/catalog_version'
import { newestCatalog } from '#app/catalog/catalog_versions'
import Release from '#app/catalog/models/release'
import { nationalMaterialUses } from '#app/catalog/queries/national_material_uses'
import { settableJson } from '#app/core/material_json'
import type { Need } from '#app/core/dossier'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import Item from '#app/dossiers/models/item'
import { runInRegion } from '#app/shared/region_context'
import { AtDossier } from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { inWorld, newStaff, signedInCandidate, staffOf } from '#tests/support/world'
import { fieldsOf, propsOf, send } from './forms.js'

const CATALOG = '/platform/catalog'
const DEGREE = `${CATALOG}/materials/EDU_DEGREE`
/** Every candidate here is asked for the one; nobody is asked for the other, and no material names it. */
const USED = 'ID_RESIDENT'
const FREE = 'FOREIGN_INTERN'
const platform = () => newStaff('national', { isPlatformAdmin: true })

test.group('The national catalog', (group) => {
  inWorld(group)

  test('is missing for everybody but the platform', async ({ client }) => {
    const guest = await client.get(CATALOG).redirects(0)
    guest.assertHeader('location', '/staff/login')
    const admin = await staffOf('sc', 'region_admin')
    for (const [method, path, form] of [
      ['get', CATALOG],
      ['get', DEGREE],
      ['put', DEGREE, { revision: 'x', fields: {} }],
      ['delete', DEGREE, { revision: 'x' }],
      ['post', `${CATALOG}/materials`, { code: 'NEW', fields: {} }],
      ['post', `${CATALOG}/versions`, { seen: 1 }],
      ['post', '/platform/condition-readings', { condition: { const: true } }],
      ['post', `${DEGREE}/samples?revision=x`],
    ] as const) {
      const response = await send(client, admin, method, path, form)
      response.assertStatus(404)
    }
  })

  test('looking writes nothing', async ({ client, assert }) => {
    const page = await propsOf(client, await platform(), CATALOG)
    assert.lengthOf(page.materials, 54)
    assert.lengthOf(page.differences, 0)
    assert.isNull(await CatalogDraft.find(DRAFT))
  })

  test('a changed material is a difference until it is published as the next version', async ({
    client,
    assert,
  }) => {
    const staff = await platform()
    const { fields, revision } = await propsOf(client, staff, DEGREE)
    const saved = await send(client, staff, 'put', DEGREE, {
      revision,
      fields: { ...fields, max: 4, zh: '学位证书(新)' },
    })
    saved.assertStatus(200)
    const { differences, seen, versions } = await propsOf(client, staff, CATALOG)
    assert.deepEqual(
      differences.map(({ code, kind, changes }: any) => [
        code,
        kind,
        changes.map(({ key }: any) => key).sort(),
      ]),
      [['EDU_DEGREE', 'changed', ['max', 'zh']]]
    )
    assert.equal((await newestCatalog())!.materials.find(isDegree)!.max, 2)

    const before = await releases()
    const published = await send(client, staff, 'post', `${CATALOG}/versions`, { seen })
    published.assertStatus(201)
    const newest = await CatalogVersion.query().orderBy('number', 'desc').firstOrFail()
    assert.equal(newest.number, versions[0].number + 1)
    assert.equal(newest.publishedBy, staff.id)
    assert.equal((await newestCatalog())!.materials.find(isDegree)!.max, 4)
    assert.deepEqual(await releases(), before)

    const again = await propsOf(client, staff, CATALOG)
    assert.lengthOf(again.differences, 0)
    const nothing = await send(client, staff, 'post', `${CATALOG}/versions`, { seen: again.seen })
    nothing.assertStatus(409)
    assert.equal(nothing.body().errors[0].code, 'CATALOG_UNCHANGED')
  })

  test('a region sees the new version in its draft, its release stays', async ({
    client,
    assert,
  }) => {
    const staff = await platform()
    const { fields, revision } = await propsOf(client, staff, DEGREE)
    await send(client, staff, 'put', DEGREE, { revision, fields: { ...fields, max: 4 } })
    const { seen } = await propsOf(client, staff, CATALOG)
    await send(client, staff, 'post', `${CATALOG}/versions`, { seen })
    const admin = await staffOf('sc', 'region_admin')
    const { materials } = await propsOf(client, admin, '/sc/staff/materials')
    assert.equal(materials.find(isDegree).max, 4)
    const release = await runInRegion('sc', () => Release.query().firstOrFail())
    assert.equal(release.document.materials.find(isDegree)!.max, 2)
  })

  test('each field is saved, published, told to a region and in its next release', async ({
    client,
    assert,
  }) => {
    const staff = await platform()
    const { fields, revision } = await propsOf(client, staff, DEGREE)
    const changed = {
      ...{ zh: '学位证', en: 'Degree', group: 'other', order: 7, min: 2, max: 3 },
      ...{ guidance_zh: '拍全', guidance_en: 'Whole', sample_zh: '清晰', sample_en: 'Sharp' },
      // Nothing reads a switch any more that this region has set: that is no mistake of its.
      ...{ required_when: { const: true }, offered_when: { const: true } },
      ...{ slots: ['front', 'back'], alternatives: ['EDU_OVERSEAS'], return_reasons: ['IMG_BLUR'] },
      ...{ sensitive: 'restricted', carry_over: !fields.carry_over },
    }
    for (const [key, value] of Object.entries(changed)) assert.notDeepEqual(fields[key], value, key)
    const form = { revision, fields: { ...fields, ...changed } }
    const saved = await send(client, staff, 'put', DEGREE, form)
    saved.assertStatus(200)
    const again = await propsOf(client, staff, DEGREE)
    assert.containsSubset(again.fields, changed)
    const { seen } = await propsOf(client, staff, CATALOG)
    await send(client, staff, 'post', `${CATALOG}/versions`, { seen })

    const admin = await staffOf('sc', 'region_admin')
    const { takers } = await propsOf(client, staff, CATALOG)
    assert.isFalse(takers.find(({ id }: any) => id === 'sc').newest)
    const { draft } = await propsOf(client, admin, '/sc/staff/publications/new')
    assert.deepEqual(draft.problems, [])
    const told = draft.changes.filter(({ subject }: any) => subject?.code === 'EDU_DEGREE')
    assert.isAtLeast(told.length, 10)
    const path = '/sc/staff/publications'
    await send(client, admin, 'post', path, { version: draft.version })
    const { document } = await runInRegion('sc', () =>
      Release.query().orderBy('number', 'desc').firstOrFail()
    )
    assert.containsSubset(settableJson(document.materials.find(isDegree)!), {
      // Not the Chinese guidance: this region has its own.
      ...{ zh: '学位证', min: 2, max: 3, order: 7, guidance_en: 'Whole', sample_zh: '清晰' },
      ...{ required_when: changed.required_when, alternatives: ['EDU_OVERSEAS'] },
      ...{ return_reasons: ['IMG_BLUR'], carry_over: changed.carry_over },
    })
    const after = await propsOf(client, staff, CATALOG)
    assert.isTrue(after.takers.find(({ id }: any) => id === 'sc').newest)
  })

  test('a form sent back as it came is no difference, for every material', async ({
    client,
    assert,
  }) => {
    const staff = await platform()
    const { materials } = await propsOf(client, staff, CATALOG)
    for (const { code } of materials) {
      const path = `${CATALOG}/materials/${code}`
      const { fields, revision } = await propsOf(client, staff, path)
      const saved = await send(client, staff, 'put', path, { revision, fields })
      saved.assertStatus(200)
    }
    const { differences } = await propsOf(client, staff, CATALOG)
    assert.deepEqual(differences, [])
  }).timeout(60_000)

  test('who has seen an older state is told who was faster', async ({ client, assert }) => {
    const [first, second] = [await platform(), await platform()]
    const { fields, revision } = await propsOf(client, first, DEGREE)
    await send(client, first, 'put', DEGREE, { revision, fields: { ...fields, max: 4 } })
    const late = await send(client, second, 'put', DEGREE, { revision, fields })
    late.assertStatus(409)
    assert.equal(late.body().errors[0].code, 'CATALOG_MOVED_ON')
    assert.equal(late.body().by, first.name)
    const stale = await send(client, second, 'post', `${CATALOG}/versions`, { seen: 1 })
    stale.assertStatus(409)
    assert.lengthOf(await CatalogVersion.all(), 1)
  })

  test('a new material is added, and goes again', async ({ client, assert }) => {
    const staff = await platform()
    const fields = { ...fieldsOf('OTHER'), zh: '新材料', en: 'New', min: 1, max: 1 }
    const form = { code: 'NEW_PROOF', fields }
    const added = await send(client, staff, 'post', `${CATALOG}/materials`, form)
    added.assertStatus(200)
    const twice = await send(client, staff, 'post', `${CATALOG}/materials`, form)
    twice.assertStatus(422)
    assert.equal(twice.body().problems[0].field, 'code')
    const { revision } = await propsOf(client, staff, `${CATALOG}/materials/NEW_PROOF`)
    const path = `${CATALOG}/materials/NEW_PROOF`
    const removed = await send(client, staff, 'delete', path, { revision })
    removed.assertStatus(200)
    const gone = await send(client, staff, 'get', path)
    gone.assertStatus(404)
  })

  for (const [what, changes, field] of [
    ['min 3 and max 2', { min: 3, max: 2 }, 'min'],
    ['itself as its alternative', { alternatives: ['EDU_DEGREE'] }, 'alternatives'],
    ['a name of 10,000 characters', { en: 'x'.repeat(10_000) }, 'en'],
    ['an unknown return reason', { return_reasons: ['X'] }, 'return_reasons'],
    ['an unknown grade of protection', { sensitive: 'secret' }, 'sensitive'],
  ] as const) {
    test(`${what} is refused at its field`, async ({ client, assert }) => {
      const staff = await platform()
      const { fields, revision } = await propsOf(client, staff, DEGREE)
      const form = { revision, fields: { ...fields, ...changes } }
      const response = await send(client, staff, 'put', DEGREE, form)
      response.assertStatus(422)
      assert.equal(response.body().problems[0].field, field)
      assert.isNull(await CatalogDraft.find(DRAFT))
    })
  }

  test('a material that another names cannot go', async ({ client, assert }) => {
    const staff = await platform()
    const path = `${CATALOG}/materials/EDU_CHSI`
    const { revision } = await propsOf(client, staff, path)
    const response = await send(client, staff, 'delete', path, { revision })
    response.assertStatus(422)
    assert.include(response.body().problems[0].reason, 'EDU_CHSI')
  })
})

test.group('A national material that dossiers use', (group) => {
  inWorld(group)

  test('cannot go: the refusal says how many dossiers of which regions', async ({
    client,
    assert,
  }) => {
    await openDossiers('sc', 2)
    await openDossiers('gd', 1)
    const staff = await platform()
    const path = `${CATALOG}/materials/${USED}`
    const { revision } = await propsOf(client, staff, path)
    const refused = await send(client, staff, 'delete', path, { revision })
    refused.assertStatus(409)
    const [{ code, message }] = refused.body().errors
    assert.equal(code, 'MATERIAL_IN_USE_IN_REGIONS')
    assert.match(message, /^已有 3 份报名材料用到“.+”（四川考区 2 份、广东考区 1 份）/)
    assert.isNull(await CatalogDraft.find(DRAFT))
  })

  test('is in use while a picture of it is kept, even where nobody asks for it', async ({
    assert,
  }) => {
    const at = await AtDossier.open('sc')
    await at.upload('OTHER', picture())
    const setNeed = (need: Need) =>
      at.inRegion(async () => {
        const { id } = await at.item('OTHER')
        const item = await Item.findOrFail(id)
        await item.merge({ need, wanted: false }).save()
      })
    await setNeed('not_asked')
    assert.deepEqual(
      (await nationalMaterialUses('OTHER')).map(({ n }) => n),
      [1]
    )
    assert.deepEqual(await nationalMaterialUses(FREE), [])
  })

  test('is looked for once more when the version without it is published', async ({
    client,
    assert,
  }) => {
    const staff = await platform()
    const path = `${CATALOG}/materials/${FREE}`
    const { revision } = await propsOf(client, staff, path)
    const removed = await send(client, staff, 'delete', path, { revision })
    removed.assertStatus(200)
    await openDossiers('sc', 1)
    await runInRegion('sc', () =>
      Item.query().where('regionId', 'sc').where('material', FREE).update({ wanted: true })
    )
    const { seen } = await propsOf(client, staff, CATALOG)
    const refused = await send(client, staff, 'post', `${CATALOG}/versions`, { seen })
    refused.assertStatus(409)
    assert.equal(refused.body().errors[0].code, 'MATERIAL_IN_USE_IN_REGIONS')
    assert.lengthOf(await CatalogVersion.all(), 1)
  })
})

test.group('Sample pictures', (group) => {
  inWorld(group)

  test('are drawn anew with the watermark, shown to everybody and removed again', async ({
    client,
    assert,
  }) => {
    const staff = await platform()
    const { revision, samples } = await propsOf(client, staff, DEGREE)
    assert.isNull(samples[0].file)
    const original = picture()
    const added = await client
      .post(`${DEGREE}/samples?revision=${revision}`)
      .withCsrfToken()
      .accept('json')
      .file('image', original, { filename: 'x.jpg' })
      .withGuard('staff')
      .loginAs(staff)
    added.assertStatus(200)
    const now = await propsOf(client, staff, DEGREE)
    assert.lengthOf(now.samples, 1)
    const shown = await client.get(now.samples[0].url)
    shown.assertStatus(200)
    shown.assertHeader('content-type', 'image/jpeg')
    const drawn = await sharp(shown.body()).metadata()
    assert.equal(Math.max(drawn.width, drawn.height), 1200)
    assert.isAbove(await redPixels(shown.body()), (await redPixels(original)) + 2000)

    const path = `${DEGREE}/samples/${now.samples[0].file}?revision=${now.revision}`
    const removed = await send(client, staff, 'delete', path)
    removed.assertStatus(200)
    const last = await propsOf(client, staff, DEGREE)
    assert.deepEqual(last.samples, samples)
  })

  test('what is no picture is refused and nothing changes', async ({ client, assert }) => {
    const staff = await platform()
    const { revision } = await propsOf(client, staff, DEGREE)
    for (const bytes of [Buffer.from('not a picture'), picture().subarray(0, 9000)]) {
      const response = await client
        .post(`${DEGREE}/samples?revision=${revision}`)
        .withCsrfToken()
        .accept('json')
        .file('image', bytes, { filename: 'x.jpg' })
        .withGuard('staff')
        .loginAs(staff)
      response.assertStatus(422)
      assert.match(response.body().errors[0].code, /^IMAGE_/)
    }
    assert.isNull(await CatalogDraft.find(DRAFT))
  })

  test('an unknown one is missing', async ({ client }) => {
    const name = '00000000-0000-0000-0000-000000000000.jpg'
    const response = await client.get(`/samples/uploaded/${name}`)
    response.assertStatus(404)
  })
})

const isDegree = ({ code }: { code: string }) => code === 'EDU_DEGREE'

async function openDossiers(regionId: string, n: number) {
  for (let i = 0; i < n; i++) {
    const { registration } = await signedInCandidate(regionId)
    await runInRegion(regionId, () => new OpenDossier().handle(registration))
  }
}

async function releases() {
  return runInRegion('sc', async () =>
    (await Release.query().orderBy('number')).map(({ id, sha256 }) => [id, sha256])
  )
}

/** Clearly red ones, which a watermark adds. */
async function redPixels(bytes: Buffer): Promise<number> {
  const { data } = await sharp(bytes)
    .resize(600, 450, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let n = 0
  for (let i = 0; i < data.length; i += 3) {
    if (data[i] - data[i + 1] > 25 && data[i] - data[i + 2] > 25) n++
  }
  return n
}
