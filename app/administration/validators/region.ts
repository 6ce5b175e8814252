import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { isLine } from '#app/core/lines'
import { regionIdProblem } from '#app/regions/region_id'

const regionId = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  const problem = typeof value === 'string' ? regionIdProblem(value) : null
  if (problem) field.report(problem, problem, field)
})

export const line = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string' && !isLine(value)) field.report('line', 'line', field)
})

const name = () => vine.string().trim().minLength(1).maxLength(100).use(line())

export const newRegionValidator = vine.create({
  regionId: vine.string().trim().toLowerCase().use(regionId()),
  regionCode: vine
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{1,8}$/),
  nameZh: name(),
  nameEn: name(),
  copyFrom: vine.string().maxLength(16).nullable().optional(),
})
