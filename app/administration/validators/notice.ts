import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { webLinkProblem } from '#app/regions/web_link'
import { line } from './region.js'

const LONGEST_TEXT = 20_000

const webLink = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  const problem = typeof value === 'string' ? webLinkProblem(value) : null
  if (problem) field.report(problem, problem, field)
})

/** Instants that a page may send: ms of this century. */
const instant = () =>
  vine.number().withoutDecimals().min(946_684_800_000).max(4_102_444_800_000).nullable().optional()

const after = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  const from = field.data.shownFrom
  if (typeof value === 'number' && typeof from === 'number' && value <= from) {
    field.report('after', 'after', field)
  }
})

const text = () => vine.string().trim().maxLength(LONGEST_TEXT)

const content = {
  titleZh: vine.string().trim().minLength(1).maxLength(300).use(line()),
  titleEn: vine.string().trim().maxLength(300).use(line()).nullable().optional(),
  /** A link, or a text of its own. */
  kind: vine.enum(['link', 'text'] as const),
  url: vine.string().trim().use(webLink()).optional().requiredWhen('kind', '=', 'link'),
  bodyZh: text().optional().requiredWhen('kind', '=', 'text'),
  bodyEn: text().nullable().optional(),
  mustRead: vine.boolean(),
  shownFrom: instant(),
  shownUntil: instant().use(after()),
  status: vine.enum(['draft', 'shown'] as const),
}

export const noticeValidator = vine.create(content)

export const noticeChangeValidator = vine.create({
  ...content,
  version: vine.number().withoutDecimals().min(1),
})

export const noticeOrderValidator = vine.create({
  order: vine.array(vine.string().maxLength(36)).maxLength(1000),
})

export const noticeTextValidator = vine.create({ text: text() })
