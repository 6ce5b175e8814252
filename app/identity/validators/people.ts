import vine from '@vinejs/vine'
import { ROLES } from '#app/core/access'

const places = vine
  .array(
    vine.object({
      role: vine.enum(ROLES),
      pointIds: vine.array(vine.string().maxLength(36)).maxLength(500),
    })
  )
  .minLength(1)
  .maxLength(ROLES.length)
  .distinct('role')

export const invitationValidator = vine.create({
  login: vine
    .string()
    .trim()
    .toLowerCase()
    .minLength(3)
    .maxLength(64)
    .regex(/^[a-z0-9][a-z0-9._@-]*$/),
  name: vine.string().trim().minLength(1).maxLength(100),
  email: vine.string().trim().toLowerCase().email().maxLength(254).nullable().optional(),
  places,
})

export const placesValidator = vine.create({ places: places.clone() })

export const groundValidator = vine.create({
  ground: vine.string().trim().minLength(4).maxLength(500),
})
