import { createHash, randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  decide,
  type By,
  type Change,
  type Circumstances,
  type DossierEvent,
  type Effect,
  type State,
} from '#app/core/dossier'
import { appendAuditEntry } from '#app/audit/append_entry'
import { leaveInOutbox, type MessageVariables } from '#app/messages/outbox'
import { clock } from '#app/shared/clock'
import { notFound, Refused } from '#app/shared/exceptions/refused'
import { saveAnswer, savedAnswer, type Repeatable } from '#app/shared/idempotency'
import { currentRegionId } from '#app/shared/region_context'
import { insideTransaction, isUniqueViolation, transaction } from '#app/shared/transaction'
import { readCircumstances } from './circumstances.js'
import Decision from '#app/dossiers/models/decision'
import DecisionReason from '#app/dossiers/models/decision_reason'
import Image from '#app/dossiers/models/image'
import ImagePlace from '#app/dossiers/models/image_place'
import Item from '#app/dossiers/models/item'
import Submission from '#app/dossiers/models/submission'
import { lockDossier, type ReadDossier } from './read_dossier.js'

/** The facts of a stored file that its row keeps; the gate adds where it belongs. */
export type ImageFacts = Pick<
  Image,
  'format' | 'sha256' | 'bytes' | 'width' | 'height' | 'orientation' | 'receivedAt'
>

export interface GateRequest {
  dossierId: string
  event: DossierEvent
  by: By
  /** Of an `add_image`: its object is already stored. */
  image?: ImageFacts
  repeatable?: Repeatable
}

export interface Passage {
  row: string
  state: State
  version: number
  round: number
  claimToken: number
  receipt: string | null
  /** Of an `add_image`. */
  imageId: string | null
  /** A repeated request: this is the answer of the first one and nothing was done again. */
  repeated: boolean
}

/** A candidate's own parallel uploads collide on `version`: they are decided anew, nothing else is. */
const REDECIDED = new Set(['add_image', 'delete_image'])
const TRIES = 3

/**
 * The only way by which a dossier changes: lock the row → let the core decide on what is read under
 * the lock → write items → audit → outbox → version + 1, in one transaction. The compare-and-set on
 * version and state holds even where the database ignores the lock (RELIABILITY.md, write order).
 *
 * @throws Refused with the core's refusal, or STATE_MOVED_ON for the loser of a race
 */
export async function passGate(request: GateRequest): Promise<Passage> {
  if (insideTransaction()) throw new Error('The gate opens its own transaction')
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction((trx) => pass(trx, request))
    } catch (error) {
      // Lost a race: against another version, or against the same idempotency key.
      const lost = error instanceof Refused && error.refusal.code === 'STATE_MOVED_ON'
      const mayRetry = (lost && REDECIDED.has(request.event.type)) || isUniqueViolation(error)
      if (!mayRetry || attempt === TRIES) throw error
    }
  }
}

async function pass(trx: TransactionClientContract, request: GateRequest): Promise<Passage> {
  const { event, by, repeatable } = request
  const dossier = await lockDossier(trx, request.dossierId)
  if (!dossier) notFound()
  if (repeatable) {
    const before = await savedAnswer<Passage>(trx, repeatable)
    if (before) return { ...before, repeated: true }
  }
  const circumstances = await readCircumstances(trx, dossier.row, dossier.release, {
    at: event.type === 'add_image' ? event.startedAt : undefined,
    notices: event.type === 'submit',
  })
  const agreed = await readAgreed(trx, dossier, circumstances)
  const decision = decide({ ...dossier.core, agreed }, event, by, circumstances)
  if (!decision.ok) throw new Refused(decision.refusal)
  const passage = await write(trx, request, dossier, decision.row, decision.change)
  if (repeatable) await saveAnswer(trx, repeatable, passage)
  return passage
}

/** Who has accepted at this stage in this round; asked only where a stage wants several reviewers. */
async function readAgreed(
  trx: TransactionClientContract,
  { row }: ReadDossier,
  { stages }: Circumstances
): Promise<string[]> {
  if (row.state === 'draft' || (stages[row.stage]?.approvals ?? 1) < 2) return []
  const rows = await Decision.query({ client: trx })
    .where({ dossierId: row.id, stage: row.stage, round: row.round })
    .select('staff_id')
    .distinct('staff_id')
  return rows.map(({ staffId }) => staffId)
}

