import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import AuditEntry from '#app/audit/models/audit_entry'
import type Dossier from '#app/dossiers/models/dossier'
import type Staff from '#app/identity/models/staff'
import Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { decryptField, encryptField } from '#app/shared/field_cipher'
import { runInRegion } from '#app/shared/region_context'
import {
  as,
  claimed,
  codeOf,
  handedIn,
  path,
  returning,
  review,
} from '#tests/functional/review/desk'
import { inWorld, staffOf } from '#tests/support/world'

const HOUR = 3_600_000

interface Asked {
  kind?: string
  filters?: Record<string, string>
  wholeNumbers?: boolean
  reason?: string
}

const ask = (client: ApiClient, staff: Staff, asked: Asked = {}, region = 'sd') =>
  as(client.post(`/${region}/staff/exports`), staff).json({
    ...{ kind: 'queue', wholeNumbers: false },
    ...asked,
  })

async function fileOf(client: ApiClient, staff: Staff, asked: Asked = {}, region = 'sd') {
  const answer = await ask(client, staff, asked, region)
  answer.assertStatus(201)
  const file = await as(client.get(answer.body().url), staff)
  file.assertStatus(200)
  return file
}

/** The lines below the header. */
const linesOf = (file: { text(): string }) => file.text().trimEnd().split('\r\n').slice(1)

const registrationOf = ({ regionId, registrationId }: Dossier) =>
  runInRegion(regionId, () => Registration.findOrFail(registrationId))

