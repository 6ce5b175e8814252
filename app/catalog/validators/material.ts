import vine from '@vinejs/vine'

/** Fields are read by the catalog's own reader, which says what is wrong with each. */
const fields = vine.record(vine.any().nullable())
const code = vine.string().trim().maxLength(64)

export const materialValidator = vine.create({
  /** Of the draft that the form was filled from. */
  version: vine.number().withoutDecimals().min(1),
  operations: vine
    .array(vine.enum(['require', 'optional', 'hide', 'replace_with_online_declaration']))
    .maxLength(4)
    .optional(),
  fields,
})

export const newMaterialValidator = vine.create({
  version: vine.number().withoutDecimals().min(1),
  code,
  fields,
})

export const draftVersionValidator = vine.create({
  version: vine.number().withoutDecimals().min(1),
})

export const baseMaterialValidator = vine.create({
  revision: vine.string().maxLength(64),
  fields,
})

export const newBaseMaterialValidator = vine.create({ code, fields })

export const revisionValidator = vine.create({ revision: vine.string().maxLength(64) })

export const catalogVersionValidator = vine.create({
  seen: vine.number().withoutDecimals(),
})

export const conditionValidator = vine.create({ condition: vine.any() })

export const catalogHistoryValidator = vine.create({
  /** Number of an entry: those older than it are shown. */
  before: vine.number().withoutDecimals().min(1).optional(),
})
