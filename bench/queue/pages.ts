import db from '@adonisjs/lucid/services/db'
import { queueFilters } from '#app/review/queue_filters'
import { readReach } from '#app/review/queries/reach'
import { reviewQueue } from '#app/review/queries/review_queue'
import type { StaffActor } from '#app/review/reviewer'
import { runInRegion } from '#app/shared/region_context'
import { quantile, round, watch } from './clockwork.js'
import { person, reviewerOfFirstPoint } from './people.js'

const TIMES = 200
const PAGE = 20

interface List {
  name: string
  region: string
  actor: StaffActor
  query: Record<string, string>
  /** How the list's rows are found by brute force, to know its middle and its end. */
  where: string
  newestFirst?: boolean
}

async function lists(): Promise<List[]> {
  const point = await reviewerOfFirstPoint('sd')
  const [pointId] = point.memberships[0].pointIds
  const [region, lead] = [person('sh', 'region_reviewer'), person('sh', 'region_lead')]
  return [
    {
      ...{ name: 'region, waiting', region: 'sh', actor: region, query: {} },
      where: `tray = 'waiting:0'`,
    },
    {
      ...{ name: 'point, waiting', region: 'sd', actor: point, query: {} },
      where: `tray = 'waiting:0' and exam_point_id = '${pointId}'`,
    },
    {
      ...{ name: 'lead, submitted', region: 'sh', actor: lead, query: { tab: 'submitted' } },
      where: `tray in ('waiting:0', 'waiting:1')`,
    },
    {
      ...{ name: 'lead, by deadline', region: 'sh', actor: lead },
      ...{
        query: { tab: 'submitted', sort: 'deadline' },
        where: `tray in ('waiting:0', 'waiting:1')`,
      },
    },
    {
      ...{ name: 'lead, all', region: 'sh', actor: lead, query: { tab: 'all' }, newestFirst: true },
      where: `tray <> 'unseen'`,
    },
  ]
}

/** First, middle and deepest page in turns, so that what else the machine does meets all of them alike. */
export async function measurePages() {
  const measured = []
  for (const list of await lists()) {
    const cursors = await depths(list)
    const spent = cursors.map(() => [] as number[])
    let statements = 0
    for (let n = -20; n < TIMES; n++) {
      for (const [at, cursor] of cursors.entries()) {
        const { databaseMs, statements: sent } = await visit(list, cursor)
        if (n < 0) continue
        spent[at].push(databaseMs)
        statements = Math.max(statements, sent)
      }
    }
    const [first, middle, deepest] = spent.map((ms) => quantile(ms, 0.5))
    measured.push({
      ...{ list: list.name, statements, firstMs: first, middleMs: middle, deepestMs: deepest },
      ratio: round(deepest / first),
      p99Ms: Math.max(...spent.map((ms) => quantile(ms, 0.99))),
    })
  }
  return measured
}

function visit({ region, actor, query }: List, cursor: Record<string, string>) {
  return runInRegion(region, () =>
    watch(async () => {
      const reach = await readReach(actor)
      const { rows } = await reviewQueue(reach, queueFilters({ ...query, ...cursor }))
      if (rows.length === 0) throw new Error('an empty page is no measure')
    })
  )
}

/** Cursors of the first, the middle and the last page: what a reader has who went there page by page. */
async function depths(list: List): Promise<Record<string, string>[]> {
  const [{ n }] = await ask(
    `select count(*) as n from dossiers where region_id = ? and ${list.where}`,
    list
  )
  const cursors = []
  for (const skip of [Math.floor(n / 2), n - PAGE - 1]) {
    const order = list.newestFirst ? 'desc' : 'asc'
    const key = list.query.sort === 'deadline' ? LIMITED : 'stage_entered_at'
    const [row] = await ask(
      `select ${key} as since, id from dossiers where region_id = ? and ${list.where}
       order by since ${order}, id ${order} limit 1 offset ${skip}`,
      list
    )
    cursors.push({ after: `${row.since}.${row.id}` })
  }
  return [{}, ...cursors]
}

/** Both stages of Shanghai give 72 hours. */
const LIMITED = 'stage_entered_at + 72 * 3600000'

async function ask(sql: string, { region }: List): Promise<any[]> {
  const [rows] = await runInRegion(region, async () => db.rawQuery(sql, [region]))
  return rows
}