test.group('Exports', (group) => {
  inWorld(group)

  test('the queue under its filters, for Excel, with covered numbers', async ({
    client,
    assert,
  }) => {
    const waiting = await handedIn('sd', { pointId: '3701' })
    const elsewhere = await handedIn('sd', { pointId: '3703' })
    const lead = await staffOf('sd', 'region_lead')
    const file = await fileOf(client, lead, { filters: { tab: 'submitted' } })
    assert.match(file.header('content-type')!, /^text\/csv/)
    assert.match(file.header('content-disposition')!, /sd-queue-\d{4}-\d\d-\d\d\.csv/)
    assert.include(file.header('cache-control'), 'no-store')
    assert.isTrue(file.text().startsWith('\uFEFF姓名,报名序号,证件号,'))
    const registration = await registrationOf(waiting)
    assert.lengthOf(linesOf(file), 2)
    assert.include(file.text(), registration.externalNumber)
    assert.notInclude(file.text(), decryptField(registration.idNoEncrypted))

    const filters = { tab: 'submitted', point: elsewhere.examPointId }
    const [line, ...others] = linesOf(await fileOf(client, lead, { filters }))
    assert.isEmpty(others)
    assert.include(line, (await registrationOf(elsewhere)).externalNumber)
    const number = { q: registration.externalNumber }
    assert.lengthOf(linesOf(await fileOf(client, lead, { filters: number })), 1)
    assert.isEmpty(linesOf(await fileOf(client, lead, { filters: { tab: 'returned' } })))
  })

  test('outcomes say what became of whom, and on which ground', async ({ client, assert }) => {
    const approved = await handedIn('sd', { pointId: '3701' })
    const open = await handedIn('sd', { pointId: '3701' })
    const refused = await handedIn('sd', { pointId: '3701' })
    const point = await staffOf('sd', 'point_reviewer', '3701')
    const [first, second] = [
      await staffOf('sd', 'region_reviewer'),
      await staffOf('sd', 'region_reviewer'),
    ]
    for (const one of [approved, refused]) await review(client, point, one)
    await review(client, first, approved)
    const token = await claimed(client, first, refused)
    const sent = { kind: 'ineligible', token, reason: 'ELI_MAJOR', ground: '专业不符' }
    ;(await as(client.post(path(refused, '/proposals')), first).json(sent)).assertStatus(200)
    const { id } = await runInRegion('sd', () =>
      db.from('proposals').where({ region_id: 'sd', dossier_id: refused.id }).firstOrFail()
    )
    const confirmation = path(refused, `/proposals/${id}/confirmation`)
    ;(await as(client.post(confirmation), second)).assertStatus(200)

    const file = await fileOf(client, await staffOf('sd', 'auditor'), { kind: 'outcomes' })
    const lines = linesOf(file)
    assert.lengthOf(lines, 2)
    const numberOf = async (one: Dossier) => (await registrationOf(one)).externalNumber
    const line = lines.find((one) => one.includes('不符合条件'))!
    assert.include(line, await numberOf(refused))
    assert.match(line.split(',').at(-1)!, /专业/)
    assert.notInclude(file.text(), await numberOf(open))
  })

  test('whole numbers need the right and a reason, and both are kept', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const idNo = decryptField((await registrationOf(dossier)).idNoEncrypted)
    const admin = await staffOf('sd', 'region_admin')
    const auditor = await staffOf('sd', 'auditor')
    const whole = { wholeNumbers: true, reason: '上级抽查名单' }
    ;(await ask(client, auditor, whole)).assertStatus(403)
    ;(await ask(client, admin, { wholeNumbers: true })).assertStatus(422)
    ;(await ask(client, admin, { wholeNumbers: true, reason: '  x ' })).assertStatus(422)
    const file = await fileOf(client, admin, whole)
    assert.include(file.text(), idNo)
    const entries = await runInRegion('sd', () =>
      AuditEntry.query().where({ chain: 'region:sd', action: 'export' })
    )
    assert.lengthOf(entries, 1)
    assert.equal(entries[0].actorId, admin.id)
    assert.deepInclude(entries[0].payload, { kind: 'queue', wholeNumbers: true })
    const kept = await runInRegion('sd', () =>
      db.from('exports').where('region_id', 'sd').firstOrFail()
    )
    assert.equal(kept.reason, '上级抽查名单')
  })

  test('a file is for who asked for it, for an hour, while he may', async ({ client, assert }) => {
    const admin = await staffOf('sd', 'region_admin')
    const { url } = (await ask(client, admin)).body()
    const lead = await staffOf('sd', 'region_lead')
    ;(await as(client.get(url), lead)).assertStatus(404)
    const elsewhere = url.replace('/sd/', '/sc/')
    ;(await as(client.get(elsewhere), admin)).assertStatus(404)
    ;(await as(client.get(url), admin)).assertStatus(200)
    await runInRegion(
      'sd',
      () =>
      db.from('memberships').where({ region_id: 'sd', staff_id: admin.id }).update({ role: 'region_reviewer' }) // prettier-ignore
    )
    ;(await as(client.get(url), admin)).assertStatus(403)
    const { url: his } = (await ask(client, lead)).body()
    clock.freeze(clock.now() + HOUR + 1)
    assert.equal((await as(client.get(his), lead)).status(), 404)
  })

  test('a point’s administrator gets his point’s dossiers only', async ({ client, assert }) => {
    const own = await handedIn('sd', { pointId: '3701' })
    await handedIn('sd', { pointId: '3703' })
    await handedIn('sc')
    const file = await fileOf(client, await staffOf('sd', 'point_admin', '3701'))
    const [line, ...others] = linesOf(file)
    assert.isEmpty(others)
    assert.include(line, (await registrationOf(own)).externalNumber)
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    assert.equal(codeOf(await ask(client, reviewer)), 'NOT_ALLOWED')
  })

  test('a name that is a formula is none in the file', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const registration = await registrationOf(dossier)
    const nameEncrypted = encryptField('＝HYPERLINK("http://x")')
    await runInRegion('sd', () => registration.merge({ nameEncrypted }).save())
    const file = await fileOf(client, await staffOf('sd', 'region_lead'))
    assert.include(file.text(), `"'＝HYPERLINK(""http://x"")"`)
  })

  test('filters made by hand are left out or show nothing, never an error', async ({
    client,
    assert,
  }) => {
    await handedIn('sd', { pointId: '3701' })
    const lead = await staffOf('sd', 'region_lead')
    for (const filters of [{ tab: 'nonsense' }, { stage: "0' or 1=1" }, { unknown: 'x' }] as any) {
      assert.lengthOf(linesOf(await fileOf(client, lead, { filters })), 1)
    }
    assert.isEmpty(linesOf(await fileOf(client, lead, { filters: { q: "' or 1=1 --" } })))
    ;(await ask(client, lead, { kind: 'everything' })).assertStatus(422)
  })

  test('thousands of rows are read in batches, each once', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    await multiply(dossier, 2600)
    const lead = await staffOf('sd', 'region_lead')
    let statements = 0
    let longest = 0
    const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
      if (!/from .dossiers. as .d./.test(sql)) return
      statements++
      longest = Math.max(longest, Number(bindings.at(-1)))
    }
    const { client: knex } = db.connection().getReadClient()
    knex.on('query', listen)
    const lines = linesOf(await fileOf(client, lead))
    knex.off('query', listen)
    assert.equal(lines.length, 2601)
    assert.equal(new Set(lines.map((line) => line.split(',')[1])).size, 2601)
    assert.equal(statements, 6)
    assert.equal(longest, 500)
  })

  test('a returned dossier exports what was handed in, by hash', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const point = await staffOf('sd', 'point_reviewer', '3701')
    await review(client, point, dossier, (all) => returning(all, [all[0].item]))
    const page = await as(client.get(path(dossier, '/print')), await staffOf('sd', 'auditor'))
      .withInertia() // prettier-ignore
    page.assertStatus(200)
    page.assertInertiaComponent('reports/print')
    const entries = await runInRegion('sd', () =>
      AuditEntry.query().where({ chain: `dossier:${dossier.id}`, action: 'export' })
    )
    assert.deepEqual(
      entries.map(({ payload }) => payload),
      [{ as: 'print' }]
    )
  })
})

/** So many dossiers more that are like this one, each of a registration of its own. */
async function multiply({ regionId, id, registrationId }: Dossier, n: number) {
  await runInRegion(regionId, async () => {
    const of = (table: string, row: string) =>
      db.from(table).where({ region_id: regionId, id: row }).firstOrFail()
    const dossier = await of('dossiers', id)
    const registration = await of('registrations', registrationId)
    for (let from = 0; from < n; from += 100) {
      const numbers = Array.from({ length: Math.min(100, n - from) }, (_, i) => from + i)
      const idOf = (kind: string, i: number) =>
        `${kind}${id.slice(1, 30)}${String(i).padStart(6, '0')}`
      await db.table('registrations').multiInsert(
        numbers.map((i) => ({ ...registration, id: idOf('r', i), external_number: `N${i}` })) // prettier-ignore
      )
      await db
        .table('dossiers')
        .multiInsert(
          numbers.map((i) => ({ ...dossier, id: idOf('d', i), registration_id: idOf('r', i) }))
        )
    }
  })
}
