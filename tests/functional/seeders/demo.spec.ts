import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { checklist } from '#app/core/checklist'
import { releaseDocument } from '#app/catalog/releases'
import { approvedBeforeHere } from '#app/dossiers/queries/approved_before_here'
import { keptItems } from '#app/dossiers/queries/kept_items'
import Candidate from '#app/identity/models/candidate'
import Staff from '#app/identity/models/staff'
import { RecordRegistrations } from '#app/registrations/actions/record_registrations'
import { factsOf } from '#app/registrations/facts'
import { candidateRegistration } from '#app/registrations/queries/candidate_registration'
import { opennessAt } from '#app/regions/openness'
import Region from '#app/regions/models/region'
import { currentSeason } from '#app/regions/queries/current_season'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { demoPeople } from '#database/demo/people'
import { seedDemo } from '#database/demo/seed'
import { DAY } from '#app/core/time'
import { inAllRegions } from '#tests/support/all_regions'

const COUNTED = [
  ...['regions', 'exam_points', 'seasons', 'season_windows', 'notices', 'releases', 'staff'],
  ...['memberships', 'candidates', 'registrations', 'dossiers', 'items', 'images', 'submissions'],
  ...['decisions', 'audit_entries', 'outbox', 'catalog_versions'],
]

test.group('The demo', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => clock.freeze(null))

  test('seeded twice it is the same, with windows at their new place', async ({ assert }) => {
    const start = Date.now()
    clock.freeze(start)
    await seedDemo()
    const once = await counts()
    clock.freeze(start + 30 * DAY)
    await seedDemo()
    assert.deepEqual(await counts(), once)
    for (const { id, enabled } of await Region.all()) {
      const { open, closesAt } = await opennessOf(id)
      assert.equal(open, enabled, id)
      if (enabled) assert.isAtLeast(closesAt!, clock.now() + 7 * DAY, id)
    }
  })

  test('everybody it names can sign in, hashed once', async ({ assert }) => {
    await seedDemo()
    const { staff } = demoPeople()
    assert.equal(staff.length, (await Staff.all()).length)
    const one = await Staff.verifyCredentials('sc-point', staff[0].password)
    assert.equal(one.name, staff[0].name)
    const memberships = await inAllRegions(() => db.from('memberships').where('staff_id', one.id))
    assert.deepEqual(
      memberships.map(({ region_id: id, role }) => [id, role]),
      [['sc', 'point_reviewer']]
    )
  })

  test("every candidate's exam point and category are there", async ({ assert }) => {
    await seedDemo()
    const now = clock.now()
    for (const person of demoPeople().candidates) {
      const { subject } = person
      const candidate =
        (await Candidate.findBy({ subject })) ??
        (await Candidate.create({
          id: subject,
          issuer: 'x',
          subject,
          createdAt: now,
          signedInAt: now,
        }))
      await new RecordRegistrations().handle({ candidateId: candidate.id, person })
      const { region } = person.registrations[0]
      await runInRegion(region.toLowerCase(), async () => {
        const { season } = (await currentSeason())!
        const registration = await candidateRegistration(candidate.id, season.id)
        const release = await releaseDocument(season.currentReleaseId!)
        assert.isNotNull(registration, person.account)
        assert.isTrue(release.categories.some(({ id }) => id === registration!.category))
      })
    }
  })

  test('who was approved last season is not asked for it again', async ({ assert }) => {
    await seedDemo()
    const person = demoPeople().candidates.find(({ account }) => account === 'p08')!
    const candidate = await Candidate.findByOrFail({ subject: person.subject })
    const record = new RecordRegistrations()
    await record.handle({ candidateId: candidate.id, person })
    await runInRegion('sd', async () => {
      const { season } = (await currentSeason())!
      const release = await releaseDocument(season.currentReleaseId!)
      const asked = async (at = clock.now()) => {
        const registration = (await candidateRegistration(candidate.id, season.id))!
        const approved = await approvedBeforeHere(registration, release, at)
        const items = checklist(release, factsOf(registration, { approvedBeforeHere: approved }))
        const kept = items.filter(({ need }) => need === 'carried_over' || need === 'waived')
        return { approved, kept: kept.length }
      }
      const before = await asked()
      assert.isTrue(before.approved)
      assert.isAbove(before.kept, 0)
      const registration = (await candidateRegistration(candidate.id, season.id))!
      const core = { items: [{ need: 'carried_over' }] }
      const kept = await keptItems({ core, release } as never, { registration } as never)
      const card = kept.get('ID_RESIDENT')!
      assert.lengthOf(card.images, 2, 'its pictures are those that were approved')
      assert.isBelow(card.acceptedAt!, clock.now() - 300 * DAY)
      assert.isFalse((await asked(clock.now() + 2 * 365 * DAY)).approved, 'too long ago')

      for (const change of [
        { category: 'CLIN_P' },
        { institution: '另一家医院' },
        { facts: { ...person.registrations[0].facts, edu_level: 'master' } },
      ]) {
        const registrations = [{ ...person.registrations[0], ...change }]
        await record.handle({ candidateId: candidate.id, person: { ...person, registrations } })
        assert.deepEqual(await asked(), { approved: false, kept: 0 }, JSON.stringify(change))
      }
      await record.handle({
        candidateId: candidate.id,
        person: { ...person, idNo: '990101199902050000' },
      })
      assert.isFalse((await asked()).approved, 'another ID number')
      await record.handle({ candidateId: candidate.id, person })
      assert.isTrue((await asked()).approved)
    })
  })
})

async function counts() {
  const entries = COUNTED.map(
    async (table) => [table, (await inAllRegions(() => db.from(table))).length] as const
  )
  return Object.fromEntries(await Promise.all(entries))
}

function opennessOf(regionId: string) {
  return runInRegion(regionId, async () => {
    const region = await Region.findOrFail(regionId)
    const { season, windows } = (await currentSeason())!
    return opennessAt({ region, season, windows, facts: {}, flags: {} }, clock.now())
  })
}
