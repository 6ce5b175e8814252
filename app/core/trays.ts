import type { State } from './dossier.js'

/**
 * The one list of the staff's queue that a dossier stands in: `unseen` (its candidate's own, never
 * submitted), `waiting:<stage>`, `claimed`, `proposed` (a second person is being asked), and what
 * becomes of it. Stored with the row, so that each list is one range of one index.
 */
export type Tray =
  | `waiting:${number}`
  | ('unseen' | 'claimed' | 'proposed' | 'returned' | 'held')
  | ('approved' | 'ineligible' | 'withdrawn' | 'lapsed')

export interface Standing {
  state: State
  stage: number
  round: number
  /** A proposal about it waits for a second person. */
  proposed: boolean
}

export function trayOf({ state, stage, round, proposed }: Standing): Tray {
  if (state === 'draft' || round === 0) return 'unseen'
  if (state === 'in_review') return 'claimed'
  if (state !== 'submitted') return state
  return proposed ? 'proposed' : waitingTray(stage)
}

export function waitingTray(stage: number): Tray {
  return `waiting:${stage}`
}

/** Claims come and go by the minute: who counts takes a claimed dossier for one that waits. */
export function countedTray(standing: Standing): Tray | null {
  const tray = trayOf(standing)
  if (tray === 'unseen') return null
  return tray === 'claimed' ? waitingTray(standing.stage) : tray
}
