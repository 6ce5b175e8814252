import { needsVerdict } from '#app/core/item_state'
import { namesOf } from '#app/catalog/entry_view'
import type { ReadDossier } from './read_dossier.js'

/**
 * What the candidate brings to the stage on site that he is at or that comes next, as far as it is
 * known now: everything that is judged there. Null where no such stage lies ahead, or where the
 * region wants to see no originals.
 */
export function originalsToBring({ row, core, release }: ReadDossier) {
  if (!release.onsite.bringOriginals) return null
  if (row.state !== 'submitted' && row.state !== 'in_review' && row.state !== 'returned')
    return null
  const { stages } = release.workflow
  const ahead = stages.findIndex(({ mode }, at) => at >= row.stage && mode === 'onsite')
  if (ahead === -1) return null
  const shown = core.items.filter((item) => needsVerdict(item, ahead, true))
  const { zh, en } = stages[ahead]
  return {
    stage: { zh, en },
    names: shown.flatMap(({ material }) => namesOf(release, material).slice(0, 1)),
  }
}
