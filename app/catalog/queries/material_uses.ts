import db from '@adonisjs/lucid/services/db'
import { currentRegionId } from '#app/shared/region_context'

/**
 * How many dossiers of the region in context have a material as one of theirs: asked for, or wanted
 * by the candidate. By table, as the models belong to an area below.
 */
export async function materialUses(code: string): Promise<number> {
  const [{ total }] = await db
    .from('items')
    .where('region_id', currentRegionId())
    .where('material', code)
    .where((either) => either.whereNot('need', 'not_asked').orWhere('wanted', true))
    .count('* as total')
  return Number(total)
}
