import type { Socket } from 'node:net'
import { type HttpContext, ExceptionHandler } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { Refused } from './refused.js'

/** Framework errors that have a sentence of their own; anything else is our bug: 500. */
const CODES: Record<string, string> = {
  E_ROUTE_NOT_FOUND: 'NOT_FOUND',
  E_ROW_NOT_FOUND: 'NOT_FOUND',
  E_BAD_CSRF_TOKEN: 'PAGE_EXPIRED',
  E_UNAUTHORIZED_ACCESS: 'SIGN_IN_REQUIRED',
  E_AUTHORIZATION_FAILURE: 'NOT_ALLOWED',
  E_REQUEST_ENTITY_TOO_LARGE: 'REQUEST_TOO_LARGE',
  E_TOO_MANY_REQUESTS: 'TOO_MANY_TRIES',
}
const STATUS_OF_CODE: Record<string, number> = {
  NOT_FOUND: 404,
  PAGE_EXPIRED: 419,
  SIGN_IN_REQUIRED: 401,
  NOT_ALLOWED: 403,
  REQUEST_TOO_LARGE: 413,
  TOO_MANY_TRIES: 429,
}

/** A refused body of up to so many bytes is read to its end. */
const READ_ANYWAY = 1024 * 1024
const CLOSES_AFTER_MS = 1_000

export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = app.inDev
  protected ignoreCodes = ['E_VALIDATION_ERROR', ...Object.keys(CODES)]

  async handle(error: any, ctx: HttpContext) {
    if (error?.code === 'E_VALIDATION_ERROR') {
      if (!wantsJson(ctx)) return super.handle(error, ctx)
      const errors = error.messages.map((one: object) => ({ code: 'INVALID', ...one }))
      return ctx.response.status(error.status).json({ errors })
    }
    return this.#answer(this.#refused(error), ctx)
  }

  async report(error: any, ctx: HttpContext) {
    // The client went away in the middle of its body: not our fault and not an error.
    if (error?.code === 'ECONNABORTED' || error?.message === 'Request aborted') return
    // Turning senders away in a rush is what is meant to happen.
    if (error instanceof Refused && (error.status < 500 || error.code === 'SERVER_BUSY')) return
    return super.report(error, ctx)
  }

  #refused(error: any): Refused {
    if (error instanceof Refused) return error
    // What a policy hides is missing (access_policy.ts).
    const hidden = error?.code === 'E_AUTHORIZATION_FAILURE' && error.response?.status === 404
    const code = hidden ? 'NOT_FOUND' : CODES[error?.code]
    if (code) return new Refused({ code }, STATUS_OF_CODE[code])
    if (error?.message === 'Request aborted') return new Refused({ code: 'REQUEST_ABORTED' }, 499)
    // What parsers of bodies and addresses throw: the sender's doing, whichever of them it was.
    if (error?.status === 413) return new Refused({ code: 'REQUEST_TOO_LARGE' }, 413)
    if (error?.status >= 400 && error.status < 500) {
      return new Refused({ code: 'REQUEST_BROKEN' }, error.status)
    }
    return new Refused({ code: 'OUR_FAULT' }, 500)
  }

  async #answer(refused: Refused, ctx: HttpContext) {
    const { request, response } = ctx
    const { code, items, params } = refused.refusal
    const message = refused.wordedFor(ctx)
    if (code === 'SERVER_BUSY') response.header('Retry-After', String(params!.seconds))
    if (leavesMuchUnread(request)) {
      response.header('Connection', 'close')
      closeSlowly(request.request.socket)
    }
    if (wantsJson(ctx)) {
      const requestId = refused.status >= 500 ? request.id() : undefined
      const error = { code, message, items, params, requestId }
      return response.status(refused.status).json({ errors: [error] })
    }
    const canFlash = request.method() !== 'GET' && ctx.session?.initiated
    if (canFlash && refused.status < 500 && refused.status !== 404) {
      ctx.session.flash('error', message)
      if (items) ctx.session.flash('errorItems', items)
      return response.redirect().back()
    }
    response.status(refused.status)
    const page = await ctx.inertia.render('errors/show', {
      status: refused.status,
      code,
      message,
      requestId: refused.status >= 500 ? (request.id() ?? null) : null,
      retryUrl: refused.status === 503 ? request.url(true) : null,
      backUrl: ctx.region ? `/${ctx.region.id}` : '/',
    })
    return response.send(page)
  }
}

/**
 * The rest of a large or endless refused body is not read: without closing, Node would drain all of
 * it. A small one is: a sender who still writes into a closed connection may never see the answer.
 */
function leavesMuchUnread(request: HttpContext['request']): boolean {
  if (request.method() === 'GET' || request.request.readableEnded) return false
  const length = request.header('content-length')
  return length === undefined
    ? request.header('transfer-encoding') !== undefined
    : !(Number(length) <= READ_ANYWAY)
}

/**
 * Reads nothing more, but lets the answer arrive before the connection is cut: a sender who is
 * still writing when it breaks never gets to read why.
 */
function closeSlowly(socket: Socket) {
  socket.destroySoon = () => {
    socket.pause()
    socket.end()
    setTimeout(() => socket.destroy(), CLOSES_AFTER_MS).unref()
  }
}

/** A script's request, or a client that says so; not a page's own visit. */
function wantsJson({ request }: HttpContext): boolean {
  const isPageVisit = request.header('x-inertia') !== undefined
  return !isPageVisit && (request.ajax() || request.accepts(['html', 'json']) === 'json')
}
