import vine from '@vinejs/vine'
import { CALL_OUTCOMES } from '#app/review/models/phone_call'

export const phoneCallValidator = vine.create({
  outcome: vine.enum(CALL_OUTCOMES),
  note: vine.string().trim().maxLength(500).nullable().optional(),
})
