/**
 * `npm run bench:model -- --minutes 30`: a million moves over the core in memory, then walks through
 * the gate on SQLite and MariaDB in turns until the time is over, each with another seed. The last line
 * is one JSON object. `--seed N` repeats a run, `--core N` sets how many moves the core gets.
 */
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { walkCore } from './model/core.js'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    core: { type: 'string', default: '1000000' },
    commands: { type: 'string', default: '6000' },
  },
})
const seed = Number(values.seed)
const end = Date.now() + Number(values.minutes) * 60_000

/** The suite as `npm test` runs it, longer; true when it passed. */
function walkGate(database: string, n: number): Promise<boolean> {
  const child = spawn(process.execPath, ['bin/run_tests.js', 'model'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      DB_CONNECTION: database,
      MODEL_COMMANDS: values.commands,
      MODEL_SEED: String(n),
    },
  })
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)))
}

const began = performance.now()
const core = walkCore(Number(values.core), seed)
const coreSeconds = (performance.now() - began) / 1000
console.log(core.rows.join('\n'))
for (const broken of core.broken.slice(0, 20)) console.log(broken)

const gate = { sqlite: 0, mysql: 0, failed: 0 }
for (let n = 0; Date.now() < end; n++) {
  const database = n % 2 === 0 ? 'sqlite' : 'mysql'
  if (await walkGate(database, seed + n)) gate[database] += Number(values.commands)
  else gate.failed++
}
console.log(
  JSON.stringify({
    bench: 'model',
    seed,
    core: {
      moves: core.steps,
      allowed: core.allowed,
      rows: core.rows.length,
      broken: core.broken.length,
      perSecond: Math.round(core.steps / coreSeconds),
    },
    gate,
  })
)
process.exit(core.broken.length + gate.failed > 0 ? 1 : 0)
