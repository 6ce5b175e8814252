import { DAY, type Instant } from './time.js'

export interface Pace {
  /** Reviews finished on each day of the span that had any. */
  perDay: readonly number[]
  /** Length of the span, days; those without a review count too. */
  days: number
}

/** Fewer say more of chance than of the desk's pace. */
const LEAST_DAYS = 3
const LEAST_REVIEWS = 20

/**
 * When what is open will be done if the desk goes on as it did: the reviews that are still to be given,
 * divided by the mean of the days behind us.
 *
 * @param remaining reviews still to be given
 * @returns null where too little was done to say so
 */
export function finishDate(
  remaining: number,
  { perDay, days }: Pace,
  now: Instant
): Instant | null {
  const done = perDay.reduce((sum, n) => sum + n, 0)
  if (perDay.length < LEAST_DAYS || done < LEAST_REVIEWS) return null
  return now + Math.ceil((remaining * days) / done) * DAY
}

export interface OpenAt {
  stages: readonly { approvals: number; samplingPercent: number }[]
  stage: number
  n: number
}

/** How many reviews dossiers still need that stand at a stage; of a sampled stage its share. */
export function reviewsToCome(open: readonly OpenAt[]): number {
  const each = ({ stages, stage, n }: OpenAt) =>
    stages.slice(stage).reduce((sum, { approvals, samplingPercent }, at) => {
      const share = at === 0 ? 1 : samplingPercent / 100
      return sum + n * approvals * share
    }, 0)
  return Math.ceil(open.reduce((sum, one) => sum + each(one), 0))
}
