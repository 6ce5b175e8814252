import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'

export const submitValidator = vine.create({
  declared: vine.accepted(),
  declarationVersion: vine.string().maxLength(32),
})

export const wantValidator = vine.create({ wanted: vine.boolean() })

export const answerValidator = vine.create({
  because: vine.string().trim().maxLength(500).optional(),
})

/** The sender's key of a request that he may repeat, or null; ids of other shapes are ignored. */
export function idempotencyKey(request: HttpContext['request']): string | null {
  const key = request.header('idempotency-key') ?? ''
  return /^[\w-]{8,64}$/.test(key) ? key : null
}
