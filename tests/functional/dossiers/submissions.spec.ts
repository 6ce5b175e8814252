import { test } from '@japa/runner'
import { createHash } from 'node:crypto'
import Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { AtDossier } from '#tests/support/dossiers'
import { freshPicture, picture } from '#tests/support/pictures'
import {
  closeUploadsAt,
  keepSeason,
  newMustReadNotice,
  setWindows,
  switchUploads,
} from '#tests/support/season_rules'
import { Tab } from '#tests/support/tab'
import { inSharedWorld, staffOf } from '#tests/support/world'

const MINUTE = 60_000
const DAY = 86_400_000
const codeOf = ({ status, json }: { status: number; json: any }) => [status, json?.errors[0].code]

test.group('Submitting', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  test('locks everything and leaves receipt, manifest, audit and one message', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).fill()
    const before = await at.read()
    const answer = await at.submit()
    assert.equal(answer.status, 201, answer.text)
    const { receipt } = answer.json
    assert.match(receipt, /^SC\d{8}-\d{8}$/)

    const row = await at.row()
    assert.deepInclude(
      { state: row.state, stage: row.stage, round: row.round, version: row.version },
      { state: 'submitted', stage: 0, round: 1, version: before.row.version + 1 }
    )
    const [submission] = await at.rows('submissions')
    const manifest = Object.fromEntries(
      before.core.items
        .filter(({ images }) => images.length > 0)
        .map(({ material, images }) => [material, images.map(({ sha256 }) => sha256)])
    )
    assert.deepEqual(JSON.parse(submission.manifest), manifest)
    assert.equal(
      submission.sha256,
      createHash('sha256').update(submission.manifest).digest('hex'),
      'the hash is of the manifest as it is stored'
    )
    assert.equal(row.manifest, submission.sha256)
    assert.equal(submission.receipt_number, receipt)
    assert.equal(submission.declaration, before.release.declaration.zh)
    assert.equal(submission.submitted_at, row.submittedAt)

    const entry = (await at.audit()).at(-1)
    assert.deepInclude(JSON.parse(entry.payload), {
      row: '3',
      from: 'draft',
      to: 'submitted',
      receipt,
      declaration: before.release.declaration.version,
    })
    const [effect, ...others] = await at.rows('outbox')
    assert.isEmpty(others)
    assert.deepInclude(effect, { version: row.version, kind: 'message.submitted' })
    const [message] = await at.rows('messages')
    assert.equal(message.outbox_id, effect.id)
    assert.equal(JSON.parse(message.variables).receipt, receipt)
  })

  test('a second time is refused, from another tab too: one receipt', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const secondTab = await Tab.candidate(at.known.candidate)
    const { release } = await at.read()
    const again = await secondTab.post('/sc/dossier/submissions', {
      json: { declared: true, declarationVersion: release.declaration.version },
    })
    assert.deepEqual(codeOf(again), [409, 'ALREADY_SUBMITTED'])
    assert.lengthOf(await at.rows('submissions'), 1)
    assert.lengthOf(await at.rows('outbox'), 1)
  })

  test('twice at once gives one receipt', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const answers = await Promise.all(Array.from({ length: 4 }, () => at.submit()))
    assert.sameMembers(
      answers.map(({ status }) => status),
      [201, 409, 409, 409]
    )
    assert.lengthOf(await at.rows('submissions'), 1)
    assert.lengthOf(await at.rows('messages'), 1)
    assert.equal((await at.row()).round, 1)
  })

  test('under one key gives every request the same receipt', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const key = 'submit-once-only'
    const answers = await Promise.all(Array.from({ length: 4 }, () => at.submit({ key })))
    const later = await at.submit({ key })
    const receipts = [...answers, later].map(({ status, json }) => {
      assert.equal(status, 201)
      return json.receipt
    })
    assert.lengthOf(new Set(receipts), 1)
    assert.lengthOf(await at.rows('submissions'), 1)
    const other = await at.submit({ key, json: { declarationVersion: 'another' } })
    assert.deepEqual(codeOf(other), [422, 'IDEMPOTENCY_KEY_REUSED'])
  })

  test('with a required item missing names it, and nothing locks', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const { images, id } = await at.item('ID_RESIDENT')
    await at.delete(images[0].id)
    const { version } = await at.row()
    const answer = await at.submit()
    assert.deepEqual(codeOf(answer), [409, 'MISSING_IMAGES'])
    assert.deepEqual(answer.json.errors[0].items, [id])
    const row = await at.row()
    assert.deepEqual([row.state, row.version], ['draft', version])
    assert.isEmpty(await at.rows('submissions'))
    assert.isEmpty(await at.rows('outbox'))
  })

  test('one of two alternatives is enough', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const chsi = await at.item('EDU_CHSI')
    for (const { id } of chsi.images) await at.delete(id)
    assert.deepEqual(codeOf(await at.submit()), [409, 'MISSING_IMAGES'])
    assert.equal((await at.upload('EDU_CERT_REPORT', await freshPicture())).status, 201)
    assert.equal((await at.submit()).status, 201)
  })

  test('without the declaration ticked is told to tick it', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    for (const declared of [false, undefined, 'no']) {
      const answer = await at.submit({ json: { declared } })
      assert.equal(answer.status, 422)
      assert.deepInclude(answer.json.errors[0], {
        code: 'INVALID',
        field: 'declared',
        message: '请先阅读并勾选承诺，再提交审核。',
      })
    }
    assert.equal((await at.row()).state, 'draft')
  })

  test('under another declaration than the present one is refused', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const answer = await at.submit({ json: { declarationVersion: 'last-year' } })
    assert.deepEqual(codeOf(answer), [409, 'DECLARATION_CHANGED'])
    assert.equal((await at.row()).state, 'draft')
  })

  test('a must-read notice that came later blocks submitting only', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const notice = await newMustReadNotice('sc')
    assert.equal((await at.upload('OTHER', await freshPicture())).status, 201)
    assert.deepEqual(codeOf(await at.submit()), [409, 'UNREAD_NOTICES'])
    await at.tab.post(`/sc/notices/${notice.id}/reads`)
    assert.equal((await at.submit()).status, 201)
  })

  test('on facts that have changed is refused until the new list was seen', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    await at.inRegion(async () => {
      const row = await Registration.findOrFail(at.known.registration.id)
      await row
        .merge({
          facts: { ...row.facts, extra_test: 'pediatrics' },
          factsRevision: row.factsRevision + 1,
        })
        .save()
    })
    assert.deepEqual(codeOf(await at.submit()), [409, 'FACTS_CHANGED'])
    assert.equal((await at.item('SHORT_APPLY')).need, 'not_asked')
    const page = await at.tab.get('/sc/dossier', { headers: { accept: 'text/html' } })
    assert.equal(page.status, 200)
    assert.equal((await at.item('SHORT_APPLY')).need, 'required')
    const { action, payload } = (await at.audit()).at(-1)
    const { version } = await at.row()
    assert.deepEqual([action, JSON.parse(payload).version], ['facts_changed', version])
    assert.deepEqual(codeOf(await at.submit()), [409, 'MISSING_IMAGES'])
    await at.fill()
    assert.equal((await at.submit()).status, 201)
  })

  test('outside of window and switch is refused', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const now = clock.now()
    await setWindows('sc', [{ kind: 'upload', from: now - DAY, until: now }])
    assert.deepEqual(codeOf(await at.submit()), [409, 'WINDOW_CLOSED'])
    await setWindows('sc', [
      { kind: 'upload', from: now - DAY, until: now + DAY },
      { kind: 'blackout', from: now - 1, until: now + DAY },
    ])
    assert.deepEqual(codeOf(await at.submit()), [409, 'WINDOW_CLOSED'])
    await closeUploadsAt('sc', now + DAY)
    await switchUploads('sc', false)
    assert.deepEqual(codeOf(await at.submit()), [409, 'WINDOW_CLOSED'])
    await switchUploads('sc', true)
    assert.equal((await at.submit()).status, 201)
  })

  test('ten minutes of grace follow an upload that was under way at the close', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).fill()
    const end = clock.now() + MINUTE
    await closeUploadsAt('sc', end)
    // As an upload whose first byte came in time leaves it (images.spec.ts).
    const accepted = end + 5_000
    await at.inRegion(async () => {
      await (await at.row()).merge({ lastUploadAt: accepted }).save()
    })
    clock.freeze(accepted + 10 * MINUTE + 1)
    assert.deepEqual(codeOf(await at.submit()), [409, 'WINDOW_CLOSED'])
    clock.freeze(accepted + 10 * MINUTE)
    assert.equal((await at.submit()).status, 201)
  })

  test('an upload before the close gives no grace', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const end = clock.now() + 10
    await closeUploadsAt('sc', end)
    clock.freeze(end)
    assert.deepEqual(codeOf(await at.submit()), [409, 'WINDOW_CLOSED'])
  })

  test('by a guest, by staff, or without a dossier is refused', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const { release } = await at.read()
    const json = { declared: true, declarationVersion: release.declaration.version }
    const guest = await Tab.guest()
    assert.equal((await guest.post('/sc/dossier/submissions', { json })).status, 401)
    const staff = await Tab.staff(await staffOf('sc', 'region_admin'))
    assert.equal((await staff.post('/sc/dossier/submissions', { json })).status, 401)
    const elsewhere = await AtDossier.open('bj', 'p05')
    assert.equal((await elsewhere.tab.post('/sc/dossier/submissions', { json })).status, 404)
    assert.equal((await at.row()).state, 'draft')
  })

  test('as a page visit leads back to the dossier', async ({ assert }) => {
    const at = await (await AtDossier.open()).fill()
    const { release } = await at.read()
    const answer = await at.tab.post('/sc/dossier/submissions', {
      json: { declared: true, declarationVersion: release.declaration.version },
      visit: true,
    })
    assert.equal(answer.status, 302)
    assert.equal(answer.headers.get('location'), '/sc/dossier')
    assert.equal((await at.row()).state, 'submitted')
  })
})

