/** What bench/queue.ts asks of the filled database. Argument: JSON of what was filled. */
import 'reflect-metadata'
import { availableParallelism, loadavg } from 'node:os'
import { Ignitor } from '@adonisjs/core'
import { APP_ROOT, importFile, tapApplication } from '../../bin/application.js'
import type { Filled } from './fill.js'

const asked: Filled & { scale: number; claims: number } = JSON.parse(process.argv[2])
const app = new Ignitor(APP_ROOT, { importer: importFile }).tap(tapApplication).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { reconcileAll } = await import('./counts.js')
  const { measurePages } = await import('./pages.js')
  const { measureClaims, measureHeldHead, measureSubmits } = await import('./claims.js')
  const { measureOpening } = await import('./opening.js')

  /** Says on the way what is being measured: at full scale it takes a while. */
  async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const start = Date.now()
    const result = await work()
    console.error(`${name}: ${Math.round((Date.now() - start) / 1000)} s`)
    return result
  }
  const reconciledMs = await step('counts', reconcileAll)
  const pages = await step('pages', measurePages)
  const opening = await step('opening', measureOpening)
  const held = await step('a held head', measureHeldHead)
  const submits = await step('submitting', measureSubmits)
  const claims = await step('claims', () => measureClaims(asked.claims))

  console.table(pages)
  console.table(
    [claims],
    Object.keys(claims).filter((key) => key !== 'ok')
  )
  console.table([{ ...held, ...submits, ...opening, reconciledMs }])
  const worst = Math.max(...pages.map(({ p99Ms }) => p99Ms))
  const ratio = Math.max(...pages.map((page) => page.ratio))
  const statements = Math.max(...pages.map((page) => page.statements))
  const checks = {
    pageP99: worst <= 6,
    depth: ratio <= 1.2,
    pageStatements: statements <= 6,
    claimThroughput: claims.ratio >= 0.6,
    claimStatements: claims.statements - claims.rawStatements <= 3,
    doubleClaims: claims.double === 0,
    heldHead: held.p50Ms <= 5,
  }
  const load = loadavg().map((one) => Number(one.toFixed(1)))
  const ok = Object.values(checks).every(Boolean)
  console.log(
    JSON.stringify({
      ...{ bench: 'queue', ...asked, cores: availableParallelism(), load },
      ...{ pageP99Ms: worst, depthRatio: ratio, pageStatements: statements },
      ...{ claims, held, submits, opening, checks, ok },
    })
  )
  process.exitCode = ok ? 0 : 1
})
await app.terminate()
