import { test } from '@japa/runner'
import AuditEntry from '#app/audit/models/audit_entry'
import { RecordRegistrations } from '#app/registrations/actions/record_registrations'
import Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { demoPeople } from '#database/demo/people'
import { AtDossier } from '#tests/support/dossiers'
import { picture } from '#tests/support/pictures'
import { closeUploadsAt } from '#tests/support/season_rules'
import { Tab } from '#tests/support/tab'
import { inWorld, signedInCandidate } from '#tests/support/world'

const ANSWERS = '/sc/dossier/answers'
const PREVIEWS = '/sc/dossier/answer-previews'

/** Not on CHSI: a certification report is asked for instead of the record. */
const OFF_CHSI = { edu_in_chsi: false }

test.group('Questions to the candidate', (group) => {
  inWorld(group)

  test('a guest and somebody without a dossier answer nothing', async ({ assert }) => {
    const guest = await Tab.guest()
    const { candidate } = await signedInCandidate('sc')
    const stranger = await Tab.candidate(candidate)
    for (const [tab, status] of [
      [guest, 401],
      [stranger, 404],
    ] as const) {
      const put = await tab.put(ANSWERS, { answers: OFF_CHSI, revision: 1 })
      assert.equal(put.status, status)
      const preview = await tab.post(PREVIEWS, { json: { answers: OFF_CHSI } })
      assert.equal(preview.status, status)
    }
  })

  test('who answered elsewhere is asked what matters, and may change it', async ({ assert }) => {
    const at = await AtDossier.open()
    const { questionnaire } = await page(at)
    const chsi = questionnaire.questions.find(({ code }: any) => code === 'edu_in_chsi')
    assert.isTrue(chsi.answer)
    assert.deepEqual(
      chsi.choices.map(({ value }: any) => value),
      [true, false]
    )
    assert.isTrue(questionnaire.editable)
    assert.isFalse(questionnaire.questions.some(({ code }: any) => code === 'hmt_mainland_degree'))
  })

  test('who answered nothing is asked first, and nothing is needed that a "no" would not need', async ({
    assert,
  }) => {
    const at = await AtDossier.open('sc', 'p01', { answers: {} })
    const { questionnaire } = await page(at)
    assert.isNotEmpty(questionnaire.questions)
    assert.isTrue(questionnaire.questions.every(({ answer }: any) => answer === null))
  })

  test('the effect is shown before, and nothing is written by that', async ({ assert }) => {
    const at = await AtDossier.open()
    const before = await registrationOf(at)
    const preview = await at.tab.post(PREVIEWS, { json: { answers: OFF_CHSI } })
    assert.equal(preview.status, 200)
    const codes = (kind: string) => preview.json[kind].map(({ code }: any) => code)
    assert.deepEqual(
      [codes('added'), codes('dropped'), codes('changed')],
      [[], ['EDU_CHSI'], ['EDU_CERT_REPORT']]
    )
    const { json: lost } = await at.tab.post(PREVIEWS, {
      json: { answers: { diploma_status: 'lost' } },
    })
    assert.equal(lost.added[0].code, 'EDU_LOST_PROOF')
    const chsi = preview.json.questions.find(({ code }: any) => code === 'edu_in_chsi')
    assert.isFalse(chsi.answer)
    assert.deepEqual((await registrationOf(at)).$attributes, before.$attributes)
  })

  test('what was previewed is what happens; pictures are hidden, kept, and come back', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const { json: there } = await at.tab.post(PREVIEWS, { json: { answers: OFF_CHSI } })
    const dropped = there.dropped[0].code
    const { json } = await at.upload(dropped, picture())
    assert.isString(json.image.id)
    const needs = await needsOf(at)

    assert.equal((await say(at, OFF_CHSI)).status, 302)
    const after = await needsOf(at)
    for (const { code, need } of [...there.added, ...there.dropped, ...there.changed]) {
      assert.equal(after[code], need)
      assert.notEqual(needs[code], need)
    }
    const same = Object.keys(needs).filter((code) => needs[code] === after[code])
    const told = there.added.length + there.dropped.length + there.changed.length
    assert.equal(same.length + told, Object.keys(needs).length)
    const hidden = (await page(at)).items.find(({ material }: any) => material === dropped)
    assert.lengthOf(hidden.images, 0)
    assert.equal(hidden.keptImages, 1)

    assert.equal((await say(at, { edu_in_chsi: true })).status, 302)
    const back = (await page(at)).items.find(({ material }: any) => material === dropped)
    assert.equal(back.images[0].id, json.image.id)
    assert.equal(back.keptImages, 0)
  })

  test('is kept apart from the registration, with its revision, and in a chain', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const before = await registrationOf(at)
    await say(at, OFF_CHSI)
    const after = await registrationOf(at)
    assert.deepEqual(after.answers, { ...before.answers, ...OFF_CHSI })
    assert.deepEqual(after.facts, before.facts)
    assert.equal(after.factsRevision, before.factsRevision + 1)
    assert.equal((await at.row()).factsRevision, after.factsRevision)
    const entry = await at.inRegion(() =>
      AuditEntry.query()
        .where('chain', `registration:${after.id}`)
        .orderBy('seq', 'desc')
        .firstOrFail()
    )
    assert.deepEqual(entry.payload, { revision: after.factsRevision, questions: ['edu_in_chsi'] })
    const { timeline, messages } = await page(at)
    assert.equal(timeline[0].action, 'answered')
    assert.isEmpty(messages)
  })

  test('the same answer again changes nothing', async ({ assert }) => {
    const at = await AtDossier.open()
    const { version } = await at.row()
    assert.equal((await say(at, { edu_in_chsi: true })).status, 302)
    assert.equal((await at.row()).version, version)
  })

  test('a tab that was left open does not overwrite', async ({ assert }) => {
    const at = await AtDossier.open()
    const { factsRevision } = await registrationOf(at)
    await say(at, OFF_CHSI)
    const late = await at.tab.put(ANSWERS, {
      answers: { diploma_status: 'lost' },
      revision: factsRevision,
    })
    assert.equal(late.status, 409)
    assert.equal(late.json.errors[0].code, 'ANSWERS_MOVED_ON')
    assert.notEqual((await registrationOf(at)).answers.diploma_status, 'lost')
  })

  test('answers that fit no question are refused', async ({ assert }) => {
    const at = await AtDossier.open()
    const before = await registrationOf(at)
    for (const nonsense of [
      { edu_in_chsi: 'yes' },
      { diploma_status: 'burnt' },
      { edu_level: 'doctor' },
      { approved_before_here: true },
      { nothing: true },
    ]) {
      const response = await say(at, nonsense)
      assert.equal(response.status, 422)
      assert.equal(response.json.errors[0].code, 'ANSWER_UNFIT')
      const preview = await at.tab.post(PREVIEWS, { json: { answers: nonsense } })
      assert.equal(preview.status, 422)
    }
    for (const nonsense of [undefined, [], 'x', Object.fromEntries(Array(51).fill(0).entries())]) {
      assert.equal((await say(at, nonsense)).status, 422)
    }
    assert.deepEqual((await registrationOf(at)).answers, before.answers)
  })

  test('after submitting and when uploads are closed, answers stay as they are', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    await closeUploadsAt('sc', clock.now() - 1)
    const closed = await say(at, OFF_CHSI)
    assert.equal(closed.status, 409)
    assert.equal(closed.json.errors[0].code, 'ANSWERS_LOCKED')
    assert.isFalse((await page(at)).questionnaire.editable)

    await closeUploadsAt('sc', clock.now() + 3_600_000)
    await at.submitted()
    const late = await say(at, OFF_CHSI)
    assert.equal(late.status, 409)
    assert.equal(late.json.errors[0].code, 'ANSWERS_LOCKED')
    assert.notMatch(late.json.errors[0].message, /\{|translation/)
    assert.isTrue((await registrationOf(at)).answers.edu_in_chsi)
    assert.isFalse((await page(at)).questionnaire.editable)
  })

  test('a synchronisation keeps them', async ({ assert }) => {
    const at = await AtDossier.open()
    await say(at, OFF_CHSI)
    const registration = await registrationOf(at)
    const [like] = demoPeople().candidates.find(({ account }) => account === 'p01')!.registrations
    await new RecordRegistrations().handle({
      candidateId: at.candidateId,
      person: {
        ...at.known.person,
        subject: at.known.candidate.subject,
        registrations: [{ ...like, externalNumber: registration.externalNumber }],
      },
    })
    assert.isFalse((await registrationOf(at)).answers.edu_in_chsi)
  })
})

async function say(at: AtDossier, answers: unknown) {
  const { factsRevision: revision } = await registrationOf(at)
  return at.tab.put(ANSWERS, { answers, revision })
}

const registrationOf = (at: AtDossier) =>
  at.inRegion(() => Registration.findOrFail(at.known.registration.id))

async function needsOf(at: AtDossier): Promise<Record<string, string>> {
  const { core } = await at.read()
  return Object.fromEntries(core.items.map(({ material, need }) => [material, need]))
}

async function page(at: AtDossier): Promise<any> {
  const { json } = await at.tab.get('/sc/dossier', { visit: true })
  return json.props
}