async function write(
  trx: TransactionClientContract,
  { event, by, image }: GateRequest,
  dossier: ReadDossier,
  ruleRow: string,
  change: Change
): Promise<Passage> {
  const now = clock.now()
  const { row } = dossier
  const version = row.version + 1
  const round = change.dossier.round ?? row.round
  const stage = change.dossier.stage ?? row.stage
  const written: Writing['written'] = { receipt: null, manifest: row.manifest, images: 0 }

  await writeItems(trx, change)
  for (const effect of change.effects) {
    await writeEffect(trx, dossier, effect, { now, round, stage, image, by, event, written })
  }

  const entersStage =
    change.to === 'submitted' && (row.state !== 'in_review' || stage !== row.stage)
  const affected = await trx
    .from('dossiers')
    .where({ region_id: currentRegionId(), id: row.id, version: row.version, state: row.state })
    .update({
      state: change.to,
      stage,
      round,
      version,
      manifest: written.manifest,
      updated_at: now,
      ...('deadline' in change.dossier && { deadline: change.dossier.deadline }),
      ...('lastUploadAt' in change.dossier && { last_upload_at: change.dossier.lastUploadAt }),
      ...('claimToken' in change.dossier && { claim_token: change.dossier.claimToken }),
      ...('claim' in change.dossier && {
        claim_by: change.dossier.claim?.by ?? null,
        claim_until: change.dossier.claim?.until ?? null,
      }),
      ...(entersStage && { stage_entered_at: now }),
      ...(written.receipt && { submitted_at: now }),
    })
  if (Number(affected) !== 1) throw new Refused({ code: 'STATE_MOVED_ON' })

  await appendAuditEntry(trx, {
    chain: `dossier:${row.id}`,
    at: now,
    actor: by,
    action: event.type,
    payload: {
      row: ruleRow,
      from: row.state,
      to: change.to,
      atStage: row.stage,
      stage,
      round,
      version,
      ...said(event),
      ...(written.receipt && { receipt: written.receipt, images: written.images }),
    },
  })
  for (const effect of change.effects) {
    if (effect.kind !== 'message') continue
    await leaveInOutbox(
      trx,
      { id: row.id, version },
      {
        candidateId: row.candidateId,
        template: effect.template,
        variables: {
          ...effect.variables,
          ...(written.receipt && { receipt: written.receipt }),
          ...stageName(dossier, row.stage),
        },
      }
    )
  }
  return {
    row: ruleRow,
    state: change.to,
    version,
    round,
    claimToken: change.dossier.claimToken ?? row.claimToken,
    receipt: written.receipt,
    imageId: event.type === 'add_image' ? event.image.id : null,
    repeated: false,
  }
}

function stageName({ release }: ReadDossier, index: number): MessageVariables {
  const stage = release.workflow.stages[index]
  return stage ? { stageZh: stage.zh, stageEn: stage.en } : {}
}

/** What the audit keeps of an event beside the transition: ids and codes, no personal data. */
function said(event: DossierEvent): Record<string, unknown> {
  switch (event.type) {
    case 'add_image':
      return { item: event.item, image: event.image.id, sha256: event.image.sha256 }
    case 'delete_image':
      return { item: event.item, image: event.image }
    case 'want':
      return { item: event.item, wanted: event.wanted }
    case 'answer':
      return { item: event.item, because: event.because }
    case 'submit':
      return { declaration: event.declarationVersion }
    case 'finish':
      return {
        manifest: event.manifest,
        returned: event.verdicts.filter(({ as }) => as === 'returned').map(({ item }) => item),
        accepted: event.verdicts.filter(({ as }) => as === 'accepted').map(({ item }) => item),
      }
    default:
      return {}
  }
}

/** Items that change alike are written by one statement. */
async function writeItems(trx: TransactionClientContract, change: Change) {
  interface Group {
    ids: string[]
    columns: Record<string, unknown>
  }
  const groups = new Map<string, Group>()
  for (const { id, set } of change.items) {
    const columns = {
      ...('wanted' in set && { wanted: set.wanted }),
      ...('verdict' in set && {
        verdict: set.verdict?.as ?? null,
        verdict_stage: set.verdict?.stage ?? null,
      }),
      ...('reopened' in set && {
        reopened: Boolean(set.reopened),
        changed: set.reopened?.changed ?? false,
        answer: set.reopened?.answer ?? null,
      }),
    }
    const key = JSON.stringify(columns)
    const group: Group = groups.get(key) ?? { ids: [], columns }
    group.ids.push(id)
    groups.set(key, group)
  }
  for (const { ids, columns } of groups.values()) {
    await Item.query({ client: trx })
      .where('regionId', currentRegionId())
      .whereIn('id', ids)
      .update(columns)
  }
}

