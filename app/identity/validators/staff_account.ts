import vine from '@vinejs/vine'

export const codeValidator = vine.create({ code: vine.string().trim().minLength(1).maxLength(40) })

/** Rules of content are the password's own (passwords.ts); this keeps out what is no password. */
export const newPasswordValidator = vine.create({
  password: vine.string().minLength(1).maxLength(500),
})

export const passwordChangeValidator = vine.create({
  current: vine.string().minLength(1).maxLength(500),
  password: vine.string().minLength(1).maxLength(500),
})

export const ownPasswordValidator = vine.create({
  current: vine.string().minLength(1).maxLength(500),
})

/** A resident's card, a passport, a permit: what they have in common is little. */
export const idNumberValidator = vine.create({
  current: vine.string().minLength(1).maxLength(500),
  idNo: vine
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z()-]{6,30}$/),
})

export const mailAddressValidator = vine.create({
  current: vine.string().minLength(1).maxLength(500),
  email: vine.string().trim().toLowerCase().email().maxLength(254).nullable().optional(),
})
