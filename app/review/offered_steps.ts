import { may, type Action } from '#app/core/access'
import { decide, type Circumstances, type Dossier, type DossierEvent } from '#app/core/dossier'
import { DAY } from '#app/core/time'
import type { ReviewedDossier } from './reviewed_dossier.js'

/** Words and ids that only stand for those a person will give: the table looks whether there are any. */
const SOME = { ground: '…', id: '' }

/**
 * What the viewer could do with the dossier now, by asking the access rules and the transition table
 * itself: a page never offers what the gate would refuse.
 */
export function offeredSteps(
  core: Dossier,
  { actor, by, subject }: ReviewedDossier,
  c: Circumstances
) {
  const can = (action: Action, event: DossierEvent) =>
    may(actor, action, subject) === 'allow' && decide(core, event, by, c).ok
  const token = core.claim?.token ?? 0
  const stages = c.stages.map((_stage, index) => index)
  const proposal = core.proposal?.id ?? ''
  const final = Object.keys(c.reasonEffects).find((code) => c.reasonEffects[code] === 'final')
  const ineligible = { ...SOME, kind: 'ineligible' as const, reason: final ?? null, toStage: null }
  return {
    takeOver: can('dossier.take_over', { type: 'take_over' }),
    takeBack: can('dossier.decide', { type: 'take_back' }),
    conflict: can('dossier.decide', { type: 'declare_conflict', token }),
    stepBack: stages.filter((toStage) =>
      can('dossier.decide', { type: 'step_back', token, toStage, reason: SOME.ground })
    ),
    proposeIneligible: can('dossier.decide', { type: 'propose', token, proposal: ineligible }),
    proposeReopening: stages.filter((toStage) =>
      can('dossier.reopen', {
        type: 'propose',
        token: null,
        proposal: { ...SOME, kind: 'reopen', reason: null, toStage },
      })
    ),
    confirm: can('dossier.confirm', { type: 'confirm', proposal }),
    refuse: can('dossier.confirm', { type: 'refuse', proposal, because: SOME.ground }),
    hold: can('dossier.hold', { type: 'hold', ground: SOME.ground }),
    releaseHold: can('dossier.hold', { type: 'release_hold' }),
    reinstate: can('dossier.reopen', {
      type: 'reinstate',
      ground: SOME.ground,
      deadline: c.now + DAY,
    }),
  }
}
