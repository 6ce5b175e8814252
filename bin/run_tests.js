/**
 * `npm test`: all suites, each in a process of its own, on data of its own; the last line is
 * `N passed, N failed` over all of them.
 *
 * `npm test -- functional --tests "a guest"` runs one suite with Japa's own filters.
 * DB_CONNECTION=sqlite or mysql leaves out the suites of the other database.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureAssets, ensureBuilt } from './lib/build.js'
import { findChromium } from './lib/chromium.js'
import { ensureInstalled } from './lib/install.js'
import { createTestDatabase } from './lib/mariadb.js'
import { findNode } from './lib/node.js'
import { findFreePair } from './lib/ports.js'
import { capture, tail } from './lib/processes.js'
import { main, Problem, step } from './lib/project.js'
import { findRedis } from './lib/redis.js'

const MINUTES = 60_000

const SUITES = [
  { suite: 'unit', on: 'sqlite', limitMs: 4 * MINUTES },
  { suite: 'functional', on: 'sqlite', limitMs: 14 * MINUTES },
  { suite: 'model', on: 'sqlite', limitMs: 10 * MINUTES },
  { suite: 'functional', on: 'mysql', limitMs: 14 * MINUTES },
  { suite: 'concurrency', on: 'mysql', limitMs: 14 * MINUTES },
  { suite: 'model', on: 'mysql', limitMs: 10 * MINUTES },
  // Needs the machine for itself: people wait for its pages.
  { suite: 'browser', on: 'sqlite', limitMs: 15 * MINUTES },
]

/** Suites that never ask for a page. */
const WITHOUT_PAGES = new Set(['unit', 'model'])

const WHERE = { sqlite: 'SQLite', mysql: 'MariaDB' }

const NO_CHROMIUM = 'no Chromium found: apt-get install chromium, or set CHROMIUM_PATH'
const NO_MARIADB =
  'no MariaDB lets us in: apt-get install mariadb-server, or set DB_HOST or DB_SOCKET, DB_USER, DB_PASSWORD'
const NO_REDIS = 'tests with Redis: not run, no redis-server found: apt-get install redis-server'

/** Benches run suites for longer than `npm test` may. */
const longest = Number(process.env.TEST_LIMIT_MINUTES || 0) * MINUTES

const inCi = Boolean(process.env.CI) && process.env.CI !== 'false'
const total = { passed: 0, failed: 0, skipped: 0 }

/** Which suites were asked for, and what goes on to Japa: its flags and their values. */
function readArguments() {
  const args = process.argv.slice(2)
  const names = new Set(SUITES.map(({ suite }) => suite))
  const first = args.findIndex((arg) => !names.has(arg))
  const asked = first === -1 ? args : args.slice(0, first)
  return { asked, filters: first === -1 ? [] : args.slice(first) }
}

/** What a suite sees of the environment: nothing of the developer's own portal. */
function cleanEnvironment() {
  const ours = /^(DB_|REGISTRATION_|KAOQU_|APP_|SANDBOX_PORT$|FIELD_KEY$|INDEX_KEY$|PORT$|HOST$)/
  return Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => ours.test(name))
      .map((name) => [name, undefined])
  )
}

/** The two databases' suites run side by side; the browser's come after them, alone. */
function lanesOf(wanted) {
  const rest = wanted.filter(({ suite }) => suite !== 'browser')
  return ['sqlite', 'mysql']
    .map((on) => rest.filter((run) => run.on === on))
    .filter((lane) => lane.length > 0)
}

function leaveOut({ suite, on }, why) {
  console.log(`\n${suite} on ${WHERE[on]}: not run, ${why}`)
  if (inCi) total.failed++
}

/**
 * Prints what a suite prints, but keeps the application's log, JSON lines on stderr, in `log`: many
 * tests provoke it, and it matters only where something failed.
 */
function keepingLog(log, print) {
  let rest = ''
  return (text, from) => {
    if (from === 'stdout') {
      print(text)
      return
    }
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    for (const line of lines) {
      if (line.startsWith('{"level"')) log.push(line)
      else print(`${line}\n`)
    }
  }
}

/** Of suites that run side by side each prints all at once when it has ended. */
function printer(together) {
  if (!together) return { print: (text) => process.stdout.write(text), done: () => {} }
  const kept = []
  return {
    print: (text) => kept.push(text),
    done: () => process.stdout.write(kept.join('')),
  }
}

