/**
 * What the tenancy guard costs a statement: `node --import=@poppinss/ts-exec bench/guard.ts`.
 * No database is needed: the guard sees texts and bindings only.
 */
import { performance } from 'node:perf_hooks'
import { runInRegion } from '#app/shared/region_context'
import { TenancyGuard } from '#app/shared/tenancy/guard'

const QUERIES = {
  'a row by its key':
    'select * from `items` where `items`.`region_id` = ? and `items`.`id` = ? limit ?',
  'a join of three': `select ${Array.from({ length: 30 }, (_, i) => `\`t\`.\`c${i}\` as \`t__c${i}\``).join(', ')} from \`items\` as \`t\` left join \`images\` as \`i\` on \`i\`.\`region_id\` = \`t\`.\`region_id\` and \`i\`.\`item_id\` = \`t\`.\`id\` left join \`image_places\` as \`p\` on \`p\`.\`region_id\` = \`i\`.\`region_id\` and \`p\`.\`image_id\` = \`i\`.\`id\` where \`t\`.\`region_id\` = ? and \`t\`.\`dossier_id\` = ? order by \`p\`.\`position\` asc`,
  'a multi-insert of 54 rows': `insert into \`items\` (\`id\`, \`material\`, \`need\`, \`region_id\`) values ${Array(54).fill('(?, ?, ?, ?)').join(', ')}`,
}
const TIMES = 200_000
const NEW_TEXTS = 2_000

function bindingsOf(sql: string): string[] {
  return Array<string>((sql.match(/\?/g) ?? []).length).fill('sc')
}

await runInRegion('sc', () => {
  for (const [name, sql] of Object.entries(QUERIES)) {
    const guard = new TenancyGuard({ schemaMayChange: false })
    const bindings = bindingsOf(sql)
    const known = meanOf(TIMES, () => guard.inspect({ sql, bindings }))
    let n = 0
    const fresh = meanOf(NEW_TEXTS, () =>
      guard.inspect({ sql: `${sql}${newSpaces(n++)}`, bindings })
    )
    console.log(
      `${name}: ${Math.round(known * 1e6)} ns known, ${fresh.toFixed(3)} ms new (${sql.length} characters)`
    )
  }
})

/** Makes a text that nobody has seen: the same words with other spaces behind them. */
function newSpaces(n: number): string {
  return n.toString(2).replaceAll('0', ' ').replaceAll('1', '\n')
}

/** Milliseconds a run, after a tenth of the runs to warm up. */
function meanOf(times: number, work: () => void): number {
  for (let i = 0; i < times / 10; i++) work()
  const start = performance.now()
  for (let i = 0; i < times; i++) work()
  return (performance.now() - start) / times
}
