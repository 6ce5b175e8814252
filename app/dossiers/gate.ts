import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import {
  decide,
  type By,
  type Change,
  type Dossier as CoreDossier,
  type DossierEvent,
  type State,
} from '#app/core/dossier'
import { HOUR } from '#app/core/time'
import { drawsAfter } from '#app/core/workflow'
import { appendAuditEntry } from '#app/audit/append_entry'
import { leaveInOutbox, wasLeftSince, type MessageVariables } from '#app/messages/outbox'
import { clock } from '#app/shared/clock'
import { notFound, Refused } from '#app/shared/exceptions/refused'
import { saveAnswer, savedAnswer, type Repeatable } from '#app/shared/idempotency'
import { currentRegionId } from '#app/shared/region_context'
import { insideTransaction, isUniqueViolation, transaction } from '#app/shared/transaction'
import { readCircumstances, type Surroundings } from './circumstances.js'
import {
  writeEffect,
  writeItems,
  type ImageFacts,
  type Placed,
  type Writing,
} from './gate_effects.js'
import { lotsOf } from './lots.js'
import { moveCount } from './queue_counts.js'
import { lockDossier, withoutItems, type DossierRow, type ReadDossier } from './read_dossier.js'
import { standingsOf } from './standing.js'

export type { ImageFacts } from './gate_effects.js'

export interface GateRequest {
  dossierId: string
  event: DossierEvent
  by: By
  /** Of an `add_image`: its object is already stored. */
  image?: ImageFacts
  repeatable?: Repeatable
  /** How it came, where not by the person's own page: a chain of the audit, `handover:<id>`. */
  via?: string
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
  placed: Placed | null
  /** A repeated request: this is the answer of the first one and nothing was done again. */
  repeated: boolean
}

/** A candidate's own parallel uploads collide on `version`: they are decided anew, nothing else is. */
const REDECIDED = new Set(['add_image', 'delete_image', 'reorder', 'declare'])
const TRIES = 3

/** The clock submits what is complete, so it asks what a candidate is asked. */
const ASKS_NOTICES = new Set(['submit', 'lapse'])
const ASKS_CONFLICT = new Set(['claim', 'take_over', 'confirm', 'add_image', 'delete_image'])

/** Told once, however many pictures staff add while a candidate stands before them. */
const ONCE_A_VISIT = new Set(['added_for'])
const VISIT = HOUR

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
      return await transaction((trx) => pass(trx, request, attempt > 1))
    } catch (error) {
      // Lost a race: against another version, or against the same idempotency key.
      const lost = error instanceof Refused && error.refusal.code === 'STATE_MOVED_ON'
      const mayRetry = (lost && REDECIDED.has(request.event.type)) || isUniqueViolation(error)
      if (!mayRetry || attempt === TRIES) throw error
    }
  }
}

/** Finds a dossier and locks its row; null where there is none. */
export type PickDossier = (
  trx: TransactionClientContract
) => Promise<{ row: DossierRow; by: GateRequest['by'] } | null>

export type ClaimedNext = Passage & { dossierId: string }

/**
 * The same for a claim of whichever dossier is next: it is chosen and locked in the transaction that
 * claims it, so that of many who ask at once nobody tries what another one is just given. A claim asks
 * nothing of the items, so they are not read.
 *
 * @returns null where there is none, or what was picked and why it is not for him
 * @throws Refused STATE_MOVED_ON for the loser of a race where the database takes no lock
 */
export async function claimNextThroughGate(
  pick: PickDossier
): Promise<ClaimedNext | { refused: string } | null> {
  if (insideTransaction()) throw new Error('The gate opens its own transaction')
  return transaction(async (trx) => {
    const picked = await pick(trx)
    if (!picked) return null
    const { row, by } = picked
    const request: GateRequest = { dossierId: row.id, event: { type: 'claim' }, by }
    const dossier = await withoutItems(row, trx)
    const { decision, around } = await decideOn(trx, request, dossier)
    if (!decision.ok) return { refused: row.id }
    return { dossierId: row.id, ...(await write(trx, request, dossier, decision, around)) }
  })
}

/** What happens to one item is decided by that item alone: a dossier has fifty others. */
const ABOUT_ONE_ITEM = new Set(['add_image', 'delete_image', 'reorder'])
/** Uploads are seldom repeated: the unique key tells, instead of a question each time. */
const SELDOM_REPEATED = new Set(['add_image'])

