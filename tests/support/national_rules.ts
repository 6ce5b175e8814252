import { parseCatalog } from '#app/core/release'
import { seedDocument } from '#database/demo/people'

/** The rules that hold where a region has none of its own. */
export const NATIONAL_RULES = parseCatalog(seedDocument('catalog.json')).imageRules
