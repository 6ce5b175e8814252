import vine from '@vinejs/vine'

export const sampleValidator = vine.create({
  revision: vine.string().maxLength(64),
  place: vine.enum(['portrait', 'emblem', 'front', 'back']).nullable().optional(),
})
