import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { Group } from '@japa/runner/core'
import { v7 as uuid } from 'uuid'
import type { Role } from '#app/core/access'
import { needsVerdict } from '#app/core/item_state'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import { passGate } from '#app/dossiers/gate'
import { HANDOVER_LIFETIME, handoverHash, newHandoverToken } from '#app/dossiers/handovers'
import { putImage } from '#app/dossiers/images/image_files'
import type Dossier from '#app/dossiers/models/dossier'
import type { DossierRow } from '#app/dossiers/read_dossier'
import Handover from '#app/dossiers/models/handover'
import Proposal from '#app/dossiers/models/proposal'
import HandoverImage from '#app/dossiers/models/handover_image'
import type Candidate from '#app/identity/models/candidate'
import Membership from '#app/identity/models/membership'
import type Staff from '#app/identity/models/staff'
import { keepSecondFactor } from '#app/identity/second_factors'
import { issueLink } from '#app/identity/staff_links'
import { codeAt, newSecret, stepAt } from '#app/identity/totp'
import Message from '#app/messages/models/message'
import OutboxEntry from '#app/messages/models/outbox_entry'
import ExamPoint from '#app/regions/models/exam_point'
import Notice from '#app/regions/models/notice'
import { currentSeason } from '#app/regions/queries/current_season'
import Registration from '#app/registrations/models/registration'
import AskForExport from '#app/reports/actions/ask_for_export'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { addPicture, fresh, submit } from '#tests/functional/review/desk'
import type { Actor, Person } from './access_actors.js'
import { findTables } from './access_tables.js'
import { picture } from './pictures.js'
import { allowStaffUploads } from './season_rules.js'
import { addMembership, buildWorld, newStaff, signedInCandidate, staffOf } from './world.js'

/** Here the requests go to; the other region is where the strangers are. */
export const REGION = 'gd'
export const OTHER_REGION = 'sd'

const PERSONA = { [REGION]: 'p03', [OTHER_REGION]: 'p18' }
/** A registration point, so that clerks have their stage; in the other region an exam point. */
const POINT = { [REGION]: '440104', [OTHER_REGION]: '3701' }

/** What is said of it. */
export const REGISTRATION_POINT = {
  ...{ zh: '越秀区报名点', en: null, phone: null },
  ...{ hoursZh: null, hoursEn: null, addressZh: null, addressEn: null },
}

/**
 * How a dossier stands when it is asked for. Waiting and claimed ones are named after the stage;
 * they are claimed by the actor of that stage: clerk, pointReviewer, regionReviewer.
 */
export type Situation =
  | ('none' | 'draft' | 'complete' | 'returned' | 'proposed' | 'held')
  | `waiting at ${'clerk' | 'point' | 'region'}`
  | `claimed by ${'clerk' | 'point' | 'region'}`

/** The parts of an address that name something. Another word in a route needs an entry here. */
export interface Ids {
  region: string
  dossier: string
  /** An item with pictures. */
  item: string
  image: string
  /** A message to the owner. */
  message: string
  /** What waits for a second person; of nobody where nothing does. */
  proposal: string
  /** Of the owner's dossier to a phone, and what that phone has in place of a session. */
  handover: string
  link: string
  notice: string
  /** The current one of the season. */
  release: string
  /** A list that somebody else asked for. */
  export: string
  /** The registration's point. */
  point: string
  /** A clerk or reviewer of that point, with a second factor, and his open request to reset it. */
  person: string
  reset: string
  /** Where he is signed in. */
  device: string
  /** The current one. */
  season: string
}

/** One candidate and his dossier in one situation. */
export interface Place {
  owner: Candidate
  ids: Ids
  /** Proof of the claim, for those who hold it. */
  token: number
  manifest: string
  declarationVersion: string
  /** An item that the conditions do not ask for. */
  notAsked: string
  /** Ids of the items that need a verdict at this stage. */
  open: string[]
  live: LiveSeason
}

/** The season as an administrator has it on his screen. */
interface LiveSeason {
  version: number
  /** An outage, and an end of uploads an hour later than now set, as they are typed. */
  since: string
  newEnd: string
}

/** People who are at home in both regions: for them only the address says which one is meant. */
export interface Commuters {
  candidate: Person
  /** His dossiers, one in each region. */
  here: Place
  there: Place
  staff: Person
}

