import vine from '@vinejs/vine'

const proof = {
  /** Of the claim, and the hash of what was looked at: both must still hold. */
  token: vine.number().withoutDecimals().min(1),
  manifest: vine.string().regex(/^[0-9a-f]{64}$/),
}

const verdict = {
  verdict: vine.enum(['accepted', 'returned'] as const),
  reasons: vine.array(vine.string().maxLength(64)).distinct().maxLength(20).optional(),
  note: vine.string().trim().maxLength(500).nullable().optional(),
}

export const verdictValidator = vine.create({ ...proof, ...verdict })

export const proofValidator = vine.create(proof)

export const reviewValidator = vine.create({
  ...proof,
  verdicts: vine
    .array(vine.object({ item: vine.string().maxLength(36), ...verdict }))
    .maxLength(200),
})

/** A verdict as it was sent → as it is kept: only a return has reasons, an empty note is none. */
export function verdictOf(sent: {
  verdict: 'accepted' | 'returned'
  reasons?: string[]
  note?: string | null
}) {
  const { verdict: said, reasons = [], note } = sent
  return { verdict: said, reasons: said === 'returned' ? reasons : [], note: note || null }
}
