import type { Dossier, Proposal, Step } from './dossier.js'
import {
  byRole,
  byStageReviewer,
  closeProposal,
  groundless,
  heldBy,
  judgedAnew,
  message,
  MOVED_ON,
  NOTHING,
  refuse,
  remark,
} from './step_parts.js'

/** Rows 9, 12, 13, 15 and 17: what leads and administrators do, most of it by two people. */

const byLead = byRole('region_lead')
const byAdmin = byRole('region_admin')

const opened = (proposal: Omit<Proposal, 'by'>, by: string): Proposal => ({ ...proposal, by })

export const proposeIneligible: Step<'propose'> = {
  row: '17',
  from: ['in_review'],
  to: ['submitted'],
  by: byStageReviewer,
  guard(dossier, { token, proposal }, c, by) {
    if (proposal.kind !== 'ineligible') return refuse('STATE_MOVED_ON', { state: dossier.state })
    const lost = heldBy(dossier, token, c, by)
    if (lost) return lost
    if (!c.stages[dossier.stage].canReject) return refuse('STAGE_CANNOT_REJECT')
    if (proposal.reason === null || c.reasonEffects[proposal.reason] !== 'final') {
      return refuse('REASON_NOT_FINAL')
    }
    return groundless(proposal.ground) ? refuse('GROUND_MISSING') : null
  },
  change: (_dossier, { proposal }, _c, by) => ({
    ...NOTHING,
    to: 'submitted',
    dossier: MOVED_ON,
    effects: [{ kind: 'open_proposal', proposal: opened(proposal, by.id) }],
  }),
}

export const proposeReopening: Step<'propose'> = {
  row: '17',
  from: ['approved'],
  to: ['approved'],
  by: byLead,
  guard(dossier, { proposal }, c) {
    if (proposal.kind !== 'reopen') return refuse('STATE_MOVED_ON', { state: dossier.state })
    if (dossier.proposal) return refuse('PROPOSAL_OPEN')
    const { toStage } = proposal
    const known = toStage !== null && Number.isInteger(toStage) && c.stages[toStage] !== undefined
    if (!known) return refuse('STAGE_UNKNOWN')
    return groundless(proposal.ground) ? refuse('GROUND_MISSING') : null
  },
  change: (_dossier, { proposal }, _c, by) => ({
    ...NOTHING,
    to: 'approved',
    effects: [{ kind: 'open_proposal', proposal: opened(proposal, by.id) }],
  }),
}

/** The open proposal that is meant, and that nobody decides on his own. */
function secondPerson(dossier: Dossier, id: string, by: { id: string }) {
  if (dossier.proposal?.id !== id) return refuse('PROPOSAL_GONE')
  return dossier.proposal.by === by.id ? refuse('PROPOSAL_YOURS') : null
}

export const confirmIneligible: Step<'confirm'> = {
  row: '9',
  from: ['submitted'],
  to: ['ineligible'],
  by: (by, dossier, c) => byLead(by) && byStageReviewer(by, dossier, c),
  guard: (dossier, { proposal }, c, by) =>
    secondPerson(dossier, proposal, by) ??
    (c.conflict === null ? null : refuse(c.conflict === 'own' ? 'OWN_FILE' : 'CONFLICT_DECLARED')),
  change: (dossier) => ({
    ...NOTHING,
    to: 'ineligible',
    dossier: { ...MOVED_ON, agreed: [], flag: null },
    effects: [
      ...closeProposal(dossier, 'confirmed'),
      message('ineligible', { reason: dossier.proposal!.reason! }),
    ],
  }),
}

export const confirmReopening: Step<'confirm'> = {
  row: '12',
  from: ['approved'],
  to: ['submitted'],
  by: byLead,
  guard: (dossier, { proposal }, _c, by) => secondPerson(dossier, proposal, by),
  change(dossier) {
    const stage = dossier.proposal!.toStage!
    return {
      to: 'submitted',
      dossier: { stage, agreed: [], ...MOVED_ON },
      items: judgedAnew(dossier, stage),
      effects: [...closeProposal(dossier, 'confirmed'), message('reopened')],
    }
  },
}

