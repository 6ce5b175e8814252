/**
 * `npm run bench:races -- --minutes 30`: the 66 pairs of RELIABILITY.md on MariaDB, again and again, each
 * round with the next layer of protection. The last line is one JSON object.
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' } } })
const end = Date.now() + Number(values.minutes) * 60_000

/** One round of all pairs; gives how many passed and failed. */
function round(n: number): Promise<{ passed: number; failed: number }> {
  const args = ['bin/run_tests.js', 'concurrency', '--files', 'pairs.spec.ts']
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, RACES_ROUND: String(n) },
  })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
    process.stdout.write(text)
  })
  return new Promise((resolve) =>
    child.once('close', () => {
      const [, passed = 0, failed = 1] = /^(\d+) passed, (\d+) failed/m.exec(said) ?? []
      resolve({ passed: Number(passed), failed: Number(failed) })
    })
  )
}

const total = { bench: 'races', rounds: 0, passed: 0, failed: 0 }
do {
  const { passed, failed } = await round(total.rounds++)
  total.passed += passed
  total.failed += failed
} while (Date.now() < end)
console.log(JSON.stringify(total))
process.exit(total.failed > 0 ? 1 : 0)
