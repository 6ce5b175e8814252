/**
 * `npm run bench:fuzz -- --minutes 5`: mutated pictures through the structure walks and the decoder,
 * in a process of its own. What crashes it, holds it up for more than a second or throws (which
 * would be answered with 500) is printed with its number. Ends with a JSON line, and with code 1
 * where anything was found. `--files 1000000` ends after so many, `--seed 7` takes others, `--more
 * FOLDER` adds files to begin with.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    files: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    more: { type: 'string' },
  },
})
const HANG_MS = 1_000
/** So long nothing may be heard: 500 files, each allowed a hang, are waited for no longer. */
const SILENCE_MS = 30_000

const ends = Date.now() + Number(values.minutes) * 60_000
const wanted = Number(values.files)
const found = { files: 0, decoded: 0, accepted: 0, crashes: 0, hangs: 0, thrown: 0 }
let longestMs = 0
let rssMb = 0
let next = 0

/** One child from `next` on; resolves when time is up or it has ended. */
async function watch() {
  const args = [values.seed, String(next), ...(values.more ? [values.more] : [])]
  const child = fork(join(import.meta.dirname, 'fuzz/child.ts'), args, {
    execArgv: ['--import=@poppinss/ts-exec'],
  })
  let stopped = false
  const stop = () => {
    stopped = true
    child.kill('SIGKILL')
  }
  let silence = setTimeout(stop, SILENCE_MS)
  let silent = true
  child.on('message', (told: any) => {
    clearTimeout(silence)
    silence = setTimeout(() => ((silent = true), stop()), SILENCE_MS)
    silent = false
    found.files += told.next - next
    next = told.next
    found.decoded += told.decoded
    found.accepted += told.accepted
    longestMs = Math.max(longestMs, told.longestMs)
    rssMb = Math.max(rssMb, told.rssMb)
    if (told.longestMs > HANG_MS) {
      found.hangs++
      console.log(`seed ${values.seed}, one of the 500 before ${next}: ${told.longestMs} ms`)
    }
    if (told.thrown) {
      found.thrown++
      console.log(`seed ${values.seed}, ${told.thrown}`)
    }
    if (Date.now() > ends || found.files >= wanted) stop()
  })
  const [code, signal] = await once(child, 'exit')
  clearTimeout(silence)
  if (stopped && !silent) return
  found[stopped ? 'hangs' : 'crashes']++
  console.log(`seed ${values.seed}, one of the 500 from ${next} on: ${code ?? signal}`)
  next += 500
}

const began = Date.now()
while (Date.now() < ends && found.files < wanted && found.crashes + found.hangs < 20) await watch()
const seconds = Math.round((Date.now() - began) / 1000)
console.log(
  JSON.stringify({ ...found, longestMs: Math.round(longestMs), rssMb: Math.round(rssMb), seconds })
)
process.exitCode = found.crashes + found.hangs + found.thrown > 0 ? 1 : 0