export interface AccessWorld {
  places: Record<Situation, Place>
  /** The same things in the other region. */
  foreign: Place
  people: Record<Exclude<Actor, 'owner'>, Person>
  commuters: Commuters
  /** Like `person`, without a request. */
  colleague: string
  /** A one-time link of somebody who was invited. */
  linkToken: string
}

/** Of every member of staff here, so that anybody can send a code that fits. */
const SECRET = newSecret()
export const codeNow = () => codeAt(SECRET, stepAt(clock.now()))

/** Everything is built once for a group, in a transaction that is rolled back after it. */
export function inAccessWorld(group: Group): () => AccessWorld {
  let world: AccessWorld
  // One test asks for a route in the name of everybody: minutes on a busy machine.
  group.each.timeout(120_000)
  group.setup(async () => {
    await buildWorld()
    await findTables()
    await db.beginGlobalTransaction()
    try {
      world = await buildAccessWorld()
    } catch (error) {
      // Left open, it would hide the error behind those of everything that comes after.
      await db.rollbackGlobalTransaction()
      throw error
    }
    return () => db.rollbackGlobalTransaction()
  })
  return () => world
}

export function personOf(world: AccessWorld, actor: Actor, place: Place): Person {
  return actor === 'owner' ? { guard: 'candidate', model: place.owner } : world.people[actor]
}

async function buildAccessWorld(): Promise<AccessWorld> {
  for (const region of [REGION, OTHER_REGION]) await allowStaffUploads(region)
  await runInRegion(REGION, async () => {
    const parent = await ExamPoint.findByOrFail({ code: '4401' })
    await ExamPoint.create({ code: POINT[REGION], parentId: parent.id, ...REGISTRATION_POINT })
  })
  const people = await hirePeople()
  for (const person of Object.values(people))
    if (person?.guard === 'staff') await enrol(person.model)
  const requester = await staffOf(REGION, 'region_admin')
  const registry = {
    [REGION]: await registered(REGION, 'regpoint_clerk', requester),
    [OTHER_REGION]: await registered(OTHER_REGION, 'point_reviewer', people.otherAdmin!.model),
  }
  const placeOf = (dossier: Owned) => dossierPlace(dossier, registry[dossier.regionId as Region])
  const { clerk, pointReviewer, regionReviewer } = people
  const waiting = async (stages: number) => {
    const dossier = await submittedDossier(REGION)
    const reviewers = [reviewer(clerk, 'regpoint_clerk'), reviewer(pointReviewer, 'point_reviewer')]
    for (const one of reviewers.slice(0, stages)) await accept(dossier, one)
    return dossier
  }
  const claimed = async (stages: number, by: By) => {
    const dossier = await waiting(stages)
    await claim(dossier, by)
    return dossier
  }
  return {
    people,
    places: {
      'none': await placeWithout(registry[REGION]),
      'draft': await placeOf(await draftWithPicture(REGION)),
      'complete': await placeOf(await completeDraft(REGION)),
      'returned': await placeOf(await returnedDossier(reviewer(clerk, 'regpoint_clerk'))),
      'waiting at clerk': await placeOf(await waiting(0)),
      'waiting at point': await placeOf(await waiting(1)),
      'waiting at region': await placeOf(await waiting(2)),
      'claimed by clerk': await placeOf(await claimed(0, reviewer(clerk, 'regpoint_clerk'))),
      'claimed by point': await placeOf(
        await claimed(1, reviewer(pointReviewer, 'point_reviewer'))
      ),
      'claimed by region': await placeOf(
        await claimed(2, reviewer(regionReviewer, 'region_reviewer'))
      ),
      'proposed': await placeOf(
        await proposed(
          await claimed(2, reviewer(regionReviewer, 'region_reviewer')),
          reviewer(regionReviewer, 'region_reviewer')
        )
      ),
      'held': await placeOf(await held(await waiting(2), reviewer(people.admin, 'region_admin'))),
    },
    foreign: await placeOf(await foreignDossier()),
    commuters: await commuters(placeOf),
    colleague: (await enrol(await staffOf(REGION, 'regpoint_clerk', POINT[REGION]))).id,
    linkToken: await inviteSomebody(requester),
  }
}