/** Whoever could confirm may refuse, and who proposed may think better of it. */
export const refuseProposal: Step<'refuse'> = {
  row: '17',
  from: ['submitted', 'approved'],
  to: ['='],
  by: (by, dossier, c) =>
    byLead(by) && (dossier.state === 'submitted' ? byStageReviewer(by, dossier, c) : byLead(by)),
  guard(dossier, { proposal, because }) {
    if (dossier.proposal?.id !== proposal) return refuse('PROPOSAL_GONE')
    return groundless(because) ? refuse('GROUND_MISSING') : null
  },
  change: (dossier, { because }) => ({
    ...NOTHING,
    to: dossier.state,
    effects: [...closeProposal(dossier, 'refused'), remark('refusal', because)],
  }),
}

/** A claim ends with it: whoever reviews later begins anew, with his draft verdicts. */
export const hold: Step<'hold'> = {
  row: '13',
  from: ['draft', 'submitted', 'in_review', 'returned'],
  to: ['held'],
  by: byAdmin,
  guard: (_dossier, { ground }) => (groundless(ground) ? refuse('GROUND_MISSING') : null),
  change: (dossier, { ground }, c) => ({
    ...NOTHING,
    to: 'held',
    dossier: {
      claim: null,
      held: { from: dossier.state === 'in_review' ? 'submitted' : dossier.state, at: c.now },
    },
    effects: [remark('hold', ground), message('held')],
  }),
}

export const releaseHold: Step<'release_hold'> = {
  row: '13',
  from: ['held'],
  to: ['draft', 'submitted', 'returned'],
  by: byAdmin,
  change(dossier, _event, c) {
    const { from, at } = dossier.held!
    const deadline = dossier.deadline === null ? null : dossier.deadline + (c.now - at)
    return {
      ...NOTHING,
      to: from,
      dossier: { held: null, deadline },
      effects: [message('hold_released', deadline === null ? {} : { deadline })],
    }
  },
}

export const upholdAppeal: Step<'reinstate'> = {
  row: '15',
  from: ['ineligible'],
  to: ['submitted'],
  by: byLead,
  guard: (_dossier, { ground }) => (groundless(ground) ? refuse('GROUND_MISSING') : null),
  change: (_dossier, { ground }) => ({
    ...NOTHING,
    to: 'submitted',
    dossier: { agreed: [], ...MOVED_ON },
    effects: [remark('appeal', ground), message('reinstated')],
  }),
}

export const reviveLapsed: Step<'reinstate'> = {
  row: '15',
  from: ['lapsed'],
  to: ['draft', 'returned'],
  by: byLead,
  guard(_dossier, { ground, deadline }, c) {
    if (groundless(ground)) return refuse('GROUND_MISSING')
    return deadline === null || deadline <= c.now ? refuse('DEADLINE_PAST') : null
  },
  change: (dossier, { ground, deadline }) => ({
    ...NOTHING,
    to: dossier.lapsed!.from,
    dossier: { lapsed: null, deadline },
    effects: [remark('appeal', ground), message('revived', { deadline: deadline! })],
  }),
}

/** The region's extension after an outage: running deadlines move with the window (DOMAIN.md §4). */
export const extend: Step<'extend'> = {
  row: '15',
  from: ['returned', 'held', 'submitted'],
  to: ['='],
  by: byAdmin,
  guard: (dossier, { by: ms }) =>
    dossier.deadline === null || ms <= 0 ? refuse('NOTHING_TO_EXTEND') : null,
  change(dossier, { by: ms }) {
    const deadline = dossier.deadline! + ms
    return {
      ...NOTHING,
      to: dossier.state,
      dossier: { deadline },
      effects: dossier.state === 'returned' ? [message('extended', { deadline })] : [],
    }
  },
}

/** What lapsed in the outage comes back; a draft follows the season's window, a return its own deadline. */
export const reviveByExtension: Step<'extend'> = {
  row: '15',
  from: ['lapsed'],
  to: ['draft', 'returned'],
  by: byAdmin,
  guard: (dossier, { since, by: ms }) =>
    ms <= 0 || dossier.lapsed!.at < since ? refuse('NOTHING_TO_EXTEND') : null,
  change(dossier, { by: ms }) {
    const deadline = dossier.deadline === null ? null : dossier.deadline + ms
    return {
      ...NOTHING,
      to: dossier.lapsed!.from,
      dossier: { lapsed: null, deadline },
      effects: [message('revived', deadline === null ? {} : { deadline })],
    }
  },
}
