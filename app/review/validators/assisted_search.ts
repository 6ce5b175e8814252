import vine from '@vinejs/vine'

/** A registration number or a whole ID number. */
export const assistedSearchValidator = vine.create({
  q: vine.string().trim().minLength(4).maxLength(64),
})
