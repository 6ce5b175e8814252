import type { ReleaseDocument } from '#app/core/release'
import type Dossier from '#app/dossiers/models/dossier'
import Proposal from '#app/dossiers/models/proposal'
import Staff from '#app/identity/models/staff'

/** The step that waits for a second person, as its deciders read it; null where none does. */
export async function proposalView(row: Dossier, release: ReleaseDocument, viewerId: string) {
  const open = await Proposal.query().where({ dossierId: row.id, open: 1 }).first()
  if (!open) return null
  const by = await Staff.findOrFail(open.proposedBy)
  const reason = release.reasons.find(({ code }) => code === open.reason)
  const stage = open.toStage === null ? null : release.workflow.stages[open.toStage]
  return {
    id: open.id,
    kind: open.kind,
    by: by.name,
    mine: by.id === viewerId,
    at: open.proposedAt,
    ground: open.ground,
    reason: reason ? { zh: reason.zh, en: reason.en } : null,
    toStage: stage ? { zh: stage.zh, en: stage.en } : null,
  }
}
