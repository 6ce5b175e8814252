import vine from '@vinejs/vine'

const name = vine.string().trim().minLength(1).maxLength(40)

export const filterNameValidator = vine.create({ name })

export const savedFilterValidator = vine.create({
  newName: name.clone().optional(),
  /** As an address asks it. */
  query: vine.string().maxLength(500).optional(),
  isDefault: vine.boolean().optional(),
})

export const claimBatchValidator = vine.create({
  dossiers: vine.array(vine.string().fixedLength(36)).minLength(1).maxLength(20).distinct(),
})

export const queueNewsValidator = vine.create({
  /** When the page was made that asks, ms. */
  since: vine.number().withoutDecimals().min(0).optional(),
  /** The ids of the rows that it shows, with "_" between: a comma is read as a list. */
  shown: vine
    .string()
    .regex(/^[\da-f-]{36}(_[\da-f-]{36}){0,19}$/)
    .optional(),
})
