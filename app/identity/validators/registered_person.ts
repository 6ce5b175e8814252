import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'

const factValues = vine.record(
  vine.union([
    vine.union.if((value) => typeof value === 'boolean', vine.boolean({ strict: true })),
    vine.union.if((value) => typeof value === 'number', vine.number({ strict: true })),
    vine.union.else(vine.string().maxLength(200)),
  ])
)

/** A person as the registration system describes him; answers are what he said of himself there. */
export const personValidator = vine.create({
  subject: vine.string().minLength(1).maxLength(191),
  name: vine.string().minLength(1).maxLength(100),
  idNo: vine.string().minLength(1).maxLength(40),
  phone: vine.string().minLength(1).maxLength(40),
  registrations: vine
    .array(
      vine.object({
        region: vine.string().maxLength(16),
        season: vine.number().withoutDecimals(),
        externalNumber: vine.string().minLength(1).maxLength(64),
        pointId: vine.string().minLength(1).maxLength(32),
        category: vine.string().minLength(1).maxLength(32),
        institution: vine.string().maxLength(200).nullable().optional(),
        facts: factValues.clone(),
        answers: factValues.clone(),
      })
    )
    .maxLength(50),
})

export type RegisteredPerson = Infer<typeof personValidator>
export type RegisteredEntry = RegisteredPerson['registrations'][number]
