import vine from '@vinejs/vine'

/** What has ended stays as it was decided; drafts follow by themselves. */
export const MOVABLE = ['submitted', 'in_review', 'returned', 'held'] as const

export const releaseMoveValidator = vine.create({
  states: vine.array(vine.enum(MOVABLE)).minLength(1).distinct(),
  reason: vine.string().trim().minLength(5).maxLength(500),
})