interface Writing {
  now: number
  round: number
  stage: number
  image?: ImageFacts
  by: By
  event: DossierEvent
  /** What the effects leave for the dossier's row and the audit. */
  written: { receipt: string | null; manifest: string | null; images: number }
}

async function writeEffect(
  trx: TransactionClientContract,
  dossier: ReadDossier,
  effect: Effect,
  writing: Writing
) {
  switch (effect.kind) {
    case 'place_image':
      return placeImage(trx, dossier, effect, writing)
    case 'remove_image':
      return removeImage(trx, effect, writing.now)
    case 'manifest':
      return keepManifest(trx, dossier, writing)
    case 'decisions':
      return keepDecisions(trx, dossier, effect, writing)
  }
}

async function placeImage(
  trx: TransactionClientContract,
  { row, images }: ReadDossier,
  { item, image: placed }: Extract<Effect, { kind: 'place_image' }>,
  { image, now }: Writing
) {
  if (!image) throw new Error('add_image needs the facts of the stored file')
  const last = Math.max(0, ...images.filter(({ itemId }) => itemId === item).map((i) => i.position))
  await Image.create(
    { id: placed.id, dossierId: row.id, itemId: item, ...image, storedAt: now, removedAt: null },
    { client: trx }
  )
  await ImagePlace.create(
    { id: uuid(), imageId: placed.id, itemId: item, place: placed.place, position: last + 1 },
    { client: trx }
  )
}

async function removeImage(
  trx: TransactionClientContract,
  { image }: Extract<Effect, { kind: 'remove_image' }>,
  now: number
) {
  const region = currentRegionId()
  await Image.query({ client: trx })
    .where('regionId', region)
    .where('id', image)
    .update({ removed_at: now })
  await ImagePlace.query({ client: trx }).where('regionId', region).where('imageId', image).delete()
}

/** The receipt: what was submitted, byte for byte, under which declaration (DOMAIN.md §2 rule 8). */
async function keepManifest(
  trx: TransactionClientContract,
  { row, core, release }: ReadDossier,
  { now, round, stage, written }: Writing
) {
  const manifest = Object.fromEntries(
    core.items
      .filter(({ images }) => images.length > 0)
      .map(({ material, images }) => [material, images.map((image) => image.sha256)])
  )
  const sha256 = createHash('sha256').update(JSON.stringify(manifest)).digest('hex')
  const receiptNumber = newReceiptNumber(row.regionId, now)
  await Submission.create(
    {
      id: uuid(),
      dossierId: row.id,
      round,
      stage,
      receiptNumber,
      manifest,
      sha256,
      declarationVersion: release.declaration.version,
      declaration: release.declaration.zh,
      submittedAt: now,
    },
    { client: trx }
  )
  written.receipt = receiptNumber
  written.manifest = sha256
  written.images = Object.values(manifest).flat().length
}

/** e.g. `SC20270118-48213077`: a day in China and eight random digits, to be read out on a phone. */
function newReceiptNumber(regionId: string, now: number): string {
  const day = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
  return `${regionId.toUpperCase()}${day}-${String(randomInt(100_000_000)).padStart(8, '0')}`
}

async function keepDecisions(
  trx: TransactionClientContract,
  { row }: ReadDossier,
  { verdicts }: Extract<Effect, { kind: 'decisions' }>,
  { now, by }: Writing
) {
  if (verdicts.length === 0) return
  const submission = await Submission.query({ client: trx })
    .where({ dossierId: row.id, round: row.round })
    .firstOrFail()
  const decisions = verdicts.map(({ item, as, note }) => ({
    id: uuid(),
    dossierId: row.id,
    submissionId: submission.id,
    itemId: item,
    stage: row.stage,
    round: row.round,
    staffId: by.id,
    verdict: as,
    note,
    manifest: submission.sha256,
    decidedAt: now,
  }))
  await Decision.createMany(decisions, { client: trx })
  const reasons = verdicts.flatMap(({ reasons: codes }, i) =>
    codes.map((reason) => ({ id: uuid(), decisionId: decisions[i].id, reason }))
  )
  if (reasons.length > 0) await DecisionReason.createMany(reasons, { client: trx })
}
