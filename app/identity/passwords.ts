import { COMMON_PASSWORDS } from '#app/identity/common_passwords'

/** Characters; NIST SP 800-63B asks for length and against lists, never for a mixture. */
export const SHORTEST = 12
export const LONGEST = 128

export type PasswordProblem = 'too_short' | 'too_long' | 'common' | 'personal'

/** A password may be a common word or two with so little besides. */
const MOST_PIECES = 4
const LEAST_OF_ONES_OWN = 4

/** The same characters typed on another keyboard are the same password (NFKC). */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/**
 * Why a password may not be chosen, or null. `about` are words that belong to the person: his login
 * and name.
 */
export function passwordProblem(
  password: string,
  about: readonly string[] = []
): PasswordProblem | null {
  const length = [...normalizePassword(password)].length
  if (length < SHORTEST) return 'too_short'
  if (length > LONGEST) return 'too_long'
  const own = about.flatMap(wordsOf).filter((word) => word.length >= 2)
  const text = normalizePassword(password).toLowerCase()
  if (isMadeOf(text, COMMON_PASSWORDS)) return 'common'
  return isMadeOf(text, new Set([...COMMON_PASSWORDS, ...own])) ? 'personal' : null
}

function wordsOf(text: string): string[] {
  const lower = normalizePassword(text).toLowerCase().trim()
  return [lower, ...lower.split(/[^\p{L}\p{N}]+/u)]
}

/** Digits and signs that stand for letters. */
const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  '$': 's',
  '!': 'i',
}

/** A birthday or another day: 19900214, 900214. */
const DATE = /^(?:(?:19|20)\d\d|\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

/**
 * Whether a text is few known words, runs (`7890`, `fghij`) and repetitions with hardly anything
 * besides. The best way to cover it is found from the front: for each position the fewest characters
 * left over with each number of pieces.
 */
function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  const signs = [...text]
  const period = periodOf(signs)
  if (period <= 6 && period < signs.length) return true
  // left[at][pieces]: the fewest characters that stand alone up to `at`.
  const left = Array.from({ length: signs.length + 1 }, () =>
    new Array<number>(MOST_PIECES + 1).fill(Infinity)
  )
  left[0][0] = 0
  for (const [at] of signs.entries()) {
    const ends = piecesAt(signs, at, words)
    for (let pieces = 0; pieces <= MOST_PIECES; pieces++) {
      const so = left[at][pieces]
      if (so === Infinity) continue
      left[at + 1][pieces] = Math.min(left[at + 1][pieces], so + 1)
      if (pieces === MOST_PIECES) continue
      for (const end of ends) left[end][pieces + 1] = Math.min(left[end][pieces + 1], so)
    }
  }
  return Math.min(...left[signs.length]) < LEAST_OF_ONES_OWN
}

/** Where pieces that begin at a position end: words, as they stand or dressed up; dates; runs. */
function piecesAt(signs: string[], at: number, words: ReadonlySet<string>): number[] {
  const ends: number[] = []
  let text = ''
  let letters = ''
  for (let end = at + 1; end <= Math.min(signs.length, at + 24); end++) {
    text += signs[end - 1]
    letters += LEET[signs[end - 1]] ?? signs[end - 1]
    if (words.has(text) || words.has(letters) || DATE.test(text)) ends.push(end)
  }
  const run = runFrom(signs, at)
  if (run - at >= 3) ends.push(run)
  return ends
}

/** How far signs go on by the same step of -1, 0 or 1: `aaaa`, `4567`, `dcba`. */
function runFrom(signs: string[], at: number): number {
  const stepAt = (position: number) =>
    (signs[position + 1]?.codePointAt(0) ?? Number.NaN) - signs[position].codePointAt(0)!
  const step = stepAt(at)
  if (!(Math.abs(step) <= 1)) return at + 1
  let end = at + 1
  while (end < signs.length && stepAt(end - 1) === step) end++
  return end
}

/** The length of the shortest beginning whose repetition is the whole. */
function periodOf(signs: string[]): number {
  for (let period = 1; period < signs.length; period++) {
    if (signs.every((sign, at) => sign === signs[at % period])) return period
  }
  return signs.length
}
