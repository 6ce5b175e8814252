import vine from '@vinejs/vine'
import { contactFields } from './contact.js'
import { line } from './region.js'

const words = {
  nameZh: vine.string().trim().minLength(1).maxLength(100).use(line()),
  nameEn: vine.string().trim().maxLength(100).use(line()).nullable().optional(),
  ...contactFields,
}

export const newPointValidator = vine.create({
  pointCode: vine
    .string()
    .trim()
    .regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,31}$/),
  /** Makes it a registration point of that exam point. */
  parentId: vine.string().maxLength(36).nullable().optional(),
  ...words,
})

export const pointValidator = vine.create({
  ...words,
  /** Of the point that the form was filled from. */
  seal: vine.string().maxLength(16),
})
