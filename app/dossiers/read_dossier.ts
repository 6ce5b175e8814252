import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type * as core from '#app/core/dossier'
import { checklist } from '#app/core/checklist'
import type { ReleaseDocument } from '#app/core/release'
import { releaseDocument } from '#app/catalog/releases'
import { columnsOf, plainIn, plainOf, type Plain } from '#app/shared/joined_models'
import { currentRegionId } from '#app/shared/region_context'
import Dossier from '#app/dossiers/models/dossier'
import Image from '#app/dossiers/models/image'
import ImagePlace from '#app/dossiers/models/image_place'
import Item from '#app/dossiers/models/item'
import Proposal from '#app/dossiers/models/proposal'

/** A stored image in its place. */
export interface PlacedImage extends core.ItemImage {
  itemId: string
  position: number
  format: 'jpeg' | 'png'
  bytes: number
  width: number
  height: number
  receivedAt: number
  /** The member of staff who added it on the candidate's behalf. */
  addedBy: string | null
}

export type DossierRow = Plain<typeof Dossier>
export type ItemRow = Plain<typeof Item>

export interface ReadDossier {
  row: DossierRow
  items: ItemRow[]
  images: PlacedImage[]
  release: ReleaseDocument
  /** The same, as the core sees it. */
  core: core.Dossier
}

type Client = TransactionClientContract | undefined

/** Reads a dossier's items and images in the order that people see: one statement beside the row's. */
export async function readDossier(row: DossierRow, client?: Client): Promise<ReadDossier> {
  const items = (client ?? db).from('items as t')
  const rows: any[] = await withImages(items)
    .where('t.region_id', currentRegionId())
    .where('t.dossier_id', row.id)
  return dossierIn(row, rows, client)
}

/** Adds the images of the items `t`, and their places. */
function withImages(query: DatabaseQueryBuilderContract<any>) {
  return query
    .leftJoin('images as i', (join) =>
      join.on('i.region_id', 't.region_id').andOn('i.item_id', 't.id').andOnNull('i.removed_at')
    )
    .leftJoin('image_places as p', (join) =>
      join.on('p.region_id', 'i.region_id').andOn('p.image_id', 'i.id')
    )
    .orderBy([{ column: 'p.position' }, { column: 'i.id' }])
    .select(...columnsOf(Item, 't'), ...columnsOf(Image, 'i'), ...columnsOf(ImagePlace, 'p'))
}

async function dossierIn(row: DossierRow, rows: any[], client: Client): Promise<ReadDossier> {
  const release = await releaseDocument(row.releaseId, client)
  const items = itemsIn(rows, release)
  const images = inPlaceOrder(imagesIn(rows), items, release)
  return { row, items, images, release, core: toCore(row, items, images, release) }
}

/** The step that waits for a second person, if one does; asked where a dossier can have one. */
export async function readProposal(
  row: DossierRow,
  client?: Client
): Promise<core.Proposal | null> {
  if (row.state !== 'submitted' && row.state !== 'approved' && row.state !== 'held') return null
  const open = await Proposal.query({ client }).where({ dossierId: row.id, open: 1 }).first()
  if (!open) return null
  const { id, kind, ground, reason, toStage, proposedBy } = open
  return { id, kind, ground, reason, toStage, by: proposedBy }
}

interface MaterialShape {
  order: number
  places: readonly string[]
  alternatives: readonly string[]
}

const shapes = new WeakMap<ReleaseDocument, Map<string, MaterialShape>>()

/** What a release says of its materials whatever the facts are; a release never changes. */
function shapesIn(release: ReleaseDocument): Map<string, MaterialShape> {
  const known = shapes.get(release)
  if (known) return known
  const alternatives = new Map(
    checklist(release, {}).map((one) => [one.material.code, one.alternatives])
  )
  const fresh = new Map(
    release.materials.map(({ code, order, places }) => [
      code,
      { order, places, alternatives: alternatives.get(code) ?? [] },
    ])
  )
  shapes.set(release, fresh)
  return fresh
}

function itemsIn(rows: any[], release: ReleaseDocument): ItemRow[] {
  const shape = shapesIn(release)
  const orderOf = ({ material }: ItemRow) => shape.get(material)?.order ?? 0
  const byId = new Map(rows.map((one) => [one.t__id as string, one]))
  return [...byId.values()]
    .map((one) => plainIn(Item, 't', one)!)
    .sort((a, b) => orderOf(a) - orderOf(b))
}

function imagesIn(rows: any[]): PlacedImage[] {
  return rows.flatMap((one) => {
    const image = plainIn(Image, 'i', one)
    const placed = plainIn(ImagePlace, 'p', one)
    if (!image || !placed) return []
    const { id, itemId, sha256, format, bytes, width, height, receivedAt, addedBy } = image
    const { place, position } = placed
    const facts = { id, itemId, sha256, format, bytes, width, height, receivedAt, addedBy }
    return [{ ...facts, place, position }]
  })
}

