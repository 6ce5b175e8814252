import db from '@adonisjs/lucid/services/db'
import type { ReleaseDocument } from '#app/core/release'
import { currentRegionId } from '#app/shared/region_context'

export interface HistoryEntry {
  at: number
  action: string
  params: Record<string, string | number>
  /** Who did it, by name; null to candidates, who are told of offices, not of persons. */
  by: string | null
}

type Payload = Record<string, any>

/** Names of the steps that are told; a function where the row decides. Moves of pictures and leases stay in the audit, but for pictures that staff add on his behalf. */
const CANDIDATES: Record<string, string | ((payload: Payload) => string | null)> = {
  open: 'opened',
  add_image: 'added_for',
  submit: ({ row }) => (row === '6' ? 'resubmitted' : 'submitted'),
  claim: 'claimed',
  finish: ({ to, row }) => {
    if (to === 'returned' || to === 'approved') return to
    return row === '7a' ? 'agreed' : 'stage_passed'
  },
  recall: 'recalled',
  withdraw: 'withdrawn',
  take_back: 'return_taken_back',
  confirm: ({ row }) => (row === '9' ? 'ineligible' : 'reopened'),
  hold: 'held',
  release_hold: 'hold_released',
  lapse: ({ from, to }) => {
    if (to === 'lapsed') return 'lapsed'
    return from === 'draft' ? 'submitted_at_close' : 'return_due'
  },
  reinstate: 'reinstated',
  extend: 'extended',
  facts_changed({ to, from, answered }) {
    if (answered) return 'answered'
    return to === from ? 'registration_changed' : 'registration_asks'
  },
  move_release: ({ to, from }) => (to === from ? 'release_changed' : 'release_asks'),
}

/** Staff see beside them what they do among themselves. */
const STAFFS: typeof CANDIDATES = {
  ...CANDIDATES,
  take_over: 'taken_over',
  release_claim: 'claim_released',
  claim_expired: 'claim_expired',
  declare_conflict: 'conflict',
  step_back: 'stepped_back',
  propose: ({ kind }) => `proposed_${kind}`,
  refuse: 'proposal_refused',
  reveal: 'revealed',
  export: ({ as }) => `exported_${as}`,
  return_read: 'return_read',
  phone_call: ({ outcome }) => `called_${outcome}`,
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
  locale: string,
  reader: 'candidate' | 'staff' = 'candidate'
): Promise<{ entries: HistoryEntry[]; receipt: Receipt | null }> {
  const told = reader === 'staff' ? STAFFS : CANDIDATES
  const rows: any[] = await db
    .from('audit_entries as a')
    .leftJoin('staff as s', 's.id', 'a.actor_id')
    .where('a.region_id', currentRegionId())
    .where('a.chain', `dossier:${dossierId}`)
    .whereIn('a.action', Object.keys(told))
    .whereNot((own) => own.where({ 'a.action': 'add_image', 'a.actor_kind': 'candidate' }))
    .orderBy('a.seq', 'desc')
    .select('a.at', 'a.action', 'a.payload', 's.name')
  const steps = rows.map((row) => ({
    ...row,
    at: Number(row.at),
    payload: JSON.parse(row.payload),
  }))
  const submission = steps.find(({ payload }) => payload.receipt)
  return {
    entries: onceAVisit(steps).flatMap(({ at, action, payload, name }) => {
      const says = told[action]
      const key = typeof says === 'function' ? says(payload) : says
      const by = reader === 'staff' ? name : null
      return key ? [{ at, action: key, params: wordsOf(payload, release, locale), by }] : []
    }),
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

/** Pictures that staff add one after the other are told as one step, the last of them. */
function onceAVisit<S extends { action: string; name: string | null }>(newestFirst: S[]): S[] {
  return newestFirst.filter(({ action, name }, at) => {
    const later = newestFirst[at - 1]
    return action !== 'add_image' || later?.action !== action || later.name !== name
  })
}

function wordsOf(payload: Payload, { workflow }: ReleaseDocument, locale: string) {
  const name = (index: unknown) => {
    const stage = workflow.stages[Number(index ?? 0)]
    return (locale === 'en' ? stage?.en : stage?.zh) ?? ''
  }
  return {
    stage: name(payload.atStage),
    to: name(payload.stage),
    round: Number(payload.round ?? 1),
    n: Array.isArray(payload.returned) ? payload.returned.length : 0,
  }
}
