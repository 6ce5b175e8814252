import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { collectProblems, type DocumentProblem } from '#app/core/json_reader'
import { resolveRelease, ReleaseError, type Catalog } from '#app/core/release'
import { readRegionDocument, type RegionDocument } from '#app/administration/region_document'
import { appendAuditEntry } from '#app/audit/append_entry'
import { workflowProblems } from '#app/catalog/draft_document'
import { lossProblems, lostMaterials } from '#app/catalog/queries/lost_materials'
import { publishRelease } from '#app/catalog/releases'
import { retireNotice } from '#app/regions/actions/change_notices'
import ExamPoint from '#app/regions/models/exam_point'
import Notice from '#app/regions/models/notice'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'

export interface RegionImport {
  /** One region's object of `regions.json`. */
  json: Record<string, unknown>
  catalog: Catalog
  /** The season's year. */
  year: number
  /** Whether the season becomes the region's current one. */
  current: boolean
  /** Added to every window and to the return cap, ms. The release keeps the document's own dates. */
  offset: number
  /** What a season that exists already keeps: its staff may have changed it since. */
  keep: { settings: boolean; windows: boolean }
  /** Who asked for it: it is written into the region's chain under this action. */
  audit?: { by: { kind: string; id: string }; action: string; payload?: Record<string, unknown> }
  /** Refuses, at `id`, where the region is there already. */
  mustBeNew?: boolean
}

export interface ImportedRegion {
  regionId: string
  seasonId: string
  releaseId: string
  /** False where the release equals the one that was there. */
  published: boolean
}

const EXAM = 'physician'

/**
 * Writes a region with its exam points, and a season with windows, notices and live settings, and
 * publishes the release that the document resolves to. Importing the same document again changes
 * nothing; points and notices that it no longer names stay with the rows that refer to them.
 *
 * @throws ReleaseError with every problem of the document
 */
export class ImportRegion {
  /**
   * Reads the document without writing anything.
   *
   * @throws ReleaseError with every problem of the document
   */
  check({ json, catalog, year }: Pick<RegionImport, 'json' | 'catalog' | 'year'>) {
    const problems: DocumentProblem[] = []
    const release = collectProblems(problems, () =>
      resolveRelease(catalog, { ...json, season: year })
    )
    const document = collectProblems(problems, () =>
      readRegionDocument(json, catalog, release?.flags ?? {})
    )
    if (release) problems.push(...workflowProblems(release, document?.region.enabled ?? false))
    if (problems.length > 0 || !release || !document) throw new ReleaseError(problems)
    return { release, document }
  }

  async handle({
    json,
    catalog,
    year,
    current,
    offset,
    keep,
    audit,
    mustBeNew = false,
  }: RegionImport): Promise<ImportedRegion> {
    const { release, document } = this.check({ json, catalog, year })

    return runInRegion(document.region.id, () =>
      transaction(async (trx) => {
        await writeRegion(document, mustBeNew, trx)
        await writePoints(document, trx)
        const { season, isNew } = await findSeason(year, document, trx)
        let moved = false
        if (isNew || !keep.settings) {
          season.merge({ uploadsOn: document.uploadsOn, settings: document.settings })
          await writeNotices(season.id, document, trx)
        }
        if (isNew || !keep.windows) {
          season.merge({
            returnCapAt: document.returnCapAt === null ? null : document.returnCapAt + offset,
          })
          moved = await writeWindows(season.id, document, offset, trx)
        }
        if (current) await makeCurrent(season, trx)
        if (season.$isDirty || moved) {
          await season.merge({ version: season.version + 1, updatedAt: clock.now() }).save()
        }
        const lost = lossProblems(await lostMaterials(season.id, release, trx))
        if (lost.length > 0) throw new ReleaseError(lost)
        const { releaseId, published } = await publishRelease(
          { seasonId: season.id, document: release, publishedBy: audit?.by.id ?? null },
          trx
        )
        const imported = { seasonId: season.id, releaseId, published }
        if (audit) {
          await appendAuditEntry(trx, {
            chain: `region:${document.region.id}`,
            at: clock.now(),
            actor: audit.by,
            action: audit.action,
            payload: { ...audit.payload, ...imported },
          })
        }
        return { regionId: document.region.id, ...imported }
      })
    )
  }
}

/** Locks the region's row: its chain and its points are written by one at a time. */
async function writeRegion(
  { region }: RegionDocument,
  mustBeNew: boolean,
  trx: TransactionClientContract
) {
  const now = clock.now()
  const known = await Region.query({ client: trx }).where('id', region.id).forUpdate().first()
  if (known && mustBeNew) throw new ReleaseError([{ path: 'id', reason: 'is taken' }])
  if (!known) {
    await Region.create({ ...region, createdAt: now, updatedAt: now }, { client: trx })
    return
  }
  known.merge(region)
  if (known.$isDirty) await known.merge({ updatedAt: now }).save()
}