async function commuters(placeOf: (dossier: Owned) => Promise<Place>): Promise<Commuters> {
  const here = await draftWithPicture(REGION)
  const there = await draftWithPicture(OTHER_REGION)
  const { candidate } = here
  await runInRegion(OTHER_REGION, async () => {
    const registration = await Registration.findOrFail(there.registrationId)
    await registration.merge({ candidateId: candidate.id }).save()
    await there.merge({ candidateId: candidate.id }).save()
  })
  const staff = await staffOf(REGION, 'point_reviewer', '4401')
  for (const region of [REGION, OTHER_REGION]) {
    for (const role of ['region_reviewer', 'region_lead', 'region_admin'] as const) {
      await addMembership(staff, region, role)
    }
  }
  return {
    candidate: { guard: 'candidate', model: candidate },
    here: await placeOf(here),
    there: await placeOf(Object.assign(there, { candidate })),
    staff: { guard: 'staff', model: staff },
  }
}

async function hirePeople(): Promise<AccessWorld['people']> {
  const staff = (model: Staff) => ({ guard: 'staff' as const, model })
  const candidate = (model: Candidate) => ({ guard: 'candidate' as const, model })
  const suspended = await staffOf(REGION, 'region_reviewer')
  await suspended.merge({ suspendedAt: clock.now() }).save()
  const suspendedHere = await staffOf(REGION, 'region_reviewer')
  await runInRegion(REGION, async () => {
    const membership = await Membership.findByOrFail({ staffId: suspendedHere.id })
    await membership.merge({ suspendedAt: clock.now() }).save()
  })
  return {
    guest: null,
    neighbour: candidate((await draftWithPicture(REGION)).candidate),
    stranger: candidate((await draftWithPicture(OTHER_REGION)).candidate),
    clerk: staff(await staffOf(REGION, 'regpoint_clerk', POINT[REGION])),
    pointReviewer: staff(await staffOf(REGION, 'point_reviewer', '4401')),
    pointAdmin: staff(await staffOf(REGION, 'point_admin', '4401')),
    otherPoint: staff(await staffOf(REGION, 'point_reviewer', '4452')),
    regionReviewer: staff(await staffOf(REGION, 'region_reviewer')),
    lead: staff(await staffOf(REGION, 'region_lead')),
    admin: staff(await staffOf(REGION, 'region_admin')),
    otherAdmin: staff(await staffOf(OTHER_REGION, 'region_admin')),
    auditor: staff(await staffOf(REGION, 'auditor')),
    platform: staff(await newStaff('platform', { isPlatformAdmin: true })),
    suspendedHere: staff(suspendedHere),
    suspended: staff(suspended),
  }
}

type Region = keyof typeof POINT
type By = { kind: 'staff'; id: string; roles: Role[] }
type Owned = Dossier & { candidate: Candidate }

const reviewer = (person: Person, role: Role): By => ({
  kind: 'staff',
  id: person!.model.id,
  roles: [role],
})

async function draft(region: Region): Promise<Owned> {
  const { candidate, registration } = await signedInCandidate(region, PERSONA[region], {
    pointId: POINT[region],
  })
  const dossier = await runInRegion(region, () => new OpenDossier().handle(registration))
  return Object.assign(dossier, { candidate })
}

async function draftWithPicture(region: Region): Promise<Owned> {
  const dossier = await draft(region)
  const { core } = await fresh(dossier)
  await addPicture(dossier, core.items.find(({ need, min }) => need === 'required' && min > 1)!.id)
  return dossier
}

async function completeDraft(region: Region): Promise<Owned> {
  const dossier = await draft(region)
  const { core } = await fresh(dossier)
  for (const { id, need, min } of core.items) {
    if (need !== 'required') continue
    for (let n = 0; n < Math.max(min, 1); n++) await addPicture(dossier, id)
  }
  return dossier
}

async function submittedDossier(region: Region): Promise<Owned> {
  const dossier = await completeDraft(region)
  await submit(dossier)
  return dossier
}

/** Returned, and the candidate has begun to mend it: his new picture is his own still. */
async function returnedDossier(by: By): Promise<Owned> {
  const dossier = await submittedDossier(REGION)
  const token = await claim(dossier, by)
  const { core } = await fresh(dossier)
  const [returned, ...others] = core.items.filter((item) => needsVerdict(item, core.stage))
  const verdicts = [
    { item: returned.id, as: 'returned' as const, reasons: ['IMG_BLUR'], note: null },
    ...others.map(({ id }) => accepted(id)),
  ]
  await finish(dossier, by, token, verdicts)
  const { images } = await fresh(dossier)
  const old = images.find(({ itemId }) => itemId === returned.id)!
  await runInRegion(REGION, () =>
    passGate({
      dossierId: dossier.id,
      event: { type: 'delete_image', item: returned.id, image: old.id },
      by: { kind: 'candidate', id: dossier.candidateId },
    })
  )
  await addPicture(dossier, returned.id)
  return dossier
}

