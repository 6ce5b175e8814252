import { declaration } from './declaration.js'
import { education } from './education.js'
import { identity } from './identity.js'
import { practice } from './practice.js'
import { special } from './special.js'
import { traditional } from './traditional.js'
import type { Places } from './kinds.js'

/** What to draw for each material code of the catalog. */
export const drawings: Record<string, Places> = {
  ...identity,
  ...declaration,
  ...education,
  ...practice,
  ...traditional,
  ...special,
}
