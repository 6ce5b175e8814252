import type { HttpContext } from '@adonisjs/core/http'
import { v7 as uuid } from 'uuid'
import { answerStep } from '#app/review/step_answer'
import { becauseValidator, proposalValidator } from '#app/review/validators/steps'

/** 待复核: what one person proposes and another decides. */
export default class ProposalsController {
  async store(ctx: HttpContext) {
    const sent = await ctx.request.validateUsing(proposalValidator)
    const { kind, ground, token = null, reason = null, toStage = null } = sent
    return answerStep(ctx, {
      action: kind === 'reopen' ? 'dossier.reopen' : 'dossier.decide',
      event: { type: 'propose', token, proposal: { id: uuid(), kind, ground, reason, toStage } },
      says: `proposed_${kind}`,
      to: kind === 'reopen' ? 'dossier' : 'queue',
    })
  }

  confirm(ctx: HttpContext) {
    const event = { type: 'confirm' as const, proposal: ctx.params.proposal }
    return answerStep(ctx, { action: 'dossier.confirm', event, says: 'confirmed' })
  }

  async refuse(ctx: HttpContext) {
    const { because } = await ctx.request.validateUsing(becauseValidator)
    const event = { type: 'refuse' as const, proposal: ctx.params.proposal, because }
    return answerStep(ctx, { action: 'dossier.confirm', event, says: 'refused' })
  }
}
