import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { refuse } from '#app/shared/exceptions/refused'

export const submitValidator = vine.create({
  declared: vine.accepted(),
  declarationVersion: vine.string().maxLength(32),
})

export const wantValidator = vine.create({ wanted: vine.boolean() })

/** Giving up is final: it must be said. */
export const withdrawValidator = vine.create({ sure: vine.accepted() })

export const answerValidator = vine.create({
  because: vine.string().trim().maxLength(500).optional(),
})

/** `version` of the text that was read, wherever something is declared. */
export const declarationValidator = vine.create({
  declares: vine.boolean(),
  version: vine.string().maxLength(32).optional().requiredWhen('declares', '=', true),
})

/** Which values fit is asked of the release (core/questions). */
const answers = vine.record(vine.any()).maxLength(50)

export const answersPreviewValidator = vine.create({ answers })

export const answersValidator = vine.create({
  answers: answers.clone(),
  revision: vine.number().withoutDecimals().min(1),
})

/** Where a new picture goes: into a place, or into that of the one it replaces. */
export const uploadQuery = vine.create({
  place: vine.string().maxLength(32).optional(),
  replaces: vine.string().uuid().optional(),
})

export const orderValidator = vine.create({
  order: vine.array(vine.string().uuid()).minLength(1).maxLength(100).distinct(),
})

/** Without an item: for any that takes pictures. */
export const handoverValidator = vine.create({ item: vine.string().uuid().nullable().optional() })

/**
 * The sender's key of a request that he may repeat, or null.
 *
 * @throws Refused REQUEST_BROKEN for another shape: who counts on a key must not be without one
 */
export function idempotencyKey(request: HttpContext['request']): string | null {
  const key = request.header('idempotency-key')
  if (key === undefined) return null
  if (!/^[\w-]{8,64}$/.test(key)) refuse('REQUEST_BROKEN')
  return key
}
