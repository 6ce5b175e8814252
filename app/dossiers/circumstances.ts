import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Circumstances, Openness } from '#app/core/dossier'
import type { Facts, ReleaseDocument } from '#app/core/release'
import type { Instant } from '#app/core/time'
import { inBlackout, openness, uploadsEndAt, type SeasonWindow } from '#app/core/window'
import { nextStage, returnDeadline } from '#app/core/workflow'
import { chainHeadColumn, chainHeadIn, type ChainHead } from '#app/audit/append_entry'
import ExamPoint from '#app/regions/models/exam_point'
import Season from '#app/regions/models/season'
import { unreadMustReadNotices } from '#app/regions/queries/notices'
import { factsOf } from '#app/registrations/facts'
import Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import { columnsOf, plainIn, type Plain } from '#app/shared/joined_models'
import { currentRegionId } from '#app/shared/region_context'
import { conflictIn, withConflict } from '#app/dossiers/conflict'
import { lotsOf } from '#app/dossiers/lots'
import { timesReturned } from '#app/dossiers/queries/times_returned'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'
import type { DossierRow } from '#app/dossiers/read_dossier'

const CLAIM_LEASE = 20 * 60 * 1000
/** Twice what the server gives a request: an upload that began in time has ended by then. */
export const UPLOAD_LONGEST = 10 * 60 * 1000

/** What a dossier lives under: its registration, and the season's live settings. */
export interface Surroundings {
  registration: Plain<typeof Registration>
  point: Plain<typeof ExamPoint>
  season: Plain<typeof Season>
  enabled: boolean
  windows: SeasonWindow[]
  facts: Facts
  /** Of the chain that was asked for. */
  chainHead: ChainHead | null
}

export interface OwnDossier {
  row: DossierRow
  around: Surroundings
}

/** Registration, exam point, region, season and its windows: one statement, a row for each window. */
function surroundingsQuery(client?: TransactionClientContract) {
  return (client ?? db)
    .from('registrations as r')
    .join('regions as g', 'g.id', 'r.region_id')
    .join('exam_points as p', (join) =>
      join.on('p.region_id', 'r.region_id').andOn('p.id', 'r.exam_point_id')
    )
    .join('seasons as s', (join) =>
      join.on('s.region_id', 'r.region_id').andOn('s.id', 'r.season_id')
    )
    .leftJoin('season_windows as w', (join) =>
      join.on('w.region_id', 's.region_id').andOn('w.season_id', 's.id')
    )
    .where('r.region_id', currentRegionId())
    .select(
      ...columnsOf(Registration, 'r'),
      ...columnsOf(Season, 's'),
      ...columnsOf(ExamPoint, 'p')
    )
    .select('g.enabled', 'w.kind', 'w.starts_at', 'w.ends_at')
}

function surroundingsIn(rows: any[]): Surroundings {
  const [row] = rows
  const registration = plainIn(Registration, 'r', row)!
  return {
    registration,
    point: plainIn(ExamPoint, 'p', row)!,
    season: plainIn(Season, 's', row)!,
    enabled: Boolean(row.enabled),
    windows: rows
      .filter(({ kind }) => kind !== null)
      .map((one) => ({ kind: one.kind, start: one.starts_at, end: one.ends_at })),
    facts: factsOf(registration, { approvedBeforeHere: false }),
    chainHead: chainHeadIn(row.chain_head ?? null),
  }
}

/** @throws Error where this region has no such registration: a dossier never is without one */
export async function readSurroundings(registrationId: string): Promise<Surroundings> {
  return (await readAround(registrationId)).around
}

interface AskedBeside {
  client?: TransactionClientContract
  /** Of the audit: its head is read as well. */
  chain?: string
  /** Who wants to review which dossier: whether he must not is read as well. */
  reviewer?: { staffId: string; dossierId: string }
}

async function readAround(registrationId: string, beside: AskedBeside = {}) {
  const { client, chain, reviewer } = beside
  const query = surroundingsQuery(client).where('r.id', registrationId)
  if (chain) query.select(chainHeadColumn(chain, 'chain_head'))
  if (reviewer) withConflict(query, reviewer)
  const rows = await query
  if (rows.length === 0) throw new Error(`No registration ${registrationId} in this region`)
  return { around: surroundingsIn(rows), conflict: reviewer ? conflictIn(rows[0]) : null }
}

/** The candidate's live dossier of the current season with its surroundings, or null; one statement. */
export async function readOwnDossier(candidateId: string): Promise<OwnDossier | null> {
  const rows: any[] = await surroundingsQuery()
    .join('dossiers as d', (join) =>
      join.on('d.region_id', 'r.region_id').andOn('d.registration_id', 'r.id')
    )
    .where('r.candidate_id', candidateId)
    .where('d.live', 1)
    .where('s.is_current', true)
    .orderBy('d.id', 'desc')
    .select(...columnsOf(Dossier, 'd'))
  if (rows.length === 0) return null
  const newest = rows.filter(({ d__id: id }) => id === rows[0].d__id)
  return { row: plainIn(Dossier, 'd', rows[0])!, around: surroundingsIn(newest) }
}

