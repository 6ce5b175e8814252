import vine from '@vinejs/vine'
import { line } from './region.js'

const words = (longest: number) =>
  vine.string().trim().maxLength(longest).use(line()).nullable().optional()

/** How an office is reached, in the fields of the region's form and of a point's. */
export const contactFields = {
  phone: words(40),
  hoursZh: words(200),
  hoursEn: words(200),
  addressZh: words(300),
  addressEn: words(300),
}

export const contactValidator = vine.create({
  ...contactFields,
  /** Of the contact that the form was filled from. */
  seal: vine.string().maxLength(16),
})