/** Parents stand before their registration points in the document. */
async function writePoints({ points }: RegionDocument, trx: TransactionClientContract) {
  const known = new Map(
    (await ExamPoint.query({ client: trx })).map((point) => [point.code, point])
  )
  for (const { parent, ...point } of points) {
    const parentId = parent === null ? null : known.get(parent)!.id
    const row = known.get(point.code)
    if (row) await row.merge({ ...point, parentId }).save()
    else {
      const created = await ExamPoint.create({ id: uuid(), ...point, parentId }, { client: trx })
      known.set(point.code, created)
    }
  }
  checkDepth([...known.values()])
}

/** A registration point has no points of its own: rows that the document does not name count too. */
function checkDepth(points: readonly ExamPoint[]) {
  const under = new Set(points.filter(({ parentId }) => parentId !== null).map(({ id }) => id))
  const tooDeep = points.find(({ parentId }) => parentId !== null && under.has(parentId))
  if (!tooDeep) return
  const reason = `"${tooDeep.code}" would stand under a registration point`
  throw new ReleaseError([{ path: 'exam_points', reason }])
}

async function findSeason(
  year: number,
  document: RegionDocument,
  trx: TransactionClientContract
): Promise<{ season: Season; isNew: boolean }> {
  const known = await Season.query({ client: trx }).where({ exam: EXAM, year }).first()
  if (known) return { season: known, isNew: false }
  const now = clock.now()
  const season = await Season.create(
    {
      id: uuid(),
      exam: EXAM,
      year,
      isCurrent: false,
      uploadsOn: document.uploadsOn,
      currentReleaseId: null,
      returnCapAt: null,
      settings: document.settings,
      version: 1,
      archivedAt: null,
      copied: null,
      createdAt: now,
      updatedAt: now,
    },
    { client: trx }
  )
  return { season, isNew: true }
}

async function makeCurrent(season: Season, trx: TransactionClientContract) {
  const others = await Season.query({ client: trx })
    .where({ exam: EXAM, isCurrent: true })
    .whereNot('id', season.id)
  for (const other of others) {
    await other.merge({ isCurrent: false, archivedAt: clock.now() }).save()
  }
  season.merge({ isCurrent: true, archivedAt: null })
}

/** Nothing refers to a window, so they are written anew where one differs. True where they were. */
async function writeWindows(
  seasonId: string,
  { windows }: RegionDocument,
  offset: number,
  trx: TransactionClientContract
): Promise<boolean> {
  const known = await SeasonWindow.query({ client: trx }).where('season_id', seasonId)
  const moved = windows.map(({ kind, start, end, zh, en }) => ({
    seasonId,
    kind,
    startsAt: start + offset,
    endsAt: end + offset,
    zh,
    en,
  }))
  const same = ({ kind, startsAt, endsAt, zh, en }: Omit<(typeof moved)[number], 'seasonId'>) =>
    JSON.stringify([kind, startsAt, endsAt, zh, en])
  if (known.map(same).sort().join() === moved.map(same).sort().join()) return false
  for (const window of known) await window.delete()
  await SeasonWindow.createMany(
    moved.map((window) => ({ id: uuid(), ...window })),
    { client: trx }
  )
  return true
}

/**
 * A notice is known by its address or title: who has read it has still read it after an import. What
 * the region wrote here itself stays: a file has links only.
 */
async function writeNotices(
  seasonId: string,
  { notices }: RegionDocument,
  trx: TransactionClientContract
) {
  const known = await Notice.query({ client: trx }).where('season_id', seasonId)
  const named = new Set<Notice>()
  const stamp = { updatedAt: clock.now(), updatedBy: null }
  for (const [position, notice] of notices.entries()) {
    const row = known.find(
      ({ url, titleZh }) => (url ?? titleZh) === (notice.url ?? notice.titleZh)
    )
    if (row) {
      named.add(row)
      row.merge({ ...notice, position, status: 'shown' })
      if (row.$isDirty) await row.merge({ version: row.version + 1, ...stamp }).save()
    } else {
      await Notice.create({ id: uuid(), seasonId, position, ...notice }, { client: trx })
    }
  }
  const gone = known.filter((row) => row.bodyZh === null && row.status !== 'archived')
  for (const row of gone) {
    if (!named.has(row)) await retireNotice(row, stamp, trx)
  }
}
