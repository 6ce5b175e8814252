import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { Refusal } from '#app/core/refusal'

/** Status by code; a refusal that is not here is a conflict with the state of things: 409. */
const STATUS: Record<string, number> = {
  REQUEST_BROKEN: 400,
  NOT_ALLOWED: 403,
  NOT_YOUR_STAGE: 403,
  NOT_FOUND: 404,
  ITEM_UNKNOWN: 404,
  SIGN_IN_REQUIRED: 401,
  HANDOVER_ENDED: 404,
  IMAGE_TOO_LARGE: 413,
  IMAGE_TWICE: 409,
  IMAGE_GONE: 409,
  ANSWER_UNFIT: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  PLACE_UNKNOWN: 422,
  PIN_OUTSIDE: 422,
  PIN_ELSEWHERE: 422,
  REASON_MISSING: 422,
  REASON_UNFIT: 422,
  REASON_NOT_FINAL: 422,
  GROUND_MISSING: 422,
  DEADLINE_PAST: 422,
  STAGE_UNKNOWN: 422,
  STAGE_NOT_EARLIER: 422,
  ITEM_NOT_DECLARED: 422,
  STAFF_UPLOADS_OFF: 403,
  CANDIDATE_UNKNOWN: 422,
  OWN_FILE: 403,
  CONFLICT_DECLARED: 403,
  PROPOSAL_YOURS: 403,
  VERDICT_TWICE: 422,
  TOO_MANY_TRIES: 429,
  REGISTRATION_SYSTEM_DOWN: 503,
  SERVER_BUSY: 503,
}

/** The core's refusal on its way to a person: one class, one place that words it. */
export class Refused extends Exception {
  constructor(
    readonly refusal: Refusal,
    status = STATUS[refusal.code] ?? (refusal.code.startsWith('IMAGE_') ? 422 : 409)
  ) {
    super(refusal.code, { code: refusal.code, status })
  }

  /** The sentence in the language of the request: what happened and what to do next. */
  wordedFor({ i18n }: Pick<HttpContext, 'i18n'>): string {
    const params: Record<string, string | number> = { ...this.refusal.params }
    if (params.reason) params.reason = i18n.t(`locks.${params.reason}`)
    return i18n.t(`errors.${this.refusal.code}`, params)
  }
}

/** Throws a refusal, once, at the place that learns of it. */
export function refuse(code: string, params?: Refusal['params'], items?: string[]): never {
  throw new Refused({ code, params, items })
}

/** What one may not see is missing: the same answer for a foreign id and for none (DOMAIN.md §7). */
export function notFound(): never {
  throw new Refused({ code: 'NOT_FOUND' })
}
