import { CATALOG_CHAIN, type CatalogChange } from '#app/catalog/audit_catalog'
import PlatformEntry from '#app/audit/models/platform_entry'
import Staff from '#app/identity/models/staff'

const AT_ONCE = 50

/** Who did what to the national catalog, newest first. @param before a number that was seen already */
export async function catalogHistory(before: number | null) {
  const rows = await PlatformEntry.query()
    .where({ chain: CATALOG_CHAIN })
    .if(before !== null, (query) => query.where('seq', '<', before!))
    .orderBy('seq', 'desc')
    .limit(AT_ONCE + 1)
  const shown = rows.slice(0, AT_ONCE)
  const people = shown.filter(({ actorKind }) => actorKind === 'staff').map((one) => one.actorId)
  const staff = await Staff.query().whereIn('id', [...new Set(people)])
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  return {
    entries: shown.map(({ seq, at, actorId, action, payload }) => ({
      seq,
      at,
      by: names.get(actorId) ?? null,
      ...({ action, ...payload } as CatalogChange),
    })),
    /** Where the older ones begin; null at the end. */
    older: rows.length > AT_ONCE ? shown.at(-1)!.seq : null,
  }
}
