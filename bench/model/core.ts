import fc from 'fast-check'
import { resolveRelease, parseCatalog } from '#app/core/release'
import { isLegal } from '#app/core/dossier'
import { seedDocument } from '#database/demo/people'
import { freshWalk, variantsOf } from '#tests/model/beginning'
import { brokenLaws } from '#tests/model/laws'
import { countedIds, moves, resolve } from '#tests/model/moves'
import { stepOf, type Walk } from '#tests/model/walk'

export interface CoreRun {
  steps: number
  allowed: number
  rows: string[]
  broken: { law: string; event: string; row: string | null }[]
}

const regions = seedDocument('regions.json').regions
const catalog = parseCatalog(seedDocument('catalog.json'))
const releases = variantsOf(resolveRelease(catalog, regions[0])).map((document, i) => ({
  id: `release-${i}`,
  document,
}))

/** Walks over the core alone, in memory: each step is held against the laws and the table. */
export function walkCore(steps: number, seed: number): CoreRun {
  const run: CoreRun = { steps: 0, allowed: 0, rows: [], broken: [] }
  const rows = new Map<string, number>()
  const ids = countedIds()
  const walks = fc.array(moves, { minLength: 200, maxLength: 200, size: 'max' })
  for (let n = 0; run.steps < steps; n++) {
    let walk: Walk = freshWalk(releases, n)
    for (const move of fc.sample(walks, { numRuns: 1, seed: seed + n })[0]) {
      if (walk.dossier.state === 'withdrawn' || run.steps === steps) break
      const step = resolve(walk, move, ids)
      run.steps++
      if ('season' in step) walk = { ...walk, season: { ...walk.season, ...step.season } }
      else if ('now' in step) walk = { ...walk, now: step.now }
      else if ('facts' in step) walk = { ...walk, factsRevision: walk.factsRevision + 1 }
      else {
        const { decision, after } = stepOf(walk, step.asked)
        const { type } = step.asked.event
        const row = decision.ok ? decision.row : null
        for (const law of brokenLaws({ before: walk, asked: step.asked, decision, after })) {
          run.broken.push({ law, event: type, row })
        }
        if (decision.ok) {
          const { state } = walk.dossier
          if (!isLegal(type, decision.row, state, after.dossier.state)) {
            run.broken.push({ law: 'the table knows the step', event: type, row })
          }
          run.allowed++
          const name = `${type} ${row} ${state} → ${after.dossier.state}`
          rows.set(name, (rows.get(name) ?? 0) + 1)
        }
        walk = after
      }
    }
  }
  run.rows = [...rows].map(([name, n]) => `${name}: ${n}`).sort()
  return run
}
