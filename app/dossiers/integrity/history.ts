import { createHash } from 'node:crypto'
import type { State } from '#app/core/dossier'
import { breach, type Breach } from './breach.js'
import { chainBreaches, type EntryRow } from './chain.js'

export interface DossierRow {
  id: string
  state: State
  stage: number
  round: number
  version: number
  manifest: string | null
  claim_by: string | null
  claim_token: number
  claim_until: number | null
}

export interface ImageRow {
  id: string
  dossier_id: string
  item_id: string
  sha256: string
  removed_at: number | null
}

export interface SubmissionRow {
  id: string
  dossier_id: string
  round: number
  manifest: string
  sha256: string
}

/** One dossier with all that it left behind. */
export interface DossierRecord {
  dossier: DossierRow
  /** Its chain, from the first entry on. */
  entries: readonly EntryRow[]
  images: readonly ImageRow[]
  items: readonly { id: string; dossier_id: string; material: string }[]
  submissions: readonly SubmissionRow[]
  decisions: readonly { id: string; dossier_id: string; submission_id: string; manifest: string }[]
}

export type IsLegal = (event: string, row: string, from: State, to: State) => boolean

interface Transition {
  where: string
  action: string
  payload: Record<string, any>
}

/** I4, I5, I6, I7 and I9 of one dossier: its rows are what its audit chain says, and nothing else. */
export function historyBreaches(
  regionId: string,
  record: DossierRecord,
  isLegal: IsLegal
): Breach[] {
  const broken = chainBreaches(regionId, record.entries)
  if (broken.length > 0) return broken
  const transitions = transitionsIn(record.entries)
  return [
    ...coverage(record.dossier, transitions),
    ...legality(transitions, isLegal),
    ...claims(record.dossier, transitions),
    ...pictures(record, transitions),
    ...manifests(record),
  ]
}

/** Entries without a version (somebody looked at a number) are no transitions. */
function transitionsIn(entries: readonly EntryRow[]): Transition[] {
  return entries
    .map(({ chain, seq, action, payload }) => {
      return { where: `${chain}#${seq}`, action, payload: JSON.parse(payload) }
    })
    .filter(({ payload }) => payload.version !== undefined)
}

/** I5: one entry for each version, and the last one says where the dossier is. */
function coverage(dossier: DossierRow, transitions: readonly Transition[]): Breach[] {
  const at = `dossiers/${dossier.id}`
  const gap = transitions.findIndex(({ payload }, i) => payload.version !== i + 1)
  if (gap !== -1) {
    return [breach('I5', transitions[gap].where, `version ${gap + 1} has no entry of its own`)]
  }
  if (transitions.length !== dossier.version) {
    const n = transitions.length
    return [breach('I5', at, `version ${dossier.version}, but ${n} entries of transitions`)]
  }
  const { to, stage = dossier.stage, round } = transitions.at(-1)!.payload
  if (to !== dossier.state) {
    return [breach('I5', at, `it is ${dossier.state}, its last entry says ${to}`)]
  }
  const counted = round ?? dossier.round
  return stage === dossier.stage && counted === dossier.round
    ? []
    : [breach('I5', at, 'stage or round are not those of its last entry')]
}

/** I9: each step is one of the table, and begins where the one before ended. */
function legality(transitions: readonly Transition[], isLegal: IsLegal): Breach[] {
  return transitions.flatMap(({ where, action, payload }, i) => {
    const { row, from, to } = payload
    if (i === 0) {
      const opens = action === 'open' && row === '1' && to === 'draft'
      return opens ? [] : [breach('I9', where, 'the chain does not begin with a draft')]
    }
    if (from !== transitions[i - 1].payload.to) {
      return [breach('I9', where, `it leaves ${from}, where the dossier was not`)]
    }
    return isLegal(action, row, from, to)
      ? []
      : [breach('I9', where, `${action} by row ${row} from ${from} to ${to} is not in the table`)]
  })
}

const GIVES_TOKEN = ['claim', 'take_over']

/** I7: claimed exactly while in review, under the newest of the tokens that were given. */
function claims(dossier: DossierRow, transitions: readonly Transition[]): Breach[] {
  const at = `dossiers/${dossier.id}`
  const given = transitions.filter(({ action }) => GIVES_TOKEN.includes(action)).length
  const claimed = dossier.claim_by !== null && dossier.claim_until !== null
  const none = dossier.claim_by === null && dossier.claim_until === null
  const breaches: Breach[] = []
  if (dossier.state === 'in_review' ? !claimed : !none) {
    breaches.push(breach('I7', at, `${dossier.state} ${claimed ? 'with' : 'without'} a claim`))
  }
  if (dossier.claim_token !== given) {
    const { claim_token: token } = dossier
    breaches.push(breach('I7', at, `the token is ${token}, but ${given} claims were given`))
  }
  return breaches
}

