import type { FileFacts } from './file_facts.js'
import type { Size } from './frame.js'

export interface PlanRules {
  formats: readonly string[]
  maxBytes: number
  minBytes: number | null
  minShortSide: number
}

/** Why a picture should be prepared before it is sent. */
export type Because = 'too_large' | 'too_small' | 'format' | 'turned'

/** Why it cannot be sent at all, whatever is done with it here. */
export type Hopeless = 'animated' | 'heic' | 'pdf' | 'unreadable' | 'few_pixels'

export type Plan =
  { do: 'send' } | { do: 'prepare'; because: Because } | { do: 'explain'; why: Hopeless }

/** What becomes of a chosen file, by what its bytes say and by the release's rules. */
export function planFor(
  bytes: number,
  { kind, orientation, animated }: FileFacts,
  size: Size | null,
  rules: PlanRules
): Plan {
  if (animated) return { do: 'explain', why: 'animated' }
  if (!size) {
    if (kind === 'pdf') return { do: 'explain', why: 'pdf' }
    return { do: 'explain', why: kind === 'heic' || kind === 'avif' ? 'heic' : 'unreadable' }
  }
  if (Math.min(size.width, size.height) < rules.minShortSide) {
    return { do: 'explain', why: 'few_pixels' }
  }
  const takes = kind === 'png' ? rules.formats.includes('png') : kind === 'jpeg'
  if (!takes) return { do: 'prepare', because: 'format' }
  if (bytes > rules.maxBytes) return { do: 'prepare', because: 'too_large' }
  if (rules.minBytes !== null && bytes < rules.minBytes) {
    return { do: 'prepare', because: 'too_small' }
  }
  return orientation > 1 ? { do: 'prepare', because: 'turned' } : { do: 'send' }
}