const accepted = (item: string) => ({ item, as: 'accepted' as const, reasons: [], note: null })

async function accept(dossier: Dossier, by: By) {
  const token = await claim(dossier, by)
  const { core } = await fresh(dossier)
  const due = core.items.filter((item) => needsVerdict(item, core.stage))
  await finish(
    dossier,
    by,
    token,
    due.map(({ id }) => accepted(id))
  )
}

async function claim({ regionId, id }: Dossier, by: By): Promise<number> {
  const passage = await runInRegion(regionId, () =>
    passGate({ dossierId: id, event: { type: 'claim' }, by })
  )
  return passage.claimToken
}

async function finish(
  dossier: Dossier,
  by: By,
  token: number,
  verdicts: { item: string; as: 'accepted' | 'returned'; reasons: string[]; note: null }[]
) {
  const { core } = await fresh(dossier)
  const event = { type: 'finish' as const, token, manifest: core.manifest!, verdicts }
  await runInRegion(dossier.regionId, () => passGate({ dossierId: dossier.id, event, by }))
}

/** The holder proposes that the candidate is not eligible. */
async function proposed(dossier: Owned, by: By): Promise<Owned> {
  const { core } = await fresh(dossier)
  const proposal = {
    ...{ id: uuid(), kind: 'ineligible' as const, ground: '专业不符' },
    ...{ reason: 'ELI_MAJOR', toStage: null },
  }
  const event = { type: 'propose' as const, token: core.claim!.token, proposal }
  await runInRegion(REGION, () => passGate({ dossierId: dossier.id, event, by }))
  return dossier
}

async function held(dossier: Owned, by: By): Promise<Owned> {
  const event = { type: 'hold' as const, ground: '投诉核查' }
  await runInRegion(REGION, () => passGate({ dossierId: dossier.id, event, by }))
  return dossier
}

async function foreignDossier(): Promise<Owned> {
  const dossier = await submittedDossier(OTHER_REGION)
  const staff = await staffOf(OTHER_REGION, 'point_reviewer', POINT[OTHER_REGION])
  await claim(dossier, { kind: 'staff', id: staff.id, roles: ['point_reviewer'] })
  return dossier
}

/** Somebody who is registered and has not begun. */
async function placeWithout(inRegistry: Registry): Promise<Place> {
  const { candidate } = await signedInCandidate(REGION, PERSONA[REGION], { pointId: POINT[REGION] })
  const { id: notice } = await runInRegion(REGION, () => Notice.query().firstOrFail())
  const nothing = uuid()
  return {
    owner: candidate,
    ids: {
      region: REGION,
      dossier: nothing,
      item: nothing,
      image: nothing,
      message: nothing,
      proposal: nothing,
      handover: nothing,
      link: nothing,
      notice,
      ...inRegistry,
    },
    live: await liveSeason(REGION),
    token: 1,
    manifest: '0'.repeat(64),
    declarationVersion: '1',
    notAsked: nothing,
    open: [],
  }
}

async function dossierPlace(
  { regionId, id, candidate }: Owned,
  inRegistry: Registry
): Promise<Place> {
  const { row, core, images, release } = await fresh({ regionId, id } as Dossier)
  // In a returned dossier the newest picture is the one that was not handed in.
  const image = [...images].sort((a, b) => a.id.localeCompare(b.id)).at(-1)!
  for (const one of images) {
    const key = { regionId, seasonId: row.seasonId, dossierId: id, id: one.id, format: one.format }
    await putImage(key, picture(), picture())
  }
  return runInRegion(regionId, async () => {
    const notice = await Notice.query().firstOrFail()
    const message = await messageTo(row)
    const proposal = await Proposal.query().where({ dossierId: id, open: 1 }).first()
    const handover = await handoverOf(row, image.id)
    return {
      owner: candidate,
      ids: {
        region: regionId,
        dossier: id,
        item: image.itemId,
        image: image.id,
        message: message.id,
        proposal: proposal?.id ?? uuid(),
        handover: handover.id,
        link: handover.token,
        notice: notice.id,
        ...inRegistry,
      },
      live: await liveSeason(regionId),
      token: row.claimToken,
      manifest: row.manifest ?? '0'.repeat(64),
      declarationVersion: release.declaration.version,
      notAsked: core.items.find(({ need }) => need !== 'required' && need !== 'optional')!.id,
      open: core.items.filter((item) => needsVerdict(item, row.stage)).map((item) => item.id),
    }
  })
}

