import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type Candidate from '#app/identity/models/candidate'
import AuditEntry from '#app/audit/models/audit_entry'
import { RecordRegistrations } from '#app/registrations/actions/record_registrations'
import Registration from '#app/registrations/models/registration'
import { phoneOf, plainPhone } from '#app/registrations/phone'
import { runInRegion } from '#app/shared/region_context'
import { demoPeople } from '#database/demo/people'
import { inWorld, signedInCandidate, type RegisteredCandidate } from '#tests/support/world'

test.group('Confirming one’s phone', (group) => {
  inWorld(group)

  test('a guest is asked to sign in', async ({ client }) => {
    const response = await confirm(client, 'sh', null)
    response.assertStatus(401)
  })

  test('who is registered elsewhere only is told so', async ({ client, assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const response = await confirm(client, 'sh', candidate)
    response.assertStatus(409)
    assert.equal(response.body().errors[0].code, 'NOT_REGISTERED_HERE')
  })

  test('comes before the card and before opening, where the region asks for it', async ({
    client,
    assert,
  }) => {
    const known = await unconfirmed('sh', 'p02')
    const { candidate, person } = known
    const masked = `${person.phone.slice(0, 3)}****${person.phone.slice(-4)}`
    assert.deepEqual((await portal(client, 'sh', candidate)).phoneStep, { phoneMasked: masked })
    const early = await open(client, 'sh', candidate)
    early.assertStatus(409)
    assert.equal(early.body().errors[0].code, 'PHONE_UNCONFIRMED')

    const response = await confirm(client, 'sh', candidate)
    response.assertStatus(302)
    assert.isNull((await portal(client, 'sh', candidate)).phoneStep)
    const opened = await open(client, 'sh', candidate)
    opened.assertStatus(302)
    const row = await fresh(known)
    assert.isNumber(row.phoneConfirmedAt)
    assert.equal(phoneOf(row), person.phone)
  })

  test('is not asked elsewhere', async ({ client, assert }) => {
    const { candidate } = await unconfirmed('sc', 'p01')
    assert.isNull((await portal(client, 'sc', candidate)).phoneStep)
    const opened = await open(client, 'sc', candidate)
    opened.assertStatus(302)
  })

  test('another number is kept sealed, shown masked, and in no log', async ({ client, assert }) => {
    const known = await unconfirmed('sh', 'p02')
    const response = await confirm(client, 'sh', known.candidate, { newPhone: '+86 139 8765-4321' })
    response.assertStatus(302)
    const row = await fresh(known)
    assert.equal(phoneOf(row), '13987654321')
    assert.notInclude(JSON.stringify(row.serialize()), '13987654321')
    assert.notEqual(row.contactPhoneIndex, row.phoneIndex)
    const { registration } = await portal(client, 'sh', known.candidate)
    assert.equal(registration.phoneMasked, '139****4321')
    const entry = await runInRegion('sh', () =>
      AuditEntry.findByOrFail({ chain: `registration:${row.id}` })
    )
    assert.deepEqual(entry.payload, { asRegistered: false })
  })

  test('is done once', async ({ client, assert }) => {
    const known = await unconfirmed('sh', 'p02')
    await confirm(client, 'sh', known.candidate)
    const again = await confirm(client, 'sh', known.candidate, { newPhone: '13900000000' })
    again.assertStatus(409)
    assert.equal(phoneOf(await fresh(known)), known.person.phone)
  })

  test('refuses what is no number', async ({ client, assert }) => {
    const known = await unconfirmed('sh', 'p02')
    for (const newPhone of ['12345', '028-0000-0001', 'abc', '1'.repeat(41), '']) {
      const response = await confirm(client, 'sh', known.candidate, { newPhone })
      if (newPhone === '') continue
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, 'newPhone')
    }
  })

  test('is asked again when the registered number that was confirmed changes', async ({
    client,
    assert,
  }) => {
    const known = await unconfirmed('sh', 'p02')
    await confirm(client, 'sh', known.candidate)
    await synchronise(known, '13711112222')
    const row = await fresh(known)
    assert.isNull(row.phoneConfirmedAt)
    assert.equal(phoneOf(row), '13711112222')
  })

  test('a number of his own stays when the registered one changes', async ({ client, assert }) => {
    const known = await unconfirmed('sh', 'p02')
    await confirm(client, 'sh', known.candidate, { newPhone: '13987654321' })
    await synchronise(known, '13711112222')
    assert.equal(phoneOf(await fresh(known)), '13987654321')
  })

  for (const [text, plain] of [
    ['13800000001', '13800000001'],
    ['138 0000 0001', '13800000001'],
    ['0086-13800000001', '13800000001'],
    ['8613800000001', '13800000001'],
    ['+852 9123 4567', '+85291234567'],
    ['00886 912 345 678', '+886912345678'],
    ['12800000001', null],
    ['+86 12345', null],
    ['91234567', null],
    ['', null],
  ] as const) {
    test(`"${text}" is ${plain ?? 'no number'}`, ({ assert }) => {
      assert.equal(plainPhone(text), plain)
    })
  }
})

/** Registered, and his first visit is still to come. */
async function unconfirmed(region: string, persona: string): Promise<RegisteredCandidate> {
  const known = await signedInCandidate(region, persona)
  const nothing = { contactPhoneEncrypted: null, contactPhoneIndex: null, phoneConfirmedAt: null }
  await runInRegion(region, async () => {
    await (await fresh(known)).merge(nothing).save()
    for (const entry of await AuditEntry.query().where(
      'chain',
      `registration:${known.registration.id}`
    )) {
      await entry.delete()
    }
  })
  return known
}

const fresh = ({ registration }: RegisteredCandidate) =>
  runInRegion(registration.regionId, () => Registration.findOrFail(registration.id))

async function synchronise(
  { candidate, person, registration }: RegisteredCandidate,
  phone: string
) {
  const [like] = demoPeople().candidates.find(({ account }) => account === 'p02')!.registrations
  const entry = { ...like, externalNumber: registration.externalNumber }
  await new RecordRegistrations().handle({
    candidateId: candidate.id,
    person: { ...person, phone, subject: candidate.subject, registrations: [entry] },
  })
}

async function portal(client: ApiClient, region: string, candidate: Candidate): Promise<any> {
  const page = await client
    .get(`/${region}`)
    .withGuard('candidate')
    .loginAs(candidate)
    .withInertia()
  return page.inertiaProps
}

function open(client: ApiClient, region: string, candidate: Candidate) {
  return client
    .post(`/${region}/dossier`)
    .accept('json')
    .redirects(0)
    .withCsrfToken()
    .withGuard('candidate')
    .loginAs(candidate)
}

function confirm(client: ApiClient, region: string, candidate: Candidate | null, body = {}) {
  const request = client
    .post(`/${region}/phone-confirmation`)
    .accept('json')
    .json(body)
    .redirects(0)
    .withCsrfToken()
  return candidate ? request.withGuard('candidate').loginAs(candidate) : request
}
