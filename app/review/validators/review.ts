import vine from '@vinejs/vine'
import type { Pin } from '#app/core/pins'

const proof = {
  /** Of the claim, and the hash of what was looked at: both must still hold. */
  token: vine.number().withoutDecimals().min(1),
  manifest: vine.string().regex(/^[0-9a-f]{64}$/),
}

/** Where a pin may lie is the core's question: here only that it says where. */
const pin = vine.object({
  image: vine.string().maxLength(36),
  x: vine.number(),
  y: vine.number(),
  reason: vine.string().maxLength(64).nullable().optional(),
  note: vine.string().trim().maxLength(200).nullable().optional(),
})

const verdict = {
  verdict: vine.enum(['accepted', 'returned'] as const),
  reasons: vine.array(vine.string().maxLength(64)).distinct().maxLength(20).optional(),
  note: vine.string().trim().maxLength(500).nullable().optional(),
  pins: vine.array(pin).maxLength(20).optional(),
}

export const verdictValidator = vine.create({ ...proof, ...verdict })

export const proofValidator = vine.create(proof)

export const reviewValidator = vine.create({
  ...proof,
  verdicts: vine
    .array(vine.object({ item: vine.string().maxLength(36), ...verdict }))
    .maxLength(200),
  /** Go on with what waits longest. */
  next: vine.boolean().optional(),
})

/** A verdict as it was sent → as it is kept: an empty note is none. */
export function verdictOf(sent: {
  verdict: 'accepted' | 'returned'
  reasons?: string[]
  note?: string | null
  pins?: SentPin[]
}) {
  const { verdict: said, reasons = [], note, pins = [] } = sent
  return { verdict: said, reasons, note: note || null, pins: pins.map(pinOf) }
}

type SentPin = Omit<Pin, 'reason' | 'note'> & Partial<Pick<Pin, 'reason' | 'note'>>

const pinOf = ({ image, x, y, reason, note }: SentPin): Pin => {
  return { image, x, y, reason: reason || null, note: note || null }
}
