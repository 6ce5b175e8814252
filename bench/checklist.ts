/**
 * What one checklist costs: `npm run bench:checklist`. Every persona of the catalog in every sample
 * region; the slowest pair must stay under the limit.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { checklist } from '#app/core/checklist'
import { questionsFor } from '#app/core/questions'
import { parseCatalog, resolveRelease, type Facts, type ReleaseDocument } from '#app/core/release'

const LIMIT_MS = 0.2
const ROUNDS = 15
const TIMES = 400

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../database/seeders/data/${name}`, import.meta.url), 'utf8'))

const json = read('catalog.json')
const catalog = parseCatalog(json)
const releases: [string, ReleaseDocument][] = read('regions.json').regions.map((region: any) => [
  region.id,
  resolveRelease(catalog, region),
])
const personas: { id: string; facts: Facts }[] = json.personas

/** Milliseconds a run in each round, the middle one: a busy machine spoils single rounds. */
function median(work: () => void): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    for (let i = 0; i < TIMES; i++) work()
    return (performance.now() - start) / TIMES
  })
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1]
}

const pairs = releases.flatMap(([region, release]) =>
  personas.map(({ id, facts }) => ({ region, persona: id, release, facts }))
)
// Warmed up as a server is that has shown a few pages.
for (const { release, facts } of pairs) for (let i = 0; i < 50; i++) checklist(release, facts)

const costs = pairs.map(({ release, facts, ...pair }) => ({
  ...pair,
  ms: median(() => checklist(release, facts)),
}))
for (const { region, persona, ms } of costs) {
  console.log(`${region} ${persona.padEnd(24)} ${ms.toFixed(4)} ms`)
}
const slowest = costs.toSorted((a, b) => b.ms - a.ms)[0]
const mean = costs.reduce((sum, { ms }) => sum + ms, 0) / costs.length
const [{ release, facts }] = pairs
const questions = median(() => questionsFor(release, facts, {}))
const round = (ms: number) => Math.round(ms * 10_000) / 10_000
const isFast = slowest.ms <= LIMIT_MS
console.log(
  JSON.stringify({
    bench: 'checklist',
    checklists: costs.length,
    materials: catalog.materials.length,
    meanMs: round(mean),
    slowestMs: round(slowest.ms),
    slowest: `${slowest.region} ${slowest.persona}`,
    questionsMs: round(questions),
    limitMs: LIMIT_MS,
    ok: isFast,
  })
)
process.exitCode = isFast ? 0 : 1
