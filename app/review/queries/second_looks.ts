import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import db from '@adonisjs/lucid/services/db'
import type { Dossier, State } from '#app/core/dossier'
import { decryptField } from '#app/shared/field_cipher'
import { currentRegionId } from '#app/shared/region_context'
import { readCursor, writeCursor, type Cursor } from '#app/review/queue_filters'
import { seenBy, startAfter } from './dossier_scopes.js'
import type { Reach } from './reach.js'

type Query = DatabaseQueryBuilderContract<any>

/** A step to confirm, another reviewer's word that is asked for, and what a lead should look at. */
export const LISTS = ['proposed', 'another', 'flagged'] as const
export type List = (typeof LISTS)[number]

export interface Asked {
  list: List
  after: Cursor | null
}

const PAGE = 30

/** An address typed by hand shows the list that can be made of it. */
export function askedList({ list, after }: Record<string, unknown>): Asked {
  return {
    list: LISTS.find((one) => one === list) ?? LISTS[0],
    after: readCursor(typeof after === 'string' ? after : ''),
  }
}

/**
 * What needs a second person, and the dossiers that a lead should look at, oldest first
 * (inertia/types/lists.ts): two statements beside those of the reach.
 */
export async function secondLooks(reach: Reach, { list, after }: Asked) {
  const [counts] = await db
    .query()
    .select(...LISTS.map((one) => onList(seenBy(reach), one, reach).count('*').as(one)))
  const query = onList(seenBy(reach), list, reach)
  if (after) startAfter(query, after, '>')
  const found: any[] = await described(query)
    .orderBy(['d.stage_entered_at', 'd.id'])
    .limit(PAGE + 1)
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  return {
    list,
    lists: LISTS.map((code) => ({ code, count: Number(counts[code]) })),
    rows: rows.map((row) => viewOf(reach, row)),
    paged: after !== null,
    next: found.length > PAGE ? writeCursor({ since: last.stage_entered_at, id: last.id }) : null,
  }
}

function onList(query: Query, list: List, { releases }: Reach): Query {
  if (list === 'flagged') return query.whereNotNull('d.flag')
  if (list === 'another') {
    // Where no stage asks for more than one reviewer there is nothing to look for.
    const asking = [...releases.keys()].filter((id) =>
      releases.get(id)!.workflow.stages.some(({ approvals }) => approvals > 1)
    )
    query.whereIn('d.release_id', asking)
    return query.where('d.state', 'submitted').whereNot('d.agreed', '[]')
  }
  // Read from the proposals, which are few.
  const open = db
    .from('proposals as o')
    .where('o.region_id', currentRegionId())
    .where('o.open', 1)
    .select('o.dossier_id')
  return query.whereIn('d.id', open)
}

function described(query: Query): Query {
  return query
    .join('registrations as r', (join) =>
      join.on('r.region_id', 'd.region_id').andOn('r.id', 'd.registration_id')
    )
    .leftJoin('proposals as p', (join) =>
      join.on('p.region_id', 'd.region_id').andOn('p.dossier_id', 'd.id').andOnVal('p.open', 1)
    )
    .leftJoin('staff as s', 's.id', 'p.proposed_by')
    .select('d.id', 'd.state', 'd.stage', 'd.round', 'd.release_id', 'd.exam_point_id')
    .select('d.stage_entered_at', 'd.agreed', 'd.flag')
    .select('p.kind', 'p.ground', 'p.reason', 'p.proposed_by', 'p.proposed_at', 's.name as by_name')
    .select('r.external_number', 'r.category', 'r.name_encrypted')
}

function viewOf(reach: Reach, row: any) {
  const release = reach.releases.get(row.release_id)
  const stage = release?.workflow.stages[row.stage]
  const category = release?.categories.find(({ id }) => id === row.category)
  const point = reach.points.find(({ id }) => id === row.exam_point_id)
  const agreed: string[] = JSON.parse(row.agreed)
  return {
    id: row.id as string,
    name: decryptField(row.name_encrypted),
    externalNumber: row.external_number as string,
    category: { zh: category?.zh ?? row.category, en: category?.en ?? null },
    examPoint: { zh: point?.zh ?? '', en: point?.en ?? null },
    state: row.state as State,
    stage: stage ? { zh: stage.zh, en: stage.en } : null,
    round: row.round as number,
    since: row.stage_entered_at as number,
    flag: row.flag as Dossier['flag'],
    proposal: row.kind && {
      kind: row.kind as 'ineligible' | 'reopen',
      ground: row.ground as string,
      reason: reasonName(release?.reasons, row.reason),
      by: row.by_name as string,
      at: row.proposed_at as number,
      mine: row.proposed_by === reach.staffId,
    },
    approvals:
      agreed.length > 0 && stage
        ? { given: agreed.length, needed: stage.approvals, mine: agreed.includes(reach.staffId) }
        : null,
  }
}

function reasonName(
  reasons: readonly { code: string; zh: string; en: string }[] | undefined,
  asked: string | null
) {
  const reason = reasons?.find(({ code }) => code === asked)
  return reason ? { zh: reason.zh, en: reason.en } : null
}
