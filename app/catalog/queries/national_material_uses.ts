import { itemsInUse } from '#app/catalog/queries/material_uses'
import { runAsPlatform } from '#app/shared/region_context'

export interface RegionUses {
  zh: string
  en: string
  /** Dossiers. */
  n: number
}

/** How many dossiers of each region use a national material, the most first; no region where none does. */
export async function nationalMaterialUses(code: string): Promise<RegionUses[]> {
  const rows: { zh: string; en: string; total: number }[] = await runAsPlatform(
    'a national material may go only while no region uses it',
    () =>
      itemsInUse(code)
        .join('regions', 'regions.id', 'items.region_id')
        .groupBy('regions.id', 'regions.zh', 'regions.en')
        .select('regions.zh', 'regions.en')
        .count('* as total')
        .orderBy('total', 'desc')
        .orderBy('regions.id')
  )
  return rows.map(({ zh, en, total }) => ({ zh, en, n: Number(total) }))
}
