import { spawn } from 'node:child_process'
import { root } from './project.js'

const running = new Set()

/** Ends a child and all it started: each runs in a process group of its own. */
export function endGroup(child, signal = 'SIGTERM') {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself.
  }
}

/** Whatever ends this script ends what it started. */
process.on('exit', () => running.forEach((child) => endGroup(child, 'SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(signal === 'SIGINT' ? 130 : 143)
  })
}

/** npm passes SIGTERM to the shell between us only: when that is gone, so is whoever started us. */
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

/** Starts a program in a process group of its own, with the project as its folder. */
export function launch(command, args, { env = {}, cwd = root, stdio = 'inherit' } = {}) {
  const child = spawn(command, args, {
    cwd,
    stdio,
    detached: true,
    env: { ...process.env, ...env },
  })
  running.add(child)
  child.on('exit', () => running.delete(child))
  return child
}

/**
 * Runs a program to its end and keeps what it prints.
 * Gives `{ code, output, timedOut }`; never throws for a program that fails.
 *
 * @param {{ env?: object, cwd?: string, limitMs?: number, onOutput?: (text: string, from: 'stdout' | 'stderr') => void }} options
 */
export function capture(command, args, { limitMs, onOutput, ...options } = {}) {
  return new Promise((resolve) => {
    const child = launch(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let timedOut = false
    const timer = limitMs
      ? setTimeout(() => {
          timedOut = true
          endGroup(child, 'SIGKILL')
        }, limitMs)
      : undefined
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        output += text
        onOutput?.(text, name)
      })
    }
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ code: 127, output: `${output}${error.message}\n`, timedOut })
    })
    // What it left behind in its group must not hold ports, files or our pipes.
    child.on('exit', () => endGroup(child, 'SIGKILL'))
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, output, timedOut })
    })
  })
}

/** The last lines of a program's output: what one reads first when it failed. */
export function tail(output, lines = 30) {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}
