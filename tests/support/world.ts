import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type { Group } from '@japa/runner/core'
import { v7 as uuid } from 'uuid'
import registrationSystem from '#config/registration_system'
import type { Role } from '#app/core/access'
import { ImportRegion } from '#app/administration/actions/import_region'
import { keepCatalogVersion } from '#app/catalog/catalog_versions'
import Candidate from '#app/identity/models/candidate'
import Membership from '#app/identity/models/membership'
import Staff from '#app/identity/models/staff'
import type { RegisteredEntry } from '#app/identity/validators/registered_person'
import ExamPoint from '#app/regions/models/exam_point'
import Region from '#app/regions/models/region'
import Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import { ConfirmPhone } from '#app/registrations/actions/confirm_phone'
import { RecordRegistrations } from '#app/registrations/actions/record_registrations'
import Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { offsetToOpen } from '#database/demo/move_windows'
import { demoPeople, seedDocument } from '#database/demo/people'
import { inAllRegions } from './all_regions.js'

/** Of every staff member that `staffOf` makes. */
export const PASSWORD = 'correct horse battery'
let passwordHash: string | undefined
let serial = 0

/** The six sample regions with uploading open now; imported where they are not there yet. */
export async function buildWorld() {
  const { meta, regions } = seedDocument('regions.json')
  if ((await Region.query().count('* as n'))[0].$extras.n >= regions.length) return
  const catalog = await keepCatalogVersion(seedDocument('catalog.json'))
  for (const json of regions) {
    await new ImportRegion().handle({
      json,
      catalog,
      year: meta.season,
      current: true,
      offset: offsetToOpen(json, clock.now()),
      keep: { settings: false, windows: false },
    })
  }
}

/** The regions are there, and each test's own rows are rolled back after it. */
export function inWorld(group: Group) {
  group.setup(buildWorld)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
}

/** Children first. */
const PEOPLES_TABLES = [
  ...['messages', 'outbox', 'idempotency_keys', 'audit_entries', 'verdict_drafts'],
  ...[
    'handover_images',
    'handovers',
    'proposals',
    'remarks',
    'review_conflicts',
    'phone_calls',
    'exports',
  ],
  'finished_reviews',
  ...[
    'queue_counts',
    'saved_filters',
    'lost_claims',
    'decision_pins',
    'decision_reasons',
    'decisions',
    'submissions',
  ],
  ...['image_places', 'images', 'items'],
  ...['dossiers', 'registrations', 'notice_reads', 'memberships', 'staff', 'candidates'],
]

/** For races, which need transactions of their own: people and what they did are deleted after each test. */
export function inSharedWorld(group: Group) {
  group.setup(buildWorld)
  group.each.teardown(async () => {
    // The database keeps the pictures of a locked item.
    await inAllRegions(() => db.from('dossiers').update({ state: 'draft' }))
    for (const table of PEOPLES_TABLES) await inAllRegions(() => db.from(table).delete())
  })
}

export interface RegisteredCandidate {
  candidate: Candidate
  registration: Registration
  /** As the registration system knows them. */
  person: { name: string; idNo: string; phone: string }
}

/**
 * A candidate registered in a region like one of the demo's people (`p01`…), for
 * `client.loginAs(candidate)`. Each call makes another person; must-read notices count as read and
 * his phone as confirmed.
 */
export async function signedInCandidate(
  regionId: string,
  persona = 'p01',
  differently: Partial<RegisteredEntry> = {}
): Promise<RegisteredCandidate> {
  const like = demoPeople().candidates.find(({ account }) => account === persona)!
  const mark = String(++serial).padStart(4, '0')
  const person = { name: like.name, idNo: `${like.idNo.slice(0, 13)}${mark}X`, phone: like.phone }
  const now = clock.now()
  const candidate = await Candidate.create({
    id: uuid(),
    issuer: registrationSystem.realm,
    subject: `${like.subject}-${uuid()}`,
    createdAt: now,
    signedInAt: now,
  })
  return runInRegion(regionId, async () => {
    const entry = await entryIn(regionId, like.registrations[0], { mark, ...differently })
    await new RecordRegistrations().handle({
      candidateId: candidate.id,
      person: { ...person, subject: candidate.subject, registrations: [entry] },
    })
    const registration = await Registration.query()
      .where('candidate_id', candidate.id)
      .firstOrFail()
    await new ConfirmPhone().handle({ registrationId: registration.id, phone: null })
    await registration.refresh()
    for (const notice of await Notice.query().where('must_read', true)) {
      const read = { id: uuid(), noticeId: notice.id, candidateId: candidate.id, readAt: now }
      await NoticeRead.create(read)
    }
    return { candidate, registration, person }
  })
}

async function entryIn(
  regionId: string,
  like: RegisteredEntry,
  { mark, ...differently }: Partial<RegisteredEntry> & { mark: string }
): Promise<RegisteredEntry> {
  const points = await ExamPoint.query().orderBy('code')
  const point = points.find(({ code }) => code === like.pointId) ?? points[0]
  return {
    ...like,
    region: regionId,
    pointId: point.code,
    externalNumber: `${like.externalNumber}-${mark}`,
    ...differently,
  }
}

/** A staff member with one role; `pointCode` as in regions.json, for the roles of a point. */
export async function staffOf(regionId: string, role: Role, pointCode?: string): Promise<Staff> {
  const staff = await newStaff(`${regionId}-${role}`)
  await addMembership(staff, regionId, role, pointCode)
  return staff
}

export async function newStaff(name: string, more: Partial<Staff> = {}): Promise<Staff> {
  passwordHash ??= await hash.use('scrypt').make(PASSWORD)
  const now = clock.now()
  // Quietly: the model's hook would hash the hash.
  return Staff.createQuietly({
    id: uuid(),
    login: `${name}-${++serial}`,
    password: passwordHash,
    name,
    isPlatformAdmin: false,
    suspendedAt: null,
    createdAt: now,
    updatedAt: now,
    ...more,
  })
}

export function addMembership(staff: Staff, regionId: string, role: Role, pointCode?: string) {
  return runInRegion(regionId, async () => {
    const point = pointCode ? await ExamPoint.findByOrFail({ code: pointCode }) : null
    await Membership.create({
      id: uuid(),
      staffId: staff.id,
      role,
      examPointId: point?.id ?? null,
      createdAt: clock.now(),
    })
  })
}
