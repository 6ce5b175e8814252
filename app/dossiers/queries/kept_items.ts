import { clock } from '#app/shared/clock'
import Dossier from '#app/dossiers/models/dossier'
import type { Surroundings } from '#app/dossiers/circumstances'
import { readDossier, type PlacedImage, type ReadDossier } from '#app/dossiers/read_dossier'
import { approvedEarlier } from './approved_before_here.js'
import { saidOfItems } from './said_of_items.js'

/** What was approved last time and is kept: the pictures, and when they were accepted (ms). */
export interface KeptItem {
  images: PlacedImage[]
  acceptedAt: number | null
}

/**
 * The pictures behind the items that are carried over, by material (DOMAIN.md §5): they stay where
 * they are, in the dossier that was approved. Nothing is asked where nothing is carried over.
 */
export async function keptItems(
  { core, release }: ReadDossier,
  { registration }: Surroundings
): Promise<ReadonlyMap<string, KeptItem>> {
  const kept = new Map<string, KeptItem>()
  if (!core.items.some(({ need }) => need === 'carried_over')) return kept
  const earlier = await approvedEarlier(registration, release, clock.now())
  const row = earlier && (await Dossier.find(earlier))
  if (!row) return kept
  const { core: old, images } = await readDossier(row)
  const said = await saidOfItems(row.id)
  for (const { id, material } of old.items) {
    const accepted = said.find((one) => one.itemId === id && one.verdict === 'accepted')
    kept.set(material, {
      images: images.filter(({ itemId }) => itemId === id),
      acceptedAt: accepted?.at ?? null,
    })
  }
  return kept
}
