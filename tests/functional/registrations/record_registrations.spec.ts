import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Registration from '#app/registrations/models/registration'
import { RecordRegistrations } from '#app/registrations/actions/record_registrations'
import { registrationView } from '#app/registrations/registration_view'
import { candidateRegistration } from '#app/registrations/queries/candidate_registration'
import { releaseDocument } from '#app/catalog/releases'
import ExamPoint from '#app/regions/models/exam_point'
import { currentSeason } from '#app/regions/queries/current_season'
import { blindIndex, decryptField } from '#app/shared/field_cipher'
import { runInRegion } from '#app/shared/region_context'
import { demoPeople } from '#database/demo/people'
import { inAllRegions } from '#tests/support/all_regions'
import { inWorld, signedInCandidate, type RegisteredCandidate } from '#tests/support/world'

test.group('Registrations from the registration system', (group) => {
  inWorld(group)

  test('the same answer again changes nothing but the time of asking', async ({ assert }) => {
    const known = await signedInCandidate('sc')
    const before = await row(known)
    await say(known, {})
    const after = await row(known)
    const { synced_at: earlier, ...rest } = before
    const { synced_at: later, ...same } = after
    assert.deepEqual(same, rest)
    assert.isAtLeast(later, earlier)
  })

  test('a revision counts what a checklist or a reviewer reads', async ({ assert }) => {
    const known = await signedInCandidate('sc')
    const revision = async () => (await row(known)).facts_revision
    await say(known, { facts: { ...known.registration.facts, edu_level: 'master' } })
    assert.equal(await revision(), 2)
    await say(known, { category: 'DENT_P' })
    assert.equal(await revision(), 3)
    await say(known, { institution: '另一家医院' })
    assert.equal(await revision(), 4)
    await say(known, { pointId: '5113' })
    assert.equal(await revision(), 5)
    await say(known, { pointId: '5113' }, { phone: '13911113333' })
    assert.equal(await revision(), 5, 'a new phone concerns no checklist')
    assert.equal((await row(known)).phone_index, blindIndex('phone', '13911113333'))
  })

  test('the order of facts is no change', async ({ assert }) => {
    const known = await signedInCandidate('sc')
    const { facts } = known.registration
    await say(known, { facts: Object.fromEntries(Object.entries(facts).reverse()) })
    assert.equal((await row(known)).facts_revision, 1)
  })

  test('his own answers are taken over once', async ({ assert }) => {
    const known = await signedInCandidate('sc')
    await say(known, { answers: { edu_in_chsi: false } })
    assert.deepEqual(JSON.parse((await row(known)).answers), known.registration.answers)
  })

  test('one sign-in writes the registrations of all regions there are', async ({ assert }) => {
    const known = await signedInCandidate('sc')
    const entry = (region: string, pointId: string) => ({
      ...demoPeople().candidates[0].registrations[0],
      region,
      pointId,
      externalNumber: `${region}-1`,
    })
    await new RecordRegistrations().handle({
      candidateId: known.candidate.id,
      person: {
        ...known.person,
        subject: 'x',
        registrations: [
          entry('BJ', '110101'),
          entry('XX', '1'),
          entry('SH', '3100'),
          entry('SD', 'none'),
        ],
      },
    })
    const rows = await inAllRegions(() =>
      db.from('registrations').where('candidate_id', known.candidate.id)
    )
    assert.sameMembers(
      rows.map(({ region_id: id }) => id),
      ['sc', 'bj', 'sh']
    )
  })

  test('a number that another candidate holds is not taken over', async ({ assert }) => {
    const [one, other] = [await signedInCandidate('sc'), await signedInCandidate('sc')]
    await say({ ...other, registration: one.registration }, { category: 'DENT_P' })
    const untouched = await row(one)
    assert.equal(untouched.candidate_id, one.candidate.id)
    assert.equal(untouched.category, 'CLIN_P')
  })

  test('nowhere in the database stands a name, an ID number or a phone number', async ({
    assert,
  }) => {
    const known = await signedInCandidate('sc')
    const stored = await row(known)
    const text = JSON.stringify([
      stored,
      await db.from('candidates').where('id', known.candidate.id),
    ])
    for (const secret of Object.values(known.person)) assert.notInclude(text, secret)
    assert.equal(decryptField(stored.id_no_encrypted), known.person.idNo)
    assert.equal(stored.id_no_index, blindIndex('id_no', known.person.idNo))
  })

  test('the card masks numbers and reads facts out', async ({ assert }) => {
    const known = await signedInCandidate('sc')
    await runInRegion('sc', async () => {
      const { season } = (await currentSeason())!
      const registration = (await candidateRegistration(known.candidate.id, season.id))!
      const point = await ExamPoint.findOrFail(registration.examPointId)
      const release = await releaseDocument(season.currentReleaseId!)
      const view = registrationView(registration, point, season, release)
      assert.equal(view.name, '张怡琪')
      assert.equal(view.idNoMasked, `9901**********${known.person.idNo.slice(-4)}`)
      assert.equal(view.phoneMasked, '138****0001')
      assert.deepEqual(view.examPoint, { zh: '成都考点', en: null, phone: '028-0000-0001' })
      assert.deepInclude(view.facts, {
        label: { zh: '学历层次', en: 'Level of the qualification used' },
        value: { zh: '本科', en: 'Bachelor' },
      })
      assert.isFalse(view.facts.some(({ label }) => label.zh === '报考类别'))
    })
  })

  test('another region does not find the registration', async ({ assert }) => {
    const { registration } = await signedInCandidate('sc')
    assert.isNull(await runInRegion('bj', () => Registration.find(registration.id)))
  })
})

async function row({ registration }: RegisteredCandidate): Promise<any> {
  return inAllRegions(() =>
    db.from('registrations').where({ region_id: 'sc', id: registration.id }).firstOrFail()
  )
}

/** The registration system says the same as before, but for what is given. */
async function say(
  { candidate, registration, person }: RegisteredCandidate,
  entry: Record<string, unknown>,
  personal: Record<string, string> = {}
) {
  const { category, institution, facts, answers, externalNumber } = registration
  const said = {
    region: 'SC',
    season: 2027,
    pointId: '5101',
    category,
    institution,
    facts,
    answers,
    externalNumber,
  }
  await new RecordRegistrations().handle({
    candidateId: candidate.id,
    person: {
      ...person,
      ...personal,
      subject: candidate.subject,
      registrations: [{ ...said, ...entry }],
    },
  })
}