/** Some images of a dossier as people see them: by their places, then by position. */
export function inOrder<I extends Pick<PlacedImage, 'itemId' | 'place' | 'position'>>(
  images: I[],
  { items, release }: Pick<ReadDossier, 'items' | 'release'>
): I[] {
  return inPlaceOrder(
    images.toSorted((a, b) => a.position - b.position),
    items,
    release
  )
}

/** A card's front stays its first picture, also when it was replaced after the back. */
function inPlaceOrder<I extends Pick<PlacedImage, 'itemId' | 'place'>>(
  images: I[],
  items: ItemRow[],
  release: ReleaseDocument
): I[] {
  if (images.length < 2) return images
  const shape = shapesIn(release)
  const placesOf = new Map(items.map(({ id, material }) => [id, shape.get(material)?.places ?? []]))
  const rank = ({ itemId, place }: I) => {
    const at = place === null ? -1 : placesOf.get(itemId)!.indexOf(place)
    return at === -1 ? Number.MAX_SAFE_INTEGER : at
  }
  return images.toSorted((a, b) => rank(a) - rank(b))
}

/**
 * Locks the dossier's row and reads it; null where this region has no such dossier.
 *
 * @param only the one item that the event is about; without it all are read
 */
export async function lockDossier(
  trx: TransactionClientContract,
  id: string,
  only?: string
): Promise<ReadDossier | null> {
  const dossier = only ? await lockWithItem(trx, id, only) : await lockWhole(trx, id)
  if (!dossier) return null
  const proposal = await readProposal(dossier.row, trx)
  return { ...dossier, core: { ...dossier.core, proposal } }
}

async function lockWhole(trx: TransactionClientContract, id: string) {
  const [found] = await trx
    .from('dossiers')
    .where({ region_id: currentRegionId(), id })
    .select('*')
    .forUpdate()
  return found ? readDossier(plainOf(Dossier, found), trx) : null
}

/** Its row, the one item and its images by one statement: that is what an upload waits for. */
async function lockWithItem(trx: TransactionClientContract, id: string, itemId: string) {
  const own = trx
    .from('dossiers as d')
    .leftJoin('items as t', (join) =>
      join.on('t.region_id', 'd.region_id').andOn('t.dossier_id', 'd.id').andOnVal('t.id', itemId)
    )
  const rows: any[] = await withImages(own)
    .where('d.region_id', currentRegionId())
    .where('d.id', id)
    .select(...columnsOf(Dossier, 'd'))
    .forUpdate()
  if (rows.length === 0) return null
  const row = plainIn(Dossier, 'd', rows[0])!
  return dossierIn(row, rows[0].t__id === null ? [] : rows, trx)
}

/** A dossier for what asks nothing of its items; its tray says that no proposal is open. */
export async function withoutItems(row: DossierRow, client: Client): Promise<ReadDossier> {
  return dossierIn(row, [], client)
}

function toCore(
  row: DossierRow,
  items: ItemRow[],
  images: PlacedImage[],
  release: ReleaseDocument
): core.Dossier {
  const shape = shapesIn(release)
  return {
    id: row.id,
    candidateId: row.candidateId,
    state: row.state,
    version: row.version,
    stage: row.stage,
    round: row.round,
    manifest: row.manifest,
    factsRevision: row.factsRevision,
    deadline: row.deadline,
    lastUploadAt: row.lastUploadAt,
    claim:
      row.claimBy === null
        ? null
        : { by: row.claimBy, token: row.claimToken, until: row.claimUntil! },
    claimToken: row.claimToken,
    agreed: row.agreed,
    returns: row.returns,
    releaseId: row.releaseId,
    submittedFrom: row.submittedFrom,
    returnedBy: row.returnedBy,
    held: row.heldFrom && { from: row.heldFrom, at: row.heldAt! },
    lapsed: row.lapsedFrom && { from: row.lapsedFrom, at: row.lapsedAt! },
    proposal: null,
    flag: row.flag,
    items: items.map((item) => ({
      id: item.id,
      material: item.material,
      need: item.need,
      min: item.min,
      max: item.max,
      places: shape.get(item.material)?.places ?? [],
      alternatives: shape.get(item.material)?.alternatives ?? [],
      wanted: item.wanted,
      images: images.filter(({ itemId }) => itemId === item.id),
      verdict: item.verdict && { as: item.verdict, stage: item.verdictStage },
      reopened: item.reopened ? { changed: item.changed, answer: item.answer } : null,
      parked: item.parked ? { changed: item.changed, answer: item.answer } : null,
      reopenedBy: item.reopenedBy,
      before: item.beforeVerdict && { as: item.beforeVerdict, stage: item.beforeStage },
      declaredAt: item.declaredAt,
    })),
  }
}
