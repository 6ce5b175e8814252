import type { Id, Item, Verdict } from './dossier.js'
import type { Refusal } from './refusal.js'

/** A spot on a picture that a reviewer points at. */
export interface Pin {
  image: Id
  /** From the left and from the top of the upright picture, in parts of its width and height: 0 to 1. */
  x: number
  y: number
  /** One of its verdict's reasons, or none in particular. */
  reason: string | null
  note: string | null
}

const isInside = (part: number) => part >= 0 && part <= 1

/**
 * Why the pins of a verdict cannot stay: each lies inside a picture that the item holds now, and
 * names no reason that the verdict does not give. What is carried over lies in another dossier: it
 * is no picture of this item.
 */
export function pinFault(
  { id, images }: Pick<Item, 'id' | 'images'>,
  { pins = [], reasons }: Pick<Verdict, 'pins' | 'reasons'>
): Refusal | null {
  const items = [id]
  if (!pins.every(({ x, y }) => isInside(x) && isInside(y))) return { code: 'PIN_OUTSIDE', items }
  if (!pins.every((pin) => images.some((image) => image.id === pin.image))) {
    return { code: 'PIN_ELSEWHERE', items }
  }
  return pins.every(({ reason }) => reason === null || reasons.includes(reason))
    ? null
    : { code: 'REASON_UNFIT', items }
}
