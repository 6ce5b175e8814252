import vine from '@vinejs/vine'
import { EXPORT_KINDS } from '#app/reports/models/export'

export const exportValidator = vine.create({
  kind: vine.enum(EXPORT_KINDS),
  /** Of the queue's address. */
  filters: vine.record(vine.string().maxLength(100)).optional(),
  wholeNumbers: vine.boolean(),
  reason: vine
    .string()
    .trim()
    .maxLength(500)
    .minLength(4)
    .optional()
    .requiredWhen('wholeNumbers', '=', true),
})
