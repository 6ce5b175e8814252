import { releaseDocument } from '#app/catalog/releases'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import { wordInstant } from '#app/shared/wording'

const KINDS: Record<string, string> = {
  '5': 'returned',
  '7a': 'agreed',
  '7': 'passed',
  '8': 'approved',
}

/** What finishing did, by the row of the transition table, with the words that tell the reviewer. */
export async function outcome(dossierId: string, ruleRow: string, locale: string) {
  const kind = KINDS[ruleRow]
  const { deadline, releaseId, stage } = await Dossier.findOrFail(dossierId)
  const { workflow } = await releaseDocument(releaseId)
  const { zh, en } = workflow.stages[stage]
  const params: Record<string, string | number> = { stage: locale === 'en' ? en : zh }
  if (kind === 'returned') {
    const returned = await Item.query().where('dossierId', dossierId).where('reopened', true)
    params.n = returned.length
    params.deadline = deadline === null ? '' : wordInstant(deadline, locale)
  }
  return { kind, params }
}
