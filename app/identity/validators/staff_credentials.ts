import vine from '@vinejs/vine'

export const staffCredentialsValidator = vine.create({
  login: vine.string().trim().toLowerCase().minLength(1).maxLength(64),
  password: vine.string().minLength(1).maxLength(500),
})
