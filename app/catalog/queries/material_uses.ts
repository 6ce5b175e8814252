import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { currentRegionId } from '#app/shared/region_context'

type Client = Pick<QueryClientContract, 'from'>

/** How many dossiers of the region in context use a material. */
export async function materialUses(code: string, client: Client = db): Promise<number> {
  const [{ total }] = await itemsInUse(code, client)
    .where('items.region_id', currentRegionId())
    .count('* as total')
  return Number(total)
}

/**
 * The items that use a material: asked for, wanted by the candidate, or with pictures, which are kept
 * while they are hidden. By table, as the models belong to an area below.
 */
export function itemsInUse(code: string, client: Client = db) {
  return client
    .from('items')
    .where('items.material', code)
    .where((item) =>
      item
        .whereNot('items.need', 'not_asked')
        .orWhere('items.wanted', true)
        .orWhereExists((pictures) =>
          pictures
            .from('image_places')
            .whereColumn('image_places.region_id', 'items.region_id')
            .whereColumn('image_places.item_id', 'items.id')
        )
    )
}
