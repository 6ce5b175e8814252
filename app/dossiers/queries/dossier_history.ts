import AuditEntry from '#app/audit/models/audit_entry'
import type { ReleaseDocument } from '#app/core/release'

export interface HistoryEntry {
  at: number
  action: string
  params: Record<string, string | number>
}

const NAMES: Record<string, string> = { open: 'opened', claim: 'claimed' }

/** Steps of the audit that people are told of; moves of pictures and leases stay in the audit. */
function actionOf(action: string, payload: AuditEntry['payload']): string | null {
  if (action === 'submit') return payload.row === '6' ? 'resubmitted' : 'submitted'
  if (action !== 'finish') return NAMES[action] ?? null
  if (payload.to === 'returned') return 'returned'
  if (payload.to === 'approved') return 'approved'
  return payload.row === '7a' ? 'agreed' : 'stage_passed'
}

/** What the candidate got for his last submission. */
export interface Receipt {
  number: string
  at: number
  round: number
  images: number
}

/** A dossier's history, newest first, and its last receipt, in one statement: all from the audit. */
export async function dossierHistory(
  dossierId: string,
  release: ReleaseDocument,
  locale: string
): Promise<{ entries: HistoryEntry[]; receipt: Receipt | null }> {
  const steps = await AuditEntry.query()
    .where('chain', `dossier:${dossierId}`)
    .whereIn('action', ['open', 'submit', 'claim', 'finish'])
    .orderBy('seq', 'desc')
  const submission = steps.find(({ action }) => action === 'submit')
  return {
    entries: steps.flatMap((step) => historyEntry(step, release, locale)),
    receipt: submission
      ? {
          number: String(submission.payload.receipt),
          at: submission.at,
          round: Number(submission.payload.round),
          images: Number(submission.payload.images),
        }
      : null,
  }
}

function historyEntry(
  { at, action: event, payload }: AuditEntry,
  release: ReleaseDocument,
  locale: string
): HistoryEntry[] {
  const action = actionOf(event, payload)
  if (!action) return []
  const stage = release.workflow.stages[Number(payload.atStage ?? 0)]
  return [
    {
      at,
      action,
      params: {
        stage: (locale === 'en' ? stage?.en : stage?.zh) ?? '',
        round: Number(payload.round ?? 1),
        n: Array.isArray(payload.returned) ? payload.returned.length : 0,
      },
    },
  ]
}