async function runSuite(node, { suite, on, limitMs: usual }, { env, filters, port, together }) {
  const limitMs = longest || usual
  const { print, done } = printer(together)
  const say = (text) => print(`${text}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'kaoqu-test-'))
  const totalsFile = join(folder, 'totals.json')
  const log = []
  say(`\n${suite} on ${WHERE[on]}`)
  try {
    const { code, timedOut } = await capture(
      node,
      [
        ...['--import=@poppinss/ts-exec', '--enable-source-maps', 'bin/test.ts', suite],
        ...[`--reporters=${suite === 'browser' ? 'spec' : 'dot'},totals`, ...filters],
      ],
      {
        limitMs,
        onOutput: keepingLog(log, print),
        env: {
          ...cleanEnvironment(),
          LOG_LEVEL: process.env.LOG_LEVEL || 'error',
          DB_CONNECTION: on,
          PORT: String(port),
          TEST_TOTALS: totalsFile,
          ...env,
        },
      }
    )
    const counts = existsSync(totalsFile) ? JSON.parse(readFileSync(totalsFile, 'utf8')) : undefined
    const problem = timedOut
      ? `was ended after ${limitMs / MINUTES} minutes`
      : !counts
        ? `ended with code ${code} before it could count`
        : counts.passed + counts.failed === 0 && filters.length === 0
          ? 'ran no test'
          : code !== 0 && counts.failed === 0
            ? `ended with code ${code}`
            : undefined
    if (log.length > 0 && (problem || counts.failed > 0)) {
      say(`\nLast words of the log:\n${log.slice(-30).join('\n')}`)
    }
    if (problem) say(`${suite} on ${WHERE[on]} ${problem}`)
    for (const kind of Object.keys(total)) total[kind] += counts?.[kind] ?? 0
    if (problem && !counts?.failed) total.failed++
  } finally {
    done()
    rmSync(folder, { recursive: true, force: true })
  }
}

main(async () => {
  const { asked, filters } = readArguments()
  const only = process.env.DB_CONNECTION
  if (only && !WHERE[only]) {
    throw new Problem(`DB_CONNECTION=${only} is not known: sqlite or mysql.`)
  }
  const wanted = SUITES.filter(
    ({ suite, on }) => (asked.length === 0 || asked.includes(suite)) && (!only || only === on)
  )
  await ensureInstalled()
  const node = findNode()
  await step('Generating indexes', async () => {
    const { code, output } = await capture(node, ['ace.js', 'codegen'])
    if (code !== 0) throw new Problem(`${tail(output)}\n\nThe indexes could not be generated.`)
  })
  const chromium = findChromium()
  // The journeys walk through the built product; its pages are those that the other suites serve.
  if (chromium && wanted.some(({ suite }) => suite === 'browser')) await ensureBuilt(node)
  else if (wanted.some(({ suite }) => !WITHOUT_PAGES.has(suite))) await ensureAssets(node)

  const redis = findRedis()
  if (!redis && wanted.some(({ suite }) => suite === 'functional')) {
    console.log(`\n${NO_REDIS}`)
    if (inCi) total.failed++
    filters.push('--tags=~@redis')
  }

  let database
  const drop = async () => database?.drop()
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => drop().finally(() => process.exit(130)))
  }
  try {
    if (wanted.some(({ on }) => on === 'mysql')) database = await createTestDatabase()
    const lanes = lanesOf(wanted)
    const together = lanes.length > 1
    // Found before any of them begins: two that look at once might find the same.
    const ports = new Map()
    for (const run of wanted) ports.set(run, await findFreePair())
    const goThrough = async (lane, sideBySide) => {
      for (const run of lane) {
        if (run.suite === 'browser' && !chromium) leaveOut(run, NO_CHROMIUM)
        else if (run.on === 'mysql' && !database) leaveOut(run, NO_MARIADB)
        else {
          const env = { CHROMIUM_PATH: chromium, ...(run.on === 'mysql' ? database.env : {}) }
          const port = ports.get(run)
          await runSuite(node, run, { env, filters, port, together: sideBySide })
        }
      }
    }
    await Promise.all(lanes.map((lane) => goThrough(lane, together)))
    await goThrough(
      wanted.filter(({ suite }) => suite === 'browser'),
      false
    )
  } finally {
    await drop()
  }

  const { passed, failed, skipped } = total
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed > 0 || passed === 0 ? 1 : 0)
})
