/**
 * Judges mutants of a seed from a number on, until it is stopped. Tells its parent where it is, so
 * that one that hangs or brings the process down is known by its number.
 * Arguments: seed, first number, and a folder of more files to begin with, if any.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeImage } from '#app/core/image_rules'
import { inspectImage } from '#app/dossiers/images/inspect'
import { fuzzBases, mutant } from '#tests/support/mutations'
import { NATIONAL_RULES } from '#tests/support/national_rules'

const [seed, first] = process.argv.slice(2, 4).map(Number)
const folder = process.argv[4]
const LARGEST = 204_800
const TELL_EVERY = 500

const more = folder
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
      .filter((bytes) => bytes.length > 16 && bytes.length <= LARGEST)
  : []
const bases = [...(await fuzzBases()), ...more]
let accepted = 0
let decoded = 0
let longestMs = 0
let thrown: string | null = null

for (let n = first; ; n++) {
  const bytes = mutant(bases, seed, n)
  const started = performance.now()
  try {
    const { measured } = await inspectImage(bytes)
    if (measured.width !== null) decoded++
    if (judgeImage(NATIONAL_RULES, measured).refusals.length === 0) accepted++
  } catch (error) {
    thrown = `${n}: ${(error as Error).stack}`
  }
  longestMs = Math.max(longestMs, performance.now() - started)
  if (n % TELL_EVERY === TELL_EVERY - 1 || thrown) {
    const rssMb = process.memoryUsage.rss() / 2 ** 20
    process.send!({ next: n + 1, accepted, decoded, longestMs, thrown, rssMb })
    accepted = decoded = longestMs = 0
    thrown = null
    // Lets the message leave before the next file can bring the process down.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
