import { test } from '@japa/runner'
import { v7 as uuid } from 'uuid'
import { ImportRegion } from '#app/administration/actions/import_region'
import { parseCatalog } from '#app/core/release'
import Dossier from '#app/dossiers/models/dossier'
import Registration from '#app/registrations/models/registration'
import { RecordRegistrations } from '#app/registrations/actions/record_registrations'
import Season from '#app/regions/models/season'
import NoticeRead from '#app/regions/models/notice_read'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { offsetToOpen } from '#database/demo/move_windows'
import { demoPeople, seedDocument } from '#database/demo/people'
import { AtDossier, rowsOf } from '#tests/support/dossiers'
import { keepSeason, setWindows, switchUploads } from '#tests/support/season_rules'
import { Tab } from '#tests/support/tab'
import {
  inSharedWorld,
  inWorld,
  signedInCandidate,
  staffOf,
  type RegisteredCandidate,
} from '#tests/support/world'

const DAY = 86_400_000
const codeOf = ({ status, json }: { status: number; json: any }) => [status, json?.errors[0].code]

test.group('Opening a dossier', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  test('makes a draft with an item for each material, and an audit entry', async ({ assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const tab = await Tab.candidate(candidate)
    const answer = await tab.post('/sc/dossier')
    assert.equal(answer.status, 302)
    assert.equal(answer.headers.get('location'), '/sc/dossier')
    const [row] = await rowsOf('dossiers', { candidate_id: candidate.id })
    assert.deepInclude(row, { region_id: 'sc', state: 'draft', version: 1, round: 0, live: 1 })
    const items = await rowsOf('items', { dossier_id: row.id })
    assert.lengthOf(items, 54)
    const entries = await rowsOf('audit_entries', { chain: `dossier:${row.id}` })
    assert.deepEqual(
      entries.map(({ seq, action, actor_id: by }) => [seq, action, by]),
      [[1, 'open', candidate.id]]
    )
  })

  test('twice is one dossier', async ({ assert }) => {
    const at = await AtDossier.open()
    const { id } = await at.row()
    assert.equal((await at.tab.post('/sc/dossier')).status, 302)
    const rows = await rowsOf('dossiers', { candidate_id: at.candidateId })
    assert.deepEqual(
      rows.map((row) => row.id),
      [id]
    )
  })

  test('twice at once is one dossier', async ({ assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const tab = await Tab.candidate(candidate)
    const answers = await Promise.all(Array.from({ length: 4 }, () => tab.post('/sc/dossier')))
    for (const { status, text } of answers) assert.equal(status, 302, text)
    const rows = await rowsOf('dossiers', { candidate_id: candidate.id })
    assert.lengthOf(rows, 1)
    assert.lengthOf(await rowsOf('items', { dossier_id: rows[0].id }), 54)
  })

  test('waits until the must-read notices are read', async ({ assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const tab = await Tab.candidate(candidate)
    const notices = await runInRegion('sc', async () => {
      const reads = await NoticeRead.query().where('candidate_id', candidate.id)
      for (const read of reads) await read.delete()
      return reads.map(({ noticeId }) => noticeId)
    })
    const answer = await tab.post('/sc/dossier')
    assert.deepEqual(codeOf(answer), [409, 'UNREAD_NOTICES'])
    assert.isEmpty(await rowsOf('dossiers', { candidate_id: candidate.id }))
    for (const id of notices) await tab.post(`/sc/notices/${id}/reads`)
    assert.equal((await tab.post('/sc/dossier')).status, 302)
  })

  test('is refused while uploads are not open, and nothing is made', async ({ assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const tab = await Tab.candidate(candidate)
    const now = clock.now()
    const refused = async () => {
      assert.deepEqual(codeOf(await tab.post('/sc/dossier')), [409, 'UPLOAD_NOT_OPEN'])
      assert.isEmpty(await rowsOf('dossiers', { candidate_id: candidate.id }))
    }
    await setWindows('sc', [{ kind: 'upload', from: now + DAY, until: now + 2 * DAY }])
    await refused()
    clock.freeze(now + DAY - 1)
    await refused()
    clock.freeze(now + 2 * DAY)
    await refused()
    clock.freeze(now)
    await setWindows('sc', [
      { kind: 'upload', from: now - DAY, until: now + DAY },
      { kind: 'blackout', from: now, until: now + 1000 },
    ])
    await refused()
    clock.freeze(now + 1000)
    await switchUploads('sc', false)
    await refused()
    await switchUploads('sc', true)
    assert.equal((await tab.post('/sc/dossier')).status, 302)
  })

  test('is refused to a serving soldier and in a region without uploads', async ({ assert }) => {
    const soldier = await signedInCandidate('sc', 'p14')
    const inHenan = await signedInCandidate('ha', 'p09')
    for (const [region, { candidate }] of [
      ['sc', soldier],
      ['ha', inHenan],
    ] as const) {
      const answer = await (await Tab.candidate(candidate)).post(`/${region}/dossier`)
      assert.deepEqual(codeOf(answer), [409, 'UPLOAD_NOT_OPEN'])
    }
    assert.isEmpty(await rowsOf('dossiers'))
  })

  test('is for candidates who are registered there', async ({ assert }) => {
    const { candidate } = await signedInCandidate('sc')
    const tab = await Tab.candidate(candidate)
    assert.deepEqual(codeOf(await tab.post('/bj/dossier')), [409, 'NOT_REGISTERED_HERE'])
    assert.deepEqual(codeOf(await tab.post('/zz/dossier')), [404, 'NOT_FOUND'])
    assert.equal((await (await Tab.guest()).post('/sc/dossier')).status, 401)
    const staff = await Tab.staff(await staffOf('sc', 'region_admin'))
    assert.equal((await staff.post('/sc/dossier')).status, 401)
    assert.isEmpty(await rowsOf('dossiers'))
  })
})

test.group('The checklist of a new dossier', (group) => {
  inWorld(group)

  for (const persona of seedDocument('catalog.json').personas) {
    test(`${persona.id} gets exactly its lists`, async ({ assert, cleanup }) => {
      const region = persona.region.toLowerCase()
      const { category, approved_before_here: before, ...facts } = persona.facts
      const like = demoPeople().candidates.find(
        ({ registrations }) => registrations[0].region === persona.region
      )!
      const known = await signedInCandidate(region, like.account, { category, facts, answers: {} })
      if (before) await approveLastSeason(region, known)
      cleanup(() => clock.freeze(null))
      const tab = await Tab.candidate(known.candidate)
      assert.equal((await tab.post(`/${region}/dossier`)).status, 302)
      const items = await itemsOf(known)
      const { required, optional, carried_over: carriedOver = [], waived = [] } = persona.expected
      const lists = { required, optional, carried_over: carriedOver, waived }
      for (const [need, expected] of Object.entries(lists)) {
        assert.sameMembers(
          items.filter((item) => item.need === need).map(({ material }) => material),
          expected,
          need
        )
      }
    })
  }

  test('nothing is carried over where a fact that breaks it has changed', async ({ assert }) => {
    const known = await signedInCandidate('sd', 'p08')
    await approveLastSeason('sd', known, { institution: '别的单位' })
    const tab = await Tab.candidate(known.candidate)
    await tab.post('/sd/dossier')
    const needs = (await itemsOf(known)).map(({ need }) => need)
    assert.notInclude(needs, 'carried_over')
    assert.notInclude(needs, 'waived')
    assert.include(needs, 'required')
  })
})

test.group('The page of a dossier', (group) => {
  inSharedWorld(group)
  group.each.setup(() => keepSeason('sc'))
  group.each.teardown(() => clock.freeze(null))

  const page = async (at: { tab: Tab }, region = 'sc') => {
    const plain = await at.tab.get(`/${region}/dossier`, { headers: { accept: 'text/html' } })
    if (plain.status !== 200) return { status: plain.status, to: plain.headers.get('location') }
    const html = /<script data-page="app" type="application\/json">([\s\S]*?)<\/script>/.exec(
      plain.text
    )
    const attribute = /data-page="([^"]*)"/.exec(plain.text)
    const json = html ? html[1] : attribute![1].replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    return { status: 200, to: null, props: JSON.parse(json).props }
  }

  test('shows required items first with the reason why, then optional ones, then the rest', async ({
    assert,
  }) => {
    const at = await AtDossier.open()
    const { props } = await page(at)
    const needs: string[] = props.items.map(({ need }: any) => need)
    assert.deepEqual(needs, [
      ...needs.filter((need) => need === 'required'),
      ...needs.filter((need) => need === 'optional'),
      ...needs.filter((need) => need === 'not_asked'),
    ])
    assert.lengthOf(needs, 54)
    for (const item of props.items) {
      if (item.need !== 'required') continue
      assert.isNotEmpty(item.why.zh)
      assert.isNotEmpty(item.why.en)
      assert.isTrue(item.editable)
      assert.isNotEmpty(item.samples)
      assert.equal(item.rules.maxBytes, 204_800)
    }
    assert.deepEqual(
      props.blockers.map(({ code }: any) => code),
      ['MISSING_IMAGES']
    )
  })

  test('without a dossier leads to the portal, a guest to the sign-in', async ({ assert }) => {
    const { candidate } = await signedInCandidate('sc')
    assert.deepEqual(await page({ tab: await Tab.candidate(candidate) }), {
      status: 302,
      to: '/sc',
    })
    const guest = await page({ tab: await Tab.guest() })
    assert.match(guest.to!, /^\/sc\/sign-in\?to=/)
    const at = await AtDossier.open()
    assert.deepEqual(await page(at, 'bj'), { status: 302, to: '/bj' })
  })

  test('after submitting everything is locked and the receipt stands there', async ({ assert }) => {
    const at = await (await AtDossier.open()).submitted()
    const [{ receipt_number: number }] = await at.rows('submissions')
    const { props } = await page(at)
    assert.equal(props.dossier.receipt.number, number)
    assert.equal(props.dossier.receipt.images, (await at.rows('images')).length)
    assert.isFalse(props.dossier.submittable)
    assert.isFalse(props.items.some(({ editable }: any) => editable))
    assert.equal(props.messages[0].params.receipt, number)
  })

  test('of a return opens the named item alone, with the comment on top', async ({ assert }) => {
    const at = await (await AtDossier.open()).returned('EDU_DIPLOMA')
    const { props } = await page(at)
    assert.deepEqual(
      props.items.filter(({ editable }: any) => editable).map(({ material }: any) => material),
      ['EDU_DIPLOMA']
    )
    const [comment] = props.comments
    assert.equal(comment.verdict, 'returned')
    assert.equal(comment.note, '请重新拍摄')
    assert.isNotEmpty(comment.reasons[0].zh)
    assert.isAbove(props.dossier.deadline, clock.now())
  })

  test('with uploads switched off is still there, to be read', async ({ assert }) => {
    const at = await AtDossier.open()
    await switchUploads('sc', false)
    const { props } = await page(at)
    assert.isFalse(props.items.some(({ editable }: any) => editable))
    assert.isFalse(props.dossier.submittable)
    assert.isNotEmpty(props.dossier.closedBecause.zh)
  })

  test('an approved dossier says so', async ({ assert }) => {
    const at = await (await AtDossier.open('sh', 'p02')).submitted()
    while ((await at.row()).state === 'submitted') await at.accept()
    const { props } = await page(at, 'sh')
    assert.equal(props.dossier.state, 'approved')
    assert.equal(props.messages[0].template, 'approved')
  })
})

async function itemsOf({ registration }: RegisteredCandidate) {
  const [dossier] = await rowsOf('dossiers', { registration_id: registration.id })
  return rowsOf('items', { dossier_id: dossier.id })
}

/** The same person was approved in this region a year ago. */
async function approveLastSeason(
  region: string,
  { candidate, registration, person }: RegisteredCandidate,
  differently: Record<string, unknown> = {}
) {
  const { meta, regions } = seedDocument('regions.json')
  const json = regions.find(({ id }: { id: string }) => id.toLowerCase() === region)
  const { seasonId } = await new ImportRegion().handle({
    json,
    catalog: parseCatalog(seedDocument('catalog.json')),
    year: meta.season - 1,
    current: false,
    offset: offsetToOpen(json, clock.now()) - 365 * DAY,
    keep: { settings: false, windows: false },
  })
  const { externalNumber, category, institution, facts, answers } = registration
  await runInRegion(region, async () => {
    await new RecordRegistrations().handle({
      candidateId: candidate.id,
      person: {
        ...person,
        subject: candidate.subject,
        registrations: [
          {
            region,
            season: meta.season - 1,
            externalNumber: `last-${externalNumber}`,
            pointId: json.exam_points[0].id,
            category,
            institution: institution ?? undefined,
            facts,
            answers,
            ...differently,
          },
        ],
      },
    })
    const before = await Registration.query().where({ seasonId }).firstOrFail()
    const season = await Season.findOrFail(seasonId)
    const at = clock.now() - 300 * DAY
    await Dossier.create({
      id: uuid(),
      registrationId: before.id,
      seasonId,
      candidateId: candidate.id,
      examPointId: before.examPointId,
      releaseId: season.currentReleaseId!,
      live: 1,
      state: 'approved',
      stage: 0,
      round: 1,
      version: 9,
      factsRevision: 1,
      claimToken: 0,
      stageEnteredAt: at,
      createdAt: at,
      updatedAt: at,
    })
  })
}