/** A phone that sent the picture and goes on. */
async function handoverOf({ id: dossierId, candidateId }: DossierRow, imageId: string) {
  const now = clock.now()
  const token = newHandoverToken()
  const { id } = await Handover.create({
    id: uuid(),
    dossierId,
    candidateId,
    itemId: null,
    tokenHash: handoverHash(token),
    createdAt: now + 1,
    expiresAt: now + HANDOVER_LIFETIME,
    openedAt: now,
    revokedAt: null,
  })
  await HandoverImage.create({ id: uuid(), handoverId: id, imageId })
  return { id, token }
}

/** A message that was delivered already, so that nothing sends it again. */
async function messageTo({ id: dossierId, candidateId, version }: DossierRow): Promise<Message> {
  const now = clock.now()
  const told = { candidateId, template: 'submitted', variables: {} }
  const { id: outboxId } = await OutboxEntry.create({
    id: uuid(),
    dossierId,
    version,
    kind: 'message.matrix',
    payload: told,
    attempts: 1,
    lastError: null,
    dueAt: now,
    deliveredAt: now,
    createdAt: now,
  })
  const message = { id: uuid(), outboxId, dossierId, ...told, createdAt: now, readAt: null }
  return Message.create(message)
}

function liveSeason(regionId: string): Promise<LiveSeason> {
  return runInRegion(regionId, async () => {
    const { season, windows } = (await currentSeason())!
    const now = clock.now()
    const running = windows.find(
      ({ kind, startsAt, endsAt }) => kind === 'upload' && startsAt <= now && endsAt > now
    )!
    return {
      version: season.version,
      since: typed(now - 60_000),
      newEnd: typed(running.endsAt + 3_600_000),
    }
  })
}

/** A minute in China, as one types it. */
const typed = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)

type Registry = Pick<Ids, 'point' | 'person' | 'reset' | 'device' | 'release' | 'season' | 'export'>

/** What a region knows of its staff, and the release that it works with. */
async function registered(
  region: Region,
  role: Role,
  requester: Staff | Candidate
): Promise<Registry> {
  const person = await enrol(await staffOf(region, role, POINT[region]))
  const point = await runInRegion(region, () => ExamPoint.findByOrFail({ code: POINT[region] }))
  const { season } = (await runInRegion(region, () => currentSeason()))!
  const release = season.currentReleaseId!
  const now = clock.now()
  const reset = uuid()
  const device = createHash('sha256').update(reset).digest('hex')
  await runInRegion(region, () =>
    db.table('second_factor_resets').insert({
      region_id: region,
      id: reset,
      staff_id: person.id,
      open: 1,
      ground: '手机丢失',
      requested_by: requester.id,
      requested_at: now,
    })
  )
  const exported = await runInRegion(region, () =>
    new AskForExport().handle({
      ...{ kind: 'queue', filters: {}, wholeNumbers: false, reason: null, staffId: person.id },
    })
  )
  await db.table('sessions').insert({
    id: device,
    staff_id: person.id,
    candidate_id: null,
    data: '{}',
    user_agent: 'matrix',
    ip: '127.0.0.1',
    signed_in_at: now,
    touched_at: now,
    expires_at: now + 3_600_000,
  })
  return {
    ...{ point: point.id, person: person.id, reset, device, release, season: season.id },
    export: exported,
  }
}

async function enrol(staff: Staff): Promise<Staff> {
  const recovery = { codes: [], salt: '', hashes: [] }
  const step = stepAt(clock.now()) - 10
  await db.transaction((trx) =>
    keepSecondFactor(trx, { staffId: staff.id, secret: SECRET, step, recovery })
  )
  return staff
}

async function inviteSomebody(by: Staff): Promise<string> {
  const { id: staffId } = await staffOf(REGION, 'auditor')
  const { path } = await db.transaction((trx) =>
    issueLink(trx, { kind: 'invitation', staffId, by: by.id })
  )
  return path.split('/').at(-1)!
}