async function pass(
  trx: TransactionClientContract,
  request: GateRequest,
  again: boolean
): Promise<Passage> {
  const { event, repeatable } = request
  const only = 'item' in event && ABOUT_ONE_ITEM.has(event.type) ? event.item : undefined
  const dossier = await lockDossier(trx, request.dossierId, only)
  if (!dossier) notFound()
  const answeredBefore = () => repeatable && savedAnswer<Passage>(trx, repeatable)
  const asksFirst = again || !SELDOM_REPEATED.has(event.type)
  const before = asksFirst ? await answeredBefore() : null
  if (before) return { ...before, repeated: true }
  const { decision, around } = await decideOn(trx, request, dossier)
  if (!decision.ok) {
    const answered = asksFirst ? null : await answeredBefore()
    if (answered) return { ...answered, repeated: true }
    throw new Refused(decision.refusal)
  }
  const passage = await write(trx, request, dossier, decision, around)
  if (repeatable) await saveAnswer(trx, repeatable, passage)
  return passage
}

/** Lets the core decide on what is read under the lock. */
async function decideOn(
  trx: TransactionClientContract,
  { event, by }: GateRequest,
  dossier: ReadDossier
) {
  const circumstances = await readCircumstances(trx, dossier.row, dossier.release, {
    at: event.type === 'add_image' ? event.startedAt : undefined,
    notices: ASKS_NOTICES.has(event.type),
    staffId: ASKS_CONFLICT.has(event.type) && by.kind === 'staff' ? by.id : undefined,
    chain: chainOf(dossier.row),
    returns: event.type === 'finish' && event.verdicts.some(({ as }) => as === 'returned'),
  })
  const { around } = circumstances
  return { decision: decide(dossier.core, event, by, circumstances), around }
}

async function write(
  trx: TransactionClientContract,
  { event, by, image, via }: GateRequest,
  dossier: ReadDossier,
  { row: ruleRow, change }: { row: string; change: Change },
  { registration, chainHead }: Surroundings
): Promise<Passage> {
  const now = clock.now()
  const { row } = dossier
  const version = row.version + 1
  const round = change.dossier.round ?? row.round
  const stage = change.dossier.stage ?? row.stage
  const written: Writing['written'] = {
    receipt: null,
    manifest: row.manifest,
    images: 0,
    placed: null,
  }
  const standings = standingsOf(
    dossier,
    change,
    event.type === 'facts_changed' ? registration : null
  )
  const writing: Writing = { trx, dossier, now, round, stage, by, image, written }

  await writeItems(trx, change)
  for (const effect of change.effects) await writeEffect(writing, effect)

  const entersStage =
    change.to === 'submitted' && (row.state !== 'in_review' || stage !== row.stage)
  const affected = await trx
    .from('dossiers')
    .where({ region_id: currentRegionId(), id: row.id, version: row.version, state: row.state })
    .update({
      state: change.to,
      version,
      manifest: written.manifest,
      updated_at: now,
      ...columnsOf(change.dossier),
      ...(change.to === 'withdrawn' && { live: null }),
      ...standings.columns,
      ...(entersStage && { stage_entered_at: now }),
      ...unreadSince(row.state, change.to, by, now),
      ...(written.receipt && { submitted_at: now, images: written.images }),
    })
  if (Number(affected) !== 1) throw new Refused({ code: 'STATE_MOVED_ON' })

  const payload = {
    row: ruleRow,
    from: row.state,
    to: change.to,
    atStage: row.stage,
    stage,
    round,
    version,
    ...said(event),
    ...(PASSES.has(ruleRow) && drawsOf(dossier)),
    ...(via && { via }),
    ...(written.receipt && { receipt: written.receipt, images: written.images }),
  }
  const facts = { chain: chainOf(row), at: now, actor: by, action: event.type, payload }
  await appendAuditEntry(trx, facts, chainHead)
  await moveCount(trx, standings, now)
  await leaveMessages(trx, dossier, change, version, written.receipt)
  return {
    row: ruleRow,
    state: change.to,
    version,
    round,
    claimToken: change.dossier.claimToken ?? row.claimToken,
    receipt: written.receipt,
    imageId: event.type === 'add_image' ? event.image.id : null,
    placed: written.placed,
    repeated: false,
  }
}

/** A return is unread until its candidate looks at it; whoever changes something has looked. */
function unreadSince(from: State, to: State, by: By, now: number) {
  if (by.kind === 'candidate') return { unread_since: null }
  const isNew = to === 'returned' && from !== 'returned' && from !== 'held'
  return isNew ? { unread_since: now } : {}
}

/** Rows of the table by which a stage is done. */
const PASSES = new Set(['7', '8'])

