import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Circumstances, Openness } from '#app/core/dossier'
import type { FactValue, Facts, ReleaseDocument } from '#app/core/release'
import type { Instant } from '#app/core/time'
import { openness, uploadsEndAt, type SeasonWindow } from '#app/core/window'
import { nextStage, returnDeadline } from '#app/core/workflow'
import type { SeasonSettings } from '#app/regions/season_settings'
import { unreadMustReadNotices } from '#app/regions/queries/notices'
import { currentRegionId } from '#app/shared/region_context'
import { clock } from '#app/shared/clock'
import type Dossier from './models/dossier.js'

const CLAIM_LEASE = 20 * 60 * 1000

/** The live settings that a dossier lives under, and the registration's facts. */
export interface Surroundings {
  enabled: boolean
  uploadsOn: boolean
  returnCapAt: Instant | null
  settings: SeasonSettings
  windows: SeasonWindow[]
  facts: Facts
  factsRevision: number
}

/** One statement: registration, season with its windows, region. */
export async function readSurroundings(
  registrationId: string,
  client?: TransactionClientContract
): Promise<Surroundings> {
  const rows: any[] = await (client ?? db)
    .from('registrations as r')
    .join('regions as g', 'g.id', 'r.region_id')
    .join('seasons as s', (join) =>
      join.on('s.region_id', 'r.region_id').andOn('s.id', 'r.season_id')
    )
    .leftJoin('season_windows as w', (join) =>
      join.on('w.region_id', 's.region_id').andOn('w.season_id', 's.id')
    )
    .where('r.region_id', currentRegionId())
    .where('r.id', registrationId)
    .select('r.facts', 'r.answers', 'r.category', 'r.facts_revision')
    .select('g.enabled', 's.uploads_on', 's.return_cap_at', 's.settings')
    .select('w.kind', 'w.starts_at', 'w.ends_at')
  const [row] = rows
  if (!row) throw new Error(`No registration ${registrationId} in this region`)
  return {
    enabled: Boolean(row.enabled),
    uploadsOn: Boolean(row.uploads_on),
    returnCapAt: row.return_cap_at,
    settings: JSON.parse(row.settings),
    windows: rows
      .filter(({ kind }) => kind !== null)
      .map((one) => ({ kind: one.kind, start: one.starts_at, end: one.ends_at })),
    facts: {
      ...(JSON.parse(row.answers) as Record<string, FactValue>),
      ...(JSON.parse(row.facts) as Record<string, FactValue>),
      category: row.category,
    },
    factsRevision: row.facts_revision,
  }
}

/** Whether uploads are open for this candidate at an instant, and why not (core/window). */
export function opennessFor(around: Surroundings, release: ReleaseDocument, at: Instant) {
  const { settings } = around
  return openness(
    {
      enabled: around.enabled,
      visible: around.uploadsOn,
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
  const { open, reason } = opennessFor(around, release, at)
  const begun = around.windows.filter(({ kind, start }) => kind === 'upload' && start <= at)
  return {
    open,
    blackout: reason === 'blackout',
    closesAt: begun.length > 0 ? Math.max(...begun.map(({ end }) => end)) : null,
  }
}

/** Which hundredth of the dossiers this one is: decides whether a sampled stage sees it. */
function lotOf(dossierId: string): number {
  return createHash('sha256').update(dossierId).digest().readUInt16BE(0) % 100
}

/**
 * Everything that `decide` asks beside the dossier, as plain data under the row lock.
 *
 * @param at the instant that the window is asked for: an upload's first byte, else now
 */
export async function readCircumstances(
  trx: TransactionClientContract | undefined,
  dossier: Dossier,
  release: ReleaseDocument,
  { at = clock.now(), notices = false }: { at?: Instant; notices?: boolean } = {}
): Promise<Circumstances & { around: Surroundings }> {
  const now = clock.now()
  const around = await readSurroundings(dossier.registrationId, trx)
  const { workflow } = release
  return {
    around,
    now,
    window: windowAt(around, release, at),
    stages: workflow.stages,
    nextStage: nextStage(workflow, dossier.stage, lotOf(dossier.id)),
    afterReturn: workflow.returns.resubmitGoesTo === 'first_stage' ? 'first' : 'same',
    returnDeadline: returnDeadline(workflow.returns, now, {
      uploadClosesAt: uploadsEndAt(around.windows),
      quietHours: around.settings.notifications.quietHours,
      extendCap: around.returnCapAt,
      blackouts: around.windows.filter(({ kind }) => kind === 'blackout'),
    }),
    uploadGrace: release.uploadGraceMinutes * 60_000,
    claimLease: CLAIM_LEASE,
    factsRevision: around.factsRevision,
    declarationVersion: release.declaration.version,
    unreadNotices: notices
      ? await unreadMustReadNotices(dossier.seasonId, dossier.candidateId, now, trx)
      : [],
    reasonEffects: Object.fromEntries(release.reasons.map(({ code, effect }) => [code, effect])),
  }
}
