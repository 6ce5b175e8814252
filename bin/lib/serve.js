import { setTimeout as sleep } from 'node:timers/promises'
import { endGroup, launch, tail } from './processes.js'
import { Problem, root } from './project.js'

const START_LIMIT = 60_000
const END_LIMIT = 10_000

async function isAlive({ host, port }) {
  const address = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  try {
    const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}/health/live`
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/**
 * Starts the built server and waits until it answers. What it logs goes to our stderr.
 * SIGINT and SIGTERM let it finish what it is doing; `ended` is the exit code then.
 */
export async function serve(node, args, env, settings) {
  const child = launch(node, ['--import', `${root}/bin/lib/follow_parent.js`, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  let started = false
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      if (started) process.stderr.write(text)
      else output += text
    })
  }

  let asked = false
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  const end = () => {
    if (asked) return
    asked = true
    endGroup(child)
    setTimeout(() => endGroup(child, 'SIGKILL'), END_LIMIT).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)

  const deadline = Date.now() + START_LIMIT
  let gone = false
  exited.then(() => (gone = true))
  while (!(await isAlive(settings))) {
    if (asked && gone) process.exit(0)
    if (gone || Date.now() > deadline) {
      endGroup(child, 'SIGKILL')
      throw new Problem(
        `${tail(output)}\n\nThe server ${gone ? 'ended while starting' : 'did not answer in a minute'}.`
      )
    }
    await sleep(100)
  }
  started = true
  return { ended: exited.then((code) => (asked ? 0 : code)) }
}
