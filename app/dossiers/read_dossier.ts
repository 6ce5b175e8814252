import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type * as core from '#app/core/dossier'
import { checklist } from '#app/core/checklist'
import type { ReleaseDocument } from '#app/core/release'
import { releaseDocument } from '#app/catalog/releases'
import { currentRegionId } from '#app/shared/region_context'
import Dossier from './models/dossier.js'
import Item from './models/item.js'

/** A stored image in its place. */
export interface PlacedImage extends core.ItemImage {
  itemId: string
  position: number
  format: 'jpeg' | 'png'
  bytes: number
  width: number
  height: number
}

export interface ReadDossier {
  row: Dossier
  items: Item[]
  images: PlacedImage[]
  release: ReleaseDocument
  /** The same, as the core sees it. */
  core: core.Dossier
}

type Client = TransactionClientContract | undefined

/** Reads a dossier's items and images in the order that people see; three statements with the row. */
export async function readDossier(row: Dossier, client?: Client): Promise<ReadDossier> {
  const items = await Item.query({ client }).where('dossierId', row.id).orderBy('id')
  const images = await readImages(row.id, client)
  const release = await releaseDocument(row.releaseId, client)
  const order = new Map(release.materials.map(({ code, order: at }) => [code, at]))
  items.sort((a, b) => (order.get(a.material) ?? 0) - (order.get(b.material) ?? 0))
  return { row, items, images, release, core: toCore(row, items, images, release) }
}

/** Locks the dossier's row and reads it; null where this region has no such dossier. */
export async function lockDossier(
  trx: TransactionClientContract,
  id: string
): Promise<ReadDossier | null> {
  const row = await Dossier.query({ client: trx }).where('id', id).forUpdate().first()
  return row && readDossier(row, trx)
}

async function readImages(dossierId: string, client: Client): Promise<PlacedImage[]> {
  const db = client ?? (await import('@adonisjs/lucid/services/db')).default
  const rows: any[] = await db
    .from('images as i')
    .join('image_places as p', (join) =>
      join.on('p.region_id', 'i.region_id').andOn('p.image_id', 'i.id')
    )
    .where('i.region_id', currentRegionId())
    .where('i.dossier_id', dossierId)
    .whereNull('i.removed_at')
    .orderBy([{ column: 'p.position' }, { column: 'i.id' }])
    .select('i.id', 'i.item_id', 'i.sha256', 'i.format', 'i.bytes', 'i.width', 'i.height')
    .select('p.place', 'p.position')
  return rows.map(({ item_id: itemId, ...row }) => ({ ...row, itemId }))
}

function toCore(
  row: Dossier,
  items: Item[],
  images: PlacedImage[],
  release: ReleaseDocument
): core.Dossier {
  const material = new Map(checklist(release, {}).map((one) => [one.material.code, one]))
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
    agreed: [],
    items: items.map((item) => ({
      id: item.id,
      material: item.material,
      need: item.need,
      min: item.min,
      max: item.max,
      places: material.get(item.material)?.places ?? [],
      alternatives: material.get(item.material)?.alternatives ?? [],
      wanted: item.wanted,
      images: images.filter(({ itemId }) => itemId === item.id),
      verdict: item.verdict && { as: item.verdict, stage: item.verdictStage! },
      reopened: item.reopened ? { changed: item.changed, answer: item.answer } : null,
    })),
  }
}