/** What the chain says of one picture. */
interface Told {
  item: string
  sha256: string
  live: boolean
}

/**
 * I4: the pictures are those that the chain tells of, so none came or went past the gate; and what
 * was submitted is what was there at that moment.
 */
function pictures(record: DossierRecord, transitions: readonly Transition[]): Breach[] {
  const told = new Map<string, Told>()
  const breaches: Breach[] = []
  const materialOf = new Map(record.items.map(({ id, material }) => [id, material]))
  for (const { where, action, payload } of transitions) {
    if (action === 'add_image') {
      told.set(payload.image, { item: payload.item, sha256: payload.sha256, live: true })
    }
    const gone = action === 'delete_image' ? payload.image : payload.replaces
    const old = gone && told.get(gone)
    if (old) told.set(gone, { ...old, live: false })
    if (!payload.receipt) continue
    const submission = record.submissions.find(({ round }) => round === payload.round)
    if (!submission) breaches.push(breach('I4', where, `round ${payload.round} has no manifest`))
    else if (!holds(submission, told, materialOf)) {
      breaches.push(breach('I4', where, 'its manifest is not what was there when it was submitted'))
    }
  }
  return [...breaches, ...sameRows(record, told)]
}

/** Whether a manifest names exactly the pictures that were there, of each material that it names. */
function holds(
  { manifest }: SubmissionRow,
  told: ReadonlyMap<string, Told>,
  materialOf: ReadonlyMap<string, string>
): boolean {
  const live = [...told.values()].filter((picture) => picture.live)
  return Object.entries(JSON.parse(manifest) as Record<string, string[]>).every(
    ([material, hashes]) => {
      const there = live.filter(({ item }) => materialOf.get(item) === material)
      const sorted = there.map(({ sha256 }) => sha256).sort()
      return sorted.join() === [...hashes].sort().join()
    }
  )
}

function sameRows({ dossier, images }: DossierRecord, told: ReadonlyMap<string, Told>): Breach[] {
  const rows = new Map(images.map((row) => [row.id, row]))
  const breaches = images
    .filter(({ id }) => !told.has(id))
    .map(({ id }) => breach('I4', `images/${id}`, 'no entry tells that it was added'))
  for (const [id, { item, sha256, live }] of told) {
    const row = rows.get(id)
    const at = `images/${id}`
    if (!row) {
      // What was removed may have been purged.
      if (live) breaches.push(breach('I4', at, `the row is gone from dossier ${dossier.id}`))
    } else if (row.sha256 !== sha256 || row.item_id !== item) {
      breaches.push(breach('I4', at, 'hash or item are not those of when it was added'))
    } else if ((row.removed_at === null) !== live) {
      const says = live ? 'it was removed without an entry' : 'it came back after it was removed'
      breaches.push(breach('I4', at, says))
    }
  }
  return breaches
}

/** I4: a manifest is what its hash says, and whoever judged one names it. I6: the round counts them. */
function manifests({ dossier, submissions, decisions }: DossierRecord): Breach[] {
  const at = `dossiers/${dossier.id}`
  const breaches = submissions
    .filter(
      ({ manifest, sha256 }) => createHash('sha256').update(manifest).digest('hex') !== sha256
    )
    .map(({ id }) => breach('I4', `submissions/${id}`, 'the manifest is not what its hash says'))
  if (submissions.length !== dossier.round) {
    const n = submissions.length
    breaches.push(breach('I6', at, `round ${dossier.round}, but ${n} submissions`))
  }
  const last = submissions.toSorted((a, b) => a.round - b.round).at(-1)
  if (last && dossier.manifest !== last.sha256) {
    breaches.push(breach('I4', at, 'its manifest is not that of its last submission'))
  }
  const byId = new Map(submissions.map(({ id, sha256 }) => [id, sha256]))
  const strange = decisions.filter((one) => byId.get(one.submission_id) !== one.manifest)
  return [
    ...breaches,
    ...strange.map(({ id }) =>
      breach('I4', `decisions/${id}`, 'it judges another manifest than that of its submission')
    ),
  ]
}
