import { fork, spawn, type ChildProcess } from 'node:child_process'
import { on, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const ROOT = join(import.meta.dirname, '../..')
const TICKS_PER_SECOND = 100
const SOURCES = ['--import=@poppinss/ts-exec']
const COUNTER = `--import=${join(import.meta.dirname, 'count_statements.js')}`

/** A process under measurement. */
export class Server {
  private constructor(
    readonly port: number,
    private child: ChildProcess
  ) {}

  /** @param flags more for node, e.g. `--cpu-prof` */
  static async start(script: string, port: number, env: NodeJS.ProcessEnv, flags: string[] = []) {
    const child = fork(join(ROOT, script), [], {
      cwd: ROOT,
      env: { ...env, PORT: String(port) },
      execArgv: [...(script.endsWith('.ts') ? SOURCES : []), COUNTER, ...flags],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const server = new Server(port, child)
    for (let tries = 0; !(await server.#answers()); tries++) {
      if (child.exitCode !== null || tries > 600) throw new Error(`${script} did not start`)
      await sleep(100)
    }
    return server
  }

  async #answers() {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/live`)
      await answer.arrayBuffer()
      return answer.ok
    } catch {
      return false
    }
  }

  /** Processor time used since its start, user and system, all threads, ms. */
  cpuMs(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1000
  }

  rssMb(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024
  }

  /** SQL since the last time it was asked, and how often it was sent (count_statements.js). */
  async statements(): Promise<[sql: string, times: number][]> {
    // Awaited before it is asked for; the framework sends messages of its own.
    const answers = on(this.child, 'message')
    this.child.send('statements')
    for await (const [{ statements }] of answers) if (statements) return statements
    return []
  }

  async stop() {
    if (this.child.exitCode !== null) return
    this.child.kill('SIGTERM')
    const ended = once(this.child, 'exit')
    await Promise.race([ended, sleep(10_000, undefined, { ref: false })])
    this.child.kill('SIGKILL')
  }
}

/** Runs a script to its end; gives what it printed. */
export async function run(script: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const flags = script.endsWith('.ts') ? SOURCES : []
  const child = spawn(process.execPath, [...flags, script, ...args], {
    ...{ cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] },
  })
  let said = ''
  child.stdout!.on('data', (text) => (said += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${said}`)
  return said
}
