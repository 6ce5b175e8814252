import AuditEntry from '#app/audit/models/audit_entry'

/**
 * "No change because …": what the candidate answered to the return that led to this round, by item.
 * The item forgets it when it locks again, the audit does not. One statement.
 */
export async function saidByCandidate(
  dossierId: string,
  round: number
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  if (round < 2) return answers
  const entries = await AuditEntry.query()
    .where('chain', `dossier:${dossierId}`)
    .where('action', 'answer')
    .orderBy('seq')
  for (const { payload } of entries) {
    if (Number(payload.round) !== round - 1) continue
    answers.set(String(payload.item), String(payload.because).trim())
  }
  return answers
}
