import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { Group } from '@japa/runner/core'
import { v7 as uuid } from 'uuid'
import type { By } from '#app/core/dossier'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import { readCircumstances } from '#app/dossiers/circumstances'
import { passGate, type Passage } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import { readDossier, type ReadDossier } from '#app/dossiers/read_dossier'
import { needsVerdict } from '#app/core/item_state'
import type Candidate from '#app/identity/models/candidate'
import { clock } from '#app/shared/clock'
import { Refused } from '#app/shared/exceptions/refused'
import { runInRegion } from '#app/shared/region_context'
import { inSharedWorld, signedInCandidate, staffOf } from '#tests/support/world'
import { assertSound } from './soundness.js'

/** SQLite has one connection: transactions queue for it, so what needs two at once is MariaDB's. */
export const PARALLEL = process.env.DB_CONNECTION === 'mysql'

export const REGION = 'sc'

export type Reviewer = Extract<By, { kind: 'staff' }>

export interface Ground {
  id: string
  candidate: Candidate
  owner: By
}

/** Races commit; whatever they did, every row must make sense together afterwards. */
export function onRaceGround(group: Group) {
  // Before the rows are deleted.
  group.each.teardown(assertSound)
  inSharedWorld(group)
}

/** Runs in the region that all races take place in. */
export const here = <T>(work: () => Promise<T>) => runInRegion(REGION, work)

/** A candidate of his own with an empty draft. */
export async function draft(): Promise<Ground> {
  const { candidate, registration } = await signedInCandidate(REGION)
  const dossier = await here(() => new OpenDossier().handle(registration))
  return { id: dossier.id, candidate, owner: { kind: 'candidate', id: candidate.id } }
}

/** A draft in which nothing is missing. */
export async function filledDraft(): Promise<Ground> {
  const ground = await draft()
  const { items } = await read(ground)
  for (const { id, need, min } of items) {
    if (need !== 'required') continue
    for (let n = 0; n < Math.max(min, 1); n++) await addImage(ground, id)
  }
  return ground
}

export async function submitted(): Promise<Ground> {
  const ground = await filledDraft()
  await submit(ground)
  return ground
}

/** A dossier that somebody has claimed, with what he must prove to finish. */
export interface Held extends Ground {
  by: Reviewer
  token: number
  manifest: string
}

export async function underReview(): Promise<Held> {
  const ground = await submitted()
  const by = await reviewer(ground)
  const { claimToken: token } = await claim(ground, by)
  return { ...ground, by, token, manifest: (await read(ground)).row.manifest! }
}

export function read({ id }: Pick<Ground, 'id'>): Promise<ReadDossier> {
  return here(async () => readDossier(await Dossier.findOrFail(id)))
}

/** An item of the dossier by its material's code. */
export async function itemOf(ground: Ground, material: string): Promise<string> {
  return (await read(ground)).items.find((item) => item.material === material)!.id
}

/** The gate's part of an upload: the row of an image whose object is taken for stored. */
export function addImage({ id, owner }: Ground, item: string, place: string | null = null) {
  const sha256 = randomBytes(32).toString('hex')
  const now = clock.now()
  const image = { id: uuid(), sha256, place }
  return here(() =>
    passGate({
      dossierId: id,
      by: owner,
      event: { type: 'add_image', item, image, startedAt: now },
      image: {
        ...{ format: 'jpeg', sha256, bytes: 150_000, width: 1600, height: 1200, orientation: 1 },
        receivedAt: now,
      },
    })
  )
}

export function deleteImage({ id, owner }: Ground, item: string, image: string) {
  return here(() =>
    passGate({ dossierId: id, by: owner, event: { type: 'delete_image', item, image } })
  )
}

export async function submit(ground: Ground): Promise<Passage> {
  const { release } = await read(ground)
  const { version } = release.declaration
  return here(() =>
    passGate({
      dossierId: ground.id,
      by: ground.owner,
      event: { type: 'submit', declarationVersion: version },
    })
  )
}

export function claim({ id }: Pick<Ground, 'id'>, by: By) {
  return here(() => passGate({ dossierId: id, by, event: { type: 'claim' } }))
}

export function giveBack({ id, by, token }: Held) {
  return here(() => passGate({ dossierId: id, by, event: { type: 'release_claim', token } }))
}

export function expire({ id }: Pick<Ground, 'id'>) {
  const by: By = { kind: 'system', id: 'clock' }
  return here(() => passGate({ dossierId: id, by, event: { type: 'claim_expired' } }))
}

/** Accepts all that this stage has to judge. */
export async function finish({ id, by, token, manifest }: Held) {
  const { core, row } = await read({ id })
  const verdicts = core.items
    .filter((item) => needsVerdict(item, row.stage))
    .map((item) => ({ item: item.id, as: 'accepted' as const, reasons: [], note: null }))
  const event = { type: 'finish' as const, token, manifest, verdicts }
  return here(() => passGate({ dossierId: id, by, event }))
}

/** Somebody who reviews at the dossier's present stage. */
export async function reviewer(ground: Ground): Promise<Reviewer> {
  const { row, release } = await read(ground)
  const around = await here(() => readCircumstances(undefined, row, release))
  const [role] = around.stages[row.stage].roles
  const staff = await staffOf(REGION, role, around.around.point.code)
  return { kind: 'staff', id: staff.id, roles: [role] }
}

export interface Results<T> {
  won: T[]
  /** Codes of the refusals, sorted. */
  refused: string[]
}

/** All at once; whoever fails must have been refused, any other error fails the test. */
export async function race<T>(runners: readonly (() => Promise<T>)[]): Promise<Results<T>> {
  const ends = await Promise.allSettled(runners.map((run) => run()))
  const results: Results<T> = { won: [], refused: [] }
  for (const end of ends) {
    if (end.status === 'fulfilled') results.won.push(end.value)
    else if (end.reason instanceof Refused) results.refused.push(end.reason.refusal.code)
    else throw end.reason
  }
  results.refused.sort()
  return results
}

export const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i))

/** Rows of the region in a table that match. */
export async function count(table: string, where: Record<string, unknown> = {}): Promise<number> {
  const rows = () => db.from(table).where({ region_id: REGION, ...where })
  const [{ n }] = await here(() => rows().count('* as n'))
  return Number(n)
}
