import AuditEntry from '#app/audit/models/audit_entry'
import type { ReleaseDocument } from '#app/core/release'

export interface HistoryEntry {
  at: number
  action: string
  params: Record<string, string | number>
}

const NAMES: Record<string, string> = { open: 'opened', claim: 'claimed' }

/** Steps of the audit that people are told of; moves of pictures and leases stay in the audit. */
function actionOf({ action, payload }: AuditEntry): string | null {
  if (action === 'submit') return payload.row === '6' ? 'resubmitted' : 'submitted'
  if (action !== 'finish') return NAMES[action] ?? null
  if (payload.to === 'returned') return 'returned'
  if (payload.to === 'approved') return 'approved'
  return payload.row === '7a' ? 'agreed' : 'stage_passed'
}

/** A dossier's history, newest first, in one statement: who did what and when, from the audit. */
export async function dossierHistory(
  dossierId: string,
  release: ReleaseDocument,
  locale: string
): Promise<HistoryEntry[]> {
  const entries = await AuditEntry.query()
    .where('chain', `dossier:${dossierId}`)
    .whereIn('action', ['open', 'submit', 'claim', 'finish'])
    .orderBy('seq', 'desc')
  return entries.flatMap((entry) => {
    const action = actionOf(entry)
    if (!action) return []
    const { payload } = entry
    const stage = release.workflow.stages[Number(payload.atStage ?? payload.stage ?? 0)]
    const returned = Array.isArray(payload.returned) ? payload.returned.length : 0
    return [
      {
        at: entry.at,
        action,
        params: {
          stage: (locale === 'en' ? stage?.en : stage?.zh) ?? '',
          round: Number(payload.round ?? 1),
          n: returned,
        },
      },
    ]
  })
}