test.group('Submitting again', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  test('needs a change or an answer at each returned item, and opens round two', async ({
    assert,
  }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA', 'PROBATION_CERT')
    const refused = await at.submit()
    assert.deepEqual(codeOf(refused), [409, 'RETURNED_UNCHANGED'])
    assert.equal(refused.json.errors[0].items.length, 2)
    const diploma = await at.item('EDU_DIPLOMA')
    await at.delete(diploma.images[0].id)
    await at.upload('EDU_DIPLOMA', picture('cert-03'))
    const probation = await at.item('PROBATION_CERT')
    await at.tab.put(`/sc/dossier/items/${probation.id}/answer`, { because: '原件如此' })
    const answer = await at.submit()
    assert.equal(answer.status, 201, answer.text)
    const row = await at.row()
    assert.deepInclude(
      { state: row.state, round: row.round, deadline: row.deadline },
      {
        state: 'submitted',
        round: 2,
      }
    )
    const submissions = await at.rows('submissions')
    assert.lengthOf(submissions, 2)
    assert.notEqual(submissions[0].receipt_number, submissions[1].receipt_number)
    assert.notEqual(submissions[0].sha256, submissions[1].sha256)
    const kinds = (await at.rows('messages')).map(({ template }) => template)
    assert.includeMembers(kinds, ['submitted', 'returned', 'resubmitted'])
  })

  test('with a returned item emptied is refused', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const { images } = await at.item('EDU_DIPLOMA')
    for (const { id } of images) await at.delete(id)
    assert.deepEqual(codeOf(await at.submit()), [409, 'MISSING_IMAGES'])
  })

  test('after the deadline is refused, after the window it is not', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const { deadline } = await at.row()
    await at.upload('EDU_DIPLOMA', await freshPicture())
    await closeUploadsAt('sc', clock.now())
    clock.freeze(deadline)
    assert.deepEqual(codeOf(await at.submit()), [409, 'RETURN_DEADLINE_PASSED'])
    clock.freeze(deadline! - 1)
    assert.equal((await at.submit()).status, 201)
  })
})
