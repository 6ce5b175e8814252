import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import registrationSystem from '#config/registration_system'
import type { Role } from '#app/core/access'
import { imageRulesFor } from '#app/core/image_rules'
import { needsVerdict } from '#app/core/item_state'
import type { Catalog } from '#app/core/release'
import { DAY } from '#app/core/time'
import { ImportRegion } from '#app/administration/actions/import_region'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import StoreImage from '#app/dossiers/actions/store_image'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import { readDossier } from '#app/dossiers/read_dossier'
import Candidate from '#app/identity/models/candidate'
import Staff from '#app/identity/models/staff'
import Notice from '#app/regions/models/notice'
import NoticeRead from '#app/regions/models/notice_read'
import Registration from '#app/registrations/models/registration'
import { ConfirmPhone } from '#app/registrations/actions/confirm_phone'
import { RecordRegistrations } from '#app/registrations/actions/record_registrations'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { offsetToOpen } from './move_windows.js'
import type { DemoCandidate } from './people.js'

const YEAR = 365 * DAY

export interface LastSeason {
  candidates: readonly DemoCandidate[]
  regions: readonly any[]
  catalog: Catalog
  /** Of this season. */
  year: number
}

/**
 * Gives whoever was "approved last season" that season: a year ago by the clock, through the same
 * actions that people use, so that its pictures, receipt, decisions and audit chain are real ones.
 */
export async function seedLastSeason({ candidates, regions, catalog, year }: LastSeason) {
  for (const person of candidates) {
    const entry = person.registrations.find(({ approvedLastSeason }) => approvedLastSeason)
    if (!entry) continue
    const json = regions.find(({ id }) => id === entry.region)
    const offset = offsetToOpen(json, clock.now()) - YEAR
    const yearAgo = clock.now() - YEAR
    const { seasonId, regionId } = await new ImportRegion().handle({
      json,
      catalog,
      year: year - 1,
      current: false,
      offset,
      keep: { settings: true, windows: true },
    })
    const candidate = await candidateFor(person, yearAgo)
    await runInRegion(regionId, async () => {
      if (await isDone(candidate.id, seasonId)) return
      try {
        clock.freeze(yearAgo)
        const registration = await register(candidate, person, entry, seasonId, year - 1)
        const dossier = await new OpenDossier().handle(registration)
        await handIn(dossier)
        await approve(dossier, regionId)
      } finally {
        clock.freeze(null)
      }
    })
  }
}

async function candidateFor({ subject }: DemoCandidate, at: number): Promise<Candidate> {
  const issuer = registrationSystem.realm
  const known = await Candidate.findBy({ issuer, subject })
  return known ?? Candidate.create({ id: uuid(), issuer, subject, createdAt: at, signedInAt: at })
}

async function isDone(candidateId: string, seasonId: string): Promise<boolean> {
  return Boolean(await Dossier.query().where({ candidateId, seasonId, state: 'approved' }).first())
}

async function register(
  candidate: Candidate,
  person: DemoCandidate,
  entry: DemoCandidate['registrations'][number],
  seasonId: string,
  season: number
): Promise<Registration> {
  const externalNumber = entry.externalNumber.replace(/^\d{4}/, String(season))
  await new RecordRegistrations().handle({
    candidateId: candidate.id,
    person: { ...person, registrations: [{ ...entry, season, externalNumber }] },
  })
  for (const notice of await Notice.query().where({ seasonId, mustRead: true })) {
    const read = { noticeId: notice.id, candidateId: candidate.id }
    if (await NoticeRead.findBy(read)) continue
    await NoticeRead.create({ id: uuid(), ...read, readAt: clock.now() })
  }
  const registration = await Registration.query().where({ seasonId, externalNumber }).firstOrFail()
  if (registration.phoneConfirmedAt === null) {
    await new ConfirmPhone().handle({ registrationId: registration.id, phone: null })
  }
  return registration.refresh()
}

async function handIn(dossier: Dossier) {
  const { items, release, images } = await readDossier(await Dossier.findOrFail(dossier.id))
  if (dossier.state !== 'draft') return
  for (const item of items.filter(({ need }) => need === 'required')) {
    const material = release.materials.find(({ code }) => code === item.material)!
    const there = images.filter(({ itemId }) => itemId === item.id).length
    for (let position = there; position < Math.max(item.min, 1); position++) {
      await new StoreImage().handle({
        dossier,
        itemId: item.id,
        place: null,
        rules: imageRulesFor(release, material),
        file: picture(item.material, position),
        startedAt: clock.now(),
        idempotencyKey: null,
      })
    }
  }
  await passGate({
    dossierId: dossier.id,
    event: { type: 'submit', declarationVersion: release.declaration.version },
    by: { kind: 'candidate', id: dossier.candidateId },
  })
}

/** Every stage of the release by somebody who has its role, two days apart. */
async function approve({ id }: Dossier, regionId: string) {
  const { release } = await readDossier(await Dossier.findOrFail(id))
  for (const [stage, { roles }] of release.workflow.stages.entries()) {
    clock.freeze(clock.now() + 2 * DAY)
    const by = await reviewer(regionId, roles[0])
    const dossierId = id
    const { claimToken } = await passGate({ dossierId, event: { type: 'claim' }, by })
    const { core, row } = await readDossier(await Dossier.findOrFail(id))
    const verdicts = core.items
      .filter((item) => needsVerdict(item, stage))
      .map((item) => ({ item: item.id, as: 'accepted' as const, reasons: [], note: null }))
    await passGate({
      dossierId,
      event: { type: 'finish', token: claimToken, manifest: row.manifest!, verdicts },
      by,
    })
  }
}

const LOGINS: Partial<Record<Role, string>> = {
  regpoint_clerk: 'clerk',
  point_reviewer: 'point',
  region_reviewer: 'region',
  region_lead: 'lead',
}

async function reviewer(regionId: string, role: Role) {
  const staff = await Staff.findByOrFail({ login: `${regionId}-${LOGINS[role]}` })
  return { kind: 'staff' as const, id: staff.id, roles: [role] }
}

const PICTURES: readonly [code: RegExp, names: readonly string[]][] = [
  [/^ID_/, ['id_front', 'id_back']],
  [/^EDU_/, ['diploma', 'certificate']],
  [/FORM|COMMIT|SLIP/, ['form']],
  [/PROBATION|PRACTICE|CONTRACT/, ['probation']],
]

function picture(material: string, position: number) {
  const [, names] = PICTURES.find(([code]) => code.test(material)) ?? [
    null,
    ['certificate', 'form'],
  ]
  const name = names[position % names.length]
  const bytes = readFileSync(join(import.meta.dirname, `../seeders/data/images/${name}.jpg`))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
