import { createHash, randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { By, Change, Effect, ItemChange } from '#app/core/dossier'
import { isAsked } from '#app/core/item_state'
import { insertPlain } from '#app/shared/joined_models'
import { currentRegionId } from '#app/shared/region_context'
import Decision from '#app/dossiers/models/decision'
import DecisionPin from '#app/dossiers/models/decision_pin'
import DecisionReason from '#app/dossiers/models/decision_reason'
import FinishedReview from '#app/dossiers/models/finished_review'
import Image from '#app/dossiers/models/image'
import ImagePlace from '#app/dossiers/models/image_place'
import Item from '#app/dossiers/models/item'
import LostClaim from '#app/dossiers/models/lost_claim'
import Proposal from '#app/dossiers/models/proposal'
import Remark from '#app/dossiers/models/remark'
import ReviewConflict from '#app/dossiers/models/review_conflict'
import Submission from '#app/dossiers/models/submission'
import { inOrder, type ReadDossier } from './read_dossier.js'

/** The facts of a stored file that its row keeps; the gate adds where it belongs. */
export type ImageFacts = Pick<
  Image,
  'format' | 'sha256' | 'bytes' | 'width' | 'height' | 'orientation' | 'receivedAt'
>

/** Where a new image came to stand in its item; the first position is 1. */
export interface Placed {
  place: string | null
  position: number
}

/** What the gate knows while it writes a decided change; only the gate writes one. */
export interface Writing {
  trx: TransactionClientContract
  dossier: ReadDossier
  now: number
  /** After the change. */
  round: number
  stage: number
  by: By
  image?: ImageFacts
  /** What the effects leave for the dossier's row and the audit. */
  written: {
    receipt: string | null
    manifest: string | null
    images: number
    placed: Placed | null
  }
}

type Written<K extends Effect['kind']> = (
  writing: Writing,
  effect: Extract<Effect, { kind: K }>
) => Promise<void>

const WRITERS: { [K in Exclude<Effect['kind'], 'message'>]: Written<K> } = {
  manifest: keepManifest,
  open_item: openItem,
  place_image: placeImage,
  remove_image: removeImage,
  order_images: orderImages,
  decisions: keepDecisions,
  take_back: takeBack,
  open_proposal: openProposal,
  close_proposal: closeProposal,
  conflict: keepConflict,
  claim_lost: tellOfLostClaim,
  remark: keepRemark,
}

/** Writes one effect in the gate's transaction; messages are left in the outbox by the gate itself. */
export async function writeEffect(writing: Writing, effect: Effect) {
  if (effect.kind === 'message') return
  await (WRITERS[effect.kind] as Written<any>)(writing, effect)
}

/** Items that change alike are written by one statement. */
export async function writeItems(trx: TransactionClientContract, change: Change) {
  const groups = new Map<string, { ids: string[]; columns: Record<string, unknown> }>()
  for (const { id, set } of change.items) {
    const columns = columnsOf(set)
    const key = JSON.stringify(columns)
    const group = groups.get(key) ?? { ids: [], columns }
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

function columnsOf(set: ItemChange): Record<string, unknown> {
  const { need, min, max, wanted, verdict, reopened, parked, reopenedBy, before, declaredAt } = set
  const said = reopened ?? parked
  return {
    ...(need !== undefined && { need }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(wanted !== undefined && { wanted }),
    ...(verdict !== undefined && {
      verdict: verdict?.as ?? null,
      verdict_stage: verdict?.stage ?? null,
    }),
    ...((reopened !== undefined || parked !== undefined) && {
      reopened: Boolean(reopened),
      parked: Boolean(parked),
      changed: said?.changed ?? false,
      answer: said?.answer ?? null,
    }),
    ...(reopenedBy !== undefined && { reopened_by: reopenedBy }),
    ...(before !== undefined && {
      before_verdict: before?.as ?? null,
      before_stage: before?.stage ?? null,
    }),
    ...(declaredAt !== undefined && { declared_at: declaredAt }),
  }
}

/** The columns of a new item, as opening a dossier and a changed checklist make it. */
export function newItem(
  dossierId: string,
  { id, material, need, min, max }: Pick<Item, 'id' | 'material' | 'need' | 'min' | 'max'>,
  reopened = false
) {
  const none = { wanted: false, changed: false, parked: false }
  return { id, dossierId, material, need, min, max, ...none, reopened }
}

async function openItem(
  { trx, dossier, stage }: Writing,
  { need: { item: id, ...asked }, reopenedBy }: Extract<Effect, { kind: 'open_item' }>
) {
  const open = reopenedBy && { verdict: 'returned' as const, verdictStage: stage, reopenedBy }
  await Item.create(
    { ...newItem(dossier.row.id, { id, ...asked }, reopenedBy !== null), ...open },
    { client: trx }
  )
}

async function placeImage(
  { trx, dossier, image, now, by, written }: Writing,
  { item, image: placed, at }: Extract<Effect, { kind: 'place_image' }>
) {
  if (!image) throw new Error('add_image needs the facts of the stored file')
  const { row, images } = dossier
  const own = images.filter(({ itemId }) => itemId === item)
  const replaced = own.find(({ id }) => id === at)
  const position = replaced?.position ?? Math.max(0, ...own.map((one) => one.position)) + 1
  const { id, place } = placed
  const addedBy = by.kind === 'staff' ? by.id : null
  const facts = { ...image, storedAt: now, removedAt: null, addedBy }
  await insertPlain(trx, Image, { id, dossierId: row.id, itemId: item, ...facts })
  await insertPlain(trx, ImagePlace, { id: uuid(), imageId: id, itemId: item, place, position })
  const others = own.filter((one) => one !== replaced)
  const order = inOrder([...others, { id, itemId: item, place, position }], dossier)
  written.placed = { place, position: order.findIndex((one) => one.id === id) + 1 }
}

async function removeImage(
  { trx, now }: Writing,
  { image }: Extract<Effect, { kind: 'remove_image' }>
) {
  const region = currentRegionId()
  await Image.query({ client: trx })
    .where('regionId', region)
    .where('id', image)
    .update({ removed_at: now })
  await ImagePlace.query({ client: trx }).where('regionId', region).where('imageId', image).delete()
}

async function orderImages(
  { trx, dossier: { images } }: Writing,
  { order }: Extract<Effect, { kind: 'order_images' }>
) {
  const known = new Map(images.map(({ id, position }) => [id, position]))
  for (const [at, imageId] of order.entries()) {
    if (known.get(imageId) === at + 1) continue
    await ImagePlace.query({ client: trx })
      .where('regionId', currentRegionId())
      .where('imageId', imageId)
      .update({ position: at + 1 })
  }
}

/** The receipt: what was submitted, byte for byte, under which declaration (DOMAIN.md §2 rule 8). */
async function keepManifest(
  { trx, dossier: { row, core, release }, now, round, stage, written }: Writing,
  { declared }: Extract<Effect, { kind: 'manifest' }>
) {
  const manifest = Object.fromEntries(
    core.items
      .filter((item) => item.images.length > 0 && isAsked(item))
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
      // Where the clock submits, nobody has declared anything.
      declarationVersion: declared ? release.declaration.version : '',
      declaration: declared ? release.declaration.zh : '',
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

/** For the dashboard, which counts reviews and not the thousand decisions in them. */
async function countReview(
  { trx, dossier: { row }, now, by }: Writing,
  { verdicts }: Extract<Effect, { kind: 'decisions' }>
) {
  const before = await FinishedReview.query({ client: trx })
    .where({ dossierId: row.id, round: row.round })
    .whereNot('staffId', by.id)
    .first()
  await insertPlain(trx, FinishedReview, {
    id: uuid(),
    dossierId: row.id,
    seasonId: row.seasonId,
    examPointId: row.examPointId,
    staffId: by.id,
    stage: row.stage,
    round: row.round,
    outcome: verdicts.some(({ as }) => as === 'returned') ? 'returned' : 'accepted',
    second: before !== null,
    finishedAt: now,
  })
}

async function keepDecisions(writing: Writing, effect: Extract<Effect, { kind: 'decisions' }>) {
  const { trx, dossier, now, by } = writing
  const { row } = dossier
  const { verdicts } = effect
  await countReview(writing, effect)
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
    token: row.claimToken,
  }))
  await Decision.createMany(decisions, { client: trx })
  const reasons = verdicts.flatMap(({ reasons: codes }, i) =>
    codes.map((reason) => ({ id: uuid(), decisionId: decisions[i].id, reason }))
  )
  if (reasons.length > 0) await DecisionReason.createMany(reasons, { client: trx })
  const pins = verdicts.flatMap(({ item: itemId, pins: placed = [] }, i) =>
    placed.map(({ image: imageId, ...pin }, at) => {
      return { id: uuid(), decisionId: decisions[i].id, itemId, imageId, number: at + 1, ...pin }
    })
  )
  if (pins.length > 0) await DecisionPin.createMany(pins, { client: trx })
}

async function takeBack(
  { trx, dossier: { row }, now, by }: Writing,
  { items }: Extract<Effect, { kind: 'take_back' }>
) {
  await Decision.query({ client: trx })
    .where('regionId', currentRegionId())
    .where({ dossierId: row.id, round: row.round, stage: row.stage, staffId: by.id })
    .where('verdict', 'returned')
    .whereIn('itemId', [...items])
    .update({ taken_back_at: now })
  await FinishedReview.query({ client: trx })
    .where('regionId', currentRegionId())
    .where({ dossierId: row.id, round: row.round, stage: row.stage, staffId: by.id })
    .where('outcome', 'returned')
    .delete()
}

async function openProposal(
  { trx, dossier: { row }, now }: Writing,
  { proposal: { by, ...proposal } }: Extract<Effect, { kind: 'open_proposal' }>
) {
  await Proposal.create(
    { ...proposal, dossierId: row.id, open: 1, proposedBy: by, proposedAt: now },
    { client: trx }
  )
}

async function closeProposal(
  { trx, now, by }: Writing,
  { id, outcome }: Extract<Effect, { kind: 'close_proposal' }>
) {
  await Proposal.query({ client: trx })
    .where('regionId', currentRegionId())
    .where('id', id)
    .update({ open: null, outcome, decided_by: by.id, decided_at: now })
}

async function keepConflict({ trx, dossier: { row }, now, by }: Writing) {
  await ReviewConflict.create(
    { id: uuid(), dossierId: row.id, staffId: by.id, declaredAt: now },
    { client: trx }
  )
}

async function tellOfLostClaim(
  { trx, dossier: { row }, now, by }: Writing,
  { staff }: Extract<Effect, { kind: 'claim_lost' }>
) {
  await LostClaim.create(
    { id: uuid(), dossierId: row.id, staffId: staff, takenBy: by.id, at: now },
    { client: trx }
  )
}

async function keepRemark(
  { trx, dossier: { row }, now, round, by }: Writing,
  { about, item, text }: Extract<Effect, { kind: 'remark' }>
) {
  await Remark.create(
    {
      ...{ id: uuid(), dossierId: row.id, itemId: item, about, round, text, at: now },
      ...{ authorKind: by.kind, authorId: by.id },
    },
    { client: trx }
  )
}
