import vine from '@vinejs/vine'

/** Words that a person must give; whether they say something is the core's question. */
const words = vine.string().trim().maxLength(1000)
const token = vine.number().withoutDecimals().min(1)

export const tokenValidator = vine.create({ token })

export const groundValidator = vine.create({ ground: words })

export const becauseValidator = vine.create({ because: words })

export const stepBackValidator = vine.create({
  token,
  toStage: vine.number().withoutDecimals().min(0).max(100),
  reason: words,
})

export const proposalValidator = vine.create({
  kind: vine.enum(['ineligible', 'reopen'] as const),
  ground: words,
  token: token.clone().nullable().optional(),
  reason: vine.string().maxLength(64).nullable().optional(),
  toStage: vine.number().withoutDecimals().min(0).max(100).nullable().optional(),
})

export const reinstatementValidator = vine.create({
  ground: words,
  /** ms since the epoch; of what had lapsed. */
  deadline: vine.number().withoutDecimals().min(0).nullable().optional(),
})