/** An item of the region with all that its lock asks; null where there is none. One statement. */
export async function readItemAround(itemId: string) {
  const count = 'select count(*) from images as i where i.region_id = ? and i.item_id = t.id'
  const rows: any[] = await surroundingsQuery()
    .join('dossiers as d', (join) =>
      join.on('d.region_id', 'r.region_id').andOn('d.registration_id', 'r.id')
    )
    .join('items as t', (join) =>
      join.on('t.region_id', 'd.region_id').andOn('t.dossier_id', 'd.id')
    )
    .where('t.id', itemId)
    .select(...columnsOf(Dossier, 'd'), ...columnsOf(Item, 't'))
    .select(db.raw(`(${count} and i.removed_at is null) as pictures`, [currentRegionId()]))
  if (rows.length === 0) return null
  const [row] = rows
  return {
    dossier: plainIn(Dossier, 'd', row)!,
    item: plainIn(Item, 't', row)!,
    pictures: Number(row.pictures),
    around: surroundingsIn(rows),
  }
}

/** Whether uploads are open for this candidate at an instant, and why not (core/window). */
export function opennessFor(around: Surroundings, release: ReleaseDocument, at: Instant) {
  const { uploadsOn, settings } = around.season
  return openness(
    {
      enabled: around.enabled,
      visible: uploadsOn,
      windows: around.windows,
      audience: settings.audience,
      facts: around.facts,
      flags: release.flags,
      offMessage: settings.offMessage,
    },
    at
  )
}

/** The same for the transition table: open, blackout, and when the window that has begun ends. */
export function windowAt(around: Surroundings, release: ReleaseDocument, at: Instant): Openness {
  const { open } = opennessFor(around, release, at)
  const begun = around.windows.filter(({ kind, start }) => kind === 'upload' && start <= at)
  return {
    open,
    // Not by the reason: a switch that is off is named first, and stops no returned item.
    blackout: inBlackout(around.windows, at),
    closesAt: begun.length > 0 ? Math.max(...begun.map(({ end }) => end)) : null,
  }
}

interface Asked {
  at?: Instant
  /** Read which notices stand in the way. */
  notices?: boolean
  /** Read whether this person must not review the dossier. */
  staffId?: string
  /** Read how often items were returned, and why. */
  returns?: boolean
  /** Read the last link of this chain of the audit. */
  chain?: string
}

/**
 * Everything that `decide` asks beside the dossier, as plain data under the row lock.
 *
 * @param at the instant that the window is asked for: an upload's first byte, else now
 */
export async function readCircumstances(
  trx: TransactionClientContract | undefined,
  dossier: DossierRow,
  release: ReleaseDocument,
  { at = clock.now(), notices = false, staffId, chain, returns = false }: Asked = {}
): Promise<Circumstances & { around: Surroundings }> {
  const now = clock.now()
  const { around, conflict } = await readAround(dossier.registrationId, {
    ...{ client: trx, chain },
    reviewer: staffId ? { staffId, dossierId: dossier.id } : undefined,
  })
  const { workflow } = release
  return {
    around,
    now,
    window: windowAt(around, release, at),
    stages: workflow.stages,
    nextStage: nextStage(workflow, dossier.stage, lotsOf(dossier)),
    afterReturn: workflow.returns.resubmitGoesTo === 'first_stage' ? 'first' : 'same',
    returnDeadline: returnDeadline(workflow.returns, now, {
      uploadClosesAt: uploadsEndAt(around.windows),
      quietHours: around.season.settings.notifications.quietHours,
      extendCap: around.season.returnCapAt,
      blackouts: around.windows.filter(({ kind }) => kind === 'blackout'),
    }),
    uploadGrace: release.uploadGraceMinutes * 60_000,
    claimLease: CLAIM_LEASE,
    factsRevision: around.registration.factsRevision,
    declarationVersion: release.declaration.version,
    unreadNotices: notices
      ? await unreadMustReadNotices(dossier.seasonId, dossier.candidateId, now, trx)
      : [],
    uploadsEndAt: uploadsEndAt(around.windows),
    uploadLongest: UPLOAD_LONGEST,
    atClose: release.atClose,
    onReturnDue: release.onReturnDue,
    maxReturns: workflow.returns.maxRounds,
    conflict,
    staffUploads: around.season.settings.staffUploads ?? false,
    reasonEffects: Object.fromEntries(release.reasons.map(({ code, effect }) => [code, effect])),
    timesReturned: returns ? await timesReturned(dossier.id, trx) : new Map(),
  }
}
