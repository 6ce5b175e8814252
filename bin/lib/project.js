import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Something a person can put right: printed as one sentence, without a stack. */
export class Problem extends Error {}

/** Runs a script's main function; a Problem is one sentence on stderr and exit code 1. */
export async function main(run) {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.error(`\n${error.message}`)
    process.exit(1)
  }
}

/**
 * Says what goes on while it goes on, and how long it took. On a terminal the line counts the
 * seconds; elsewhere it is printed at the end only, so that logs stay short.
 */
export async function step(title, work) {
  const started = Date.now()
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1)
  const live = process.stdout.isTTY
  const timer = live
    ? setInterval(() => process.stdout.write(`\r  ${title} … ${seconds()} s`), 200)
    : undefined
  try {
    const result = await work()
    clearInterval(timer)
    process.stdout.write(`${live ? '\r\x1b[K' : ''}  ✓ ${title} (${seconds()} s)\n`)
    return result
  } catch (error) {
    clearInterval(timer)
    process.stdout.write(`${live ? '\r\x1b[K' : ''}  ✗ ${title} (${seconds()} s)\n`)
    throw error
  }
}
