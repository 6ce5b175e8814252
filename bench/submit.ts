/**
 * `npm run bench:submit`: eight candidates at a time submit finished dossiers on MariaDB, in turns through
 * the gate and as the same transaction in raw SQL. Prints a table, and a JSON line last.
 * `--rounds 6` · `--each 80` dossiers in each turn. Ends with 1 where a target is missed.
 */
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT, run } from './upload/servers.js'

const { createTestDatabase } = await import(new URL('../bin/lib/mariadb.js', import.meta.url).href)

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
    each: { type: 'string', default: '80' },
  },
})
const database = await createTestDatabase()
if (!database) throw new Error('No MariaDB lets us in')
const env = { ...process.env, LOG_LEVEL: 'warn', ...database.env }
try {
  await run('ace.js', ['migration:run', '--force', '--compact-output'], env)
  const contest = join(ROOT, 'bench/submit/contest.ts')
  const said = await run(contest, [values.rounds, values.each], env)
  const result = JSON.parse(said.trim().split('\n').at(-1)!)
  console.table({ gate: result.gate, raw: result.raw })
  const load = loadavg().map((one) => one.toFixed(1))
  console.log(
    `MariaDB, 8 clients, ${values.rounds} rounds, ${availableParallelism()} cores, load ${load}`
  )
  console.log(JSON.stringify(result))
  const { statements, ratios } = result
  process.exitCode = statements <= 14 && ratios.throughput >= 0.6 && ratios.p99 <= 4 ? 0 : 1
} finally {
  await database.drop()
}
