import { median, ratio, type Result } from './contest.js'
import type { Memory } from './drift.js'

/** Statements that say who is asking, on every page. */
export const BESIDE = /[`"](sessions|candidates)[`"]/

export interface Measured {
  results: Result[]
  statements: [sql: string, times: number][]
  page: string[]
  rssAfterStart: number
  memory: Memory | null
}

const round = (value: number, digits = 1) => Number(value.toFixed(digits))

const speed = (result: Result) => median(result.rounds.map((one) => one.uploadsPerSecond))
const cpu = (result: Result) => median(result.rounds.map((one) => one.cpuMsPerUpload))

/** A table for people, and one line of JSON for programs. */
export function report(
  { results, statements, page, rssAfterStart, memory }: Measured,
  how: string
) {
  const [portal, floor, peer] = results
  const figures = results.map((result) => ({
    name: result.name,
    uploadsPerSecond: round(speed(result)),
    p50Ms: round(result.all.percentile(50)),
    p99Ms: round(result.all.percentile(99)),
    cpuMsPerUpload: round(cpu(result)),
    rssMb: round(result.rssMb),
    uploads: result.all.times.length,
  }))
  console.table(Object.fromEntries(figures.map(({ name, ...rest }) => [name, rest])))
  const uploads = portal.all.times.length
  const sent = statements.reduce((sum, [, times]) => sum + times, 0)
  const ratios = {
    toFloor: round(
      ratio(portal, floor, (one) => one.uploadsPerSecond),
      2
    ),
    cpuToFloor: round(
      ratio(portal, floor, (one) => one.cpuMsPerUpload),
      2
    ),
    ...(peer && {
      toPayload: round(
        ratio(portal, peer, (one) => one.uploadsPerSecond),
        2
      ),
    }),
  }
  console.log(how)
  console.log(`portal : floor = ${ratios.toFloor} in uploads/s, ${ratios.cpuToFloor} in CPU`)
  if (peer) console.log(`portal : Payload = ${ratios.toPayload} in uploads/s`)
  if (memory) {
    console.log(`RSS after each thousand: ${memory.rssMb.join(', ')} MB`)
  }
  console.log(
    JSON.stringify({
      ...Object.fromEntries(figures.map(({ name, ...rest }) => [name, rest])),
      ratios,
      statementsPerUpload: round(sent / uploads),
      queriesPerDossierPage: page.filter((sql) => !BESIDE.test(sql)).length,
      rssAfterStartMb: round(rssAfterStart),
      ...(memory && { driftMbPerThousand: round(memory.mbPerThousand, 2), ...memory }),
    })
  )
}