/** Why a stage that samples sees this dossier or not, where there is one: it can be checked afterwards. */
function drawsOf({ row, release }: ReadDossier) {
  const draws = drawsAfter(release.workflow, row.stage, lotsOf(row))
  return draws.length > 0 && { draws }
}

const chainOf = ({ id }: Pick<DossierRow, 'id'>) => `dossier:${id}`

const PLAIN: Record<string, string> = {
  stage: 'stage',
  round: 'round',
  deadline: 'deadline',
  lastUploadAt: 'last_upload_at',
  claimToken: 'claim_token',
  factsRevision: 'facts_revision',
  releaseId: 'release_id',
  returns: 'returns',
  submittedFrom: 'submitted_from',
  returnedBy: 'returned_by',
  flag: 'flag',
}

/** What the core sets of a dossier, as its row keeps it. */
function columnsOf(set: Change['dossier']): Record<string, unknown> {
  const columns: Record<string, unknown> = {}
  for (const key of Object.keys(set) as (keyof CoreDossier & keyof typeof set)[]) {
    if (PLAIN[key]) columns[PLAIN[key]] = set[key]
  }
  const { agreed, claim, held, lapsed } = set
  return {
    ...columns,
    ...(agreed && { agreed: JSON.stringify(agreed) }),
    ...(claim !== undefined && { claim_by: claim?.by ?? null, claim_until: claim?.until ?? null }),
    ...(held !== undefined && { held_from: held?.from ?? null, held_at: held?.at ?? null }),
    ...(lapsed !== undefined && {
      lapsed_from: lapsed?.from ?? null,
      lapsed_at: lapsed?.at ?? null,
    }),
  }
}

async function leaveMessages(
  trx: TransactionClientContract,
  dossier: ReadDossier,
  change: Change,
  version: number,
  receipt: string | null
) {
  const { id, candidateId, stage } = dossier.row
  for (const effect of change.effects) {
    if (effect.kind !== 'message') continue
    const { template, variables } = effect
    const since = clock.now() - VISIT
    if (ONCE_A_VISIT.has(template) && (await wasLeftSince(trx, { id, template, since }))) continue
    const worded = { ...variables, ...(receipt && { receipt }), ...stageName(dossier, stage) }
    await leaveInOutbox(
      trx,
      { id, version },
      { candidateId, template, variables: { ...worded, ...reasonName(dossier, variables.reason) } }
    )
  }
}

function stageName({ release }: ReadDossier, index: number): MessageVariables {
  const stage = release.workflow.stages[index]
  return stage ? { stageZh: stage.zh, stageEn: stage.en } : {}
}

/** A final reason is told in words: the release may have changed by the time it is read. */
function reasonName({ release }: ReadDossier, code?: string | number): MessageVariables {
  const reason = release.reasons.find((one) => one.code === code)
  return reason ? { reasonZh: reason.zh, reasonEn: reason.en } : {}
}

/** What the audit keeps of an event beside the transition: ids and codes, no words of a person. */
function said(event: DossierEvent): Record<string, unknown> {
  switch (event.type) {
    case 'add_image': {
      const { item, image, replaces } = event
      return { item, image: image.id, sha256: image.sha256, ...(replaces && { replaces }) }
    }
    case 'delete_image':
      return { item: event.item, image: event.image }
    case 'reorder':
      return { item: event.item, order: event.order }
    case 'want':
      return { item: event.item, wanted: event.wanted }
    case 'declare':
      return {
        item: event.item,
        declared: event.declared,
        ...(event.text && { text: event.text }),
      }
    case 'answer':
      return { item: event.item, answered: event.because.trim() !== '' }
    case 'submit':
      return { declaration: event.declarationVersion }
    case 'finish':
      return {
        manifest: event.manifest,
        returned: event.verdicts.filter(({ as }) => as === 'returned').map(({ item }) => item),
        accepted: event.verdicts.filter(({ as }) => as === 'accepted').map(({ item }) => item),
      }
    case 'propose': {
      const { id, kind, reason } = event.proposal
      return { proposal: id, kind, ...(reason && { reason }) }
    }
    case 'confirm':
    case 'refuse':
      return { proposal: event.proposal }
    case 'step_back':
      return { toStage: event.toStage }
    case 'reinstate':
      return { deadline: event.deadline }
    case 'extend':
      return { by: event.by }
    case 'facts_changed':
      return { revision: event.factsRevision, ...(event.answered && { answered: true }) }
    case 'move_release':
      return { release: event.releaseId }
    default:
      return {}
  }
}
