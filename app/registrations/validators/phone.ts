import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { plainPhone } from '#app/registrations/phone'

const phone = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value !== 'string') return
  const plain = plainPhone(value)
  if (plain === null) field.report('phone', 'phone', field)
  else field.mutate(plain, field)
})

/** Without a number the registered one is confirmed. */
export const phoneValidator = vine.create({
  newPhone: vine.string().maxLength(40).use(phone()).nullable().optional(),
})
