import type { FileFacts } from './file_facts'
import type { FitLimits } from './fit_bytes'
import type { Frame, Size } from './frame'
import type { Hint } from './hints'

/** What the page asks the worker. `picture` names what stays open in it until it is closed. */
export type Question =
  | { ask: 'open'; picture: string; file: Blob; minShortSide: number }
  | { ask: 'draw'; picture: string; frame: Frame }
  | { ask: 'fit'; picture: string; frame: Frame; limits: FitLimits }
  | { ask: 'close'; picture: string }

export interface Opened {
  facts: FileFacts
  /** Upright by its EXIF; null where this browser cannot decode it. */
  size: Size | null
  hints: Hint[]
}

export interface Result {
  blob: Blob
  width: number
  height: number
  /** Time that it took, ms. */
  took: number
}

export type NoFit = 'too_many_bytes' | 'too_few_bytes' | 'too_few_pixels'

/** What each question is answered with. */
export interface Answers {
  open: Opened
  /** The framed picture as large as a screen, for cropping. */
  draw: Blob
  /** `stale` where a newer question about the same picture came meanwhile. */
  fit: Result | NoFit | 'stale'
  close: null
}

export interface Asked {
  id: number
  question: Question
}

export type Told = { id: number; answer: Answers[Question['ask']] } | { id: number; failed: string }
