import AuditEntry from '#app/audit/models/audit_entry'
import { releaseDocument } from '#app/catalog/releases'
import { checklist, type ChecklistItem } from '#app/core/checklist'
import type { ReleaseDocument } from '#app/core/release'
import { factsOf } from '#app/registrations/facts'
import type { Plain } from '#app/shared/joined_models'
import type Registration from '#app/registrations/models/registration'
import type Dossier from '#app/dossiers/models/dossier'
import { approvedBeforeHere } from '#app/dossiers/queries/approved_before_here'

interface Named {
  zh: string
  en: string
}

/** What became of a candidate's list when his dossier followed a newer release. */
export interface ReleaseNews {
  at: number
  /** Asked for now and not before, or asked for more strictly. */
  added: Named[]
  /** Not asked for any more. */
  gone: Named[]
}

const ASKING = ['required', 'declared', 'optional']

/**
 * For the banner of a dossier that is being worked on and has moved to another release; null where
 * it has not. Both lists are computed from today's facts, so that only the release makes the difference.
 */
export async function releaseNews(
  { id, state }: Pick<Dossier, 'id' | 'state'>,
  registration: Plain<typeof Registration>,
  release: ReleaseDocument
): Promise<ReleaseNews | null> {
  if (state !== 'draft' && state !== 'returned') return null
  const [move, before] = await AuditEntry.query()
    .where('chain', `dossier:${id}`)
    .whereIn('action', ['open', 'move_release'])
    .orderBy('seq', 'desc')
    .limit(2)
  if (move?.action !== 'move_release' || !before) return null
  const approved = await approvedBeforeHere(registration, release, move.at)
  const facts = factsOf(registration, { approvedBeforeHere: approved })
  const was = checklist(await releaseDocument(String(before.payload.release)), facts)
  const now = checklist(release, facts)
  return { at: move.at, added: stricter(now, was), gone: stricter(was, now) }
}

/** The materials that `list` asks for more strictly than `other`. */
function stricter(list: readonly ChecklistItem[], other: readonly ChecklistItem[]): Named[] {
  const needs = new Map(other.map(({ material, need }) => [material.code, need as string]))
  const strength = (need: string | undefined) =>
    need === 'required' || need === 'declared' ? 2 : need === 'optional' ? 1 : 0
  return list
    .filter(({ material, need }) => {
      const before = needs.get(material.code)
      return ASKING.includes(need) && strength(need) > strength(before)
    })
    .map(({ material: { zh, en } }) => ({ zh, en }))
}
