import { v7 as uuid } from 'uuid'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import CatalogVersion from '#app/catalog/models/catalog_version'
import ReleaseDraft from '#app/catalog/models/release_draft'
import { newestCatalog } from '#app/catalog/catalog_versions'
import {
  checkDraft,
  differingPieces,
  type CheckedDraft,
  type DraftDocument,
} from '#app/catalog/draft_document'
import { releaseFile } from '#app/catalog/release_file'
import { releaseDocument } from '#app/catalog/releases'
import { JsonReader } from '#app/core/json_reader'
import { regionFlags } from '#app/core/region_sections'
import { parseCatalog, type Catalog } from '#app/core/release'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import { currentSeason } from '#app/regions/queries/current_season'
import { clock } from '#app/shared/clock'
import { notFound } from '#app/shared/exceptions/refused'
import { currentRegionId } from '#app/shared/region_context'
import { isUniqueViolation } from '#app/shared/transaction'

export interface OpenDraft extends CheckedDraft {
  draft: ReleaseDraft
  /** The newest base catalog: the one that the draft would be published with. */
  catalog: Catalog
}

/**
 * The draft of a season of the region in context with its problems. The first look makes it from the
 * season's current release; one that nobody has changed follows a newer release by itself.
 *
 * @throws NOT_FOUND where the region has no such season, or the season no release to start from
 */
export async function draftOf(seasonId: string): Promise<OpenDraft> {
  const catalog = (await newestCatalog()) ?? notFound()
  const { enabled } = await Region.findOrFail(currentRegionId())
  const draft = await upToDate(await findOrCreate(seasonId, catalog), catalog)
  draft.document = await withoutRetiredFlags(draft, catalog)
  return { draft, catalog, ...checkDraft(catalog, draft.document, enabled) }
}

/** The draft of the region's current season, which its pages edit. */
export async function currentDraft() {
  const { season } = (await currentSeason()) ?? notFound()
  return { ...(await draftOf(season.id)), season }
}

/**
 * A draft's rules without the switches that the national catalog has stopped reading since: a region
 * cannot be asked to correct what it has never seen. Any other switch that is not known is a mistake.
 */
export async function withoutRetiredFlags(
  { document, basedOn }: ReleaseDraft,
  catalog: Catalog,
  client?: QueryClientContract
): Promise<DraftDocument> {
  const known = regionFlags(catalog, JsonReader.of({}, 'flags'))
  const before = (await releaseDocument(basedOn, client)).flags
  const flags = Object.entries(document.flags ?? {})
  const left = flags.filter(([name]) => name in known || !(name in before))
  return left.length === flags.length ? document : { ...document, flags: Object.fromEntries(left) }
}

async function findOrCreate(seasonId: string, newest: Catalog): Promise<ReleaseDraft> {
  const known = await ReleaseDraft.findBy({ seasonId })
  if (known) return known
  const { currentReleaseId } = await Season.findOrFail(seasonId)
  if (!currentReleaseId) return notFound()
  try {
    return await ReleaseDraft.create({
      id: uuid(),
      seasonId,
      basedOn: currentReleaseId,
      version: 1,
      document: await fileOf(currentReleaseId, newest),
      updatedBy: null,
      updatedAt: clock.now(),
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return ReleaseDraft.findByOrFail({ seasonId })
  }
}

/** A release may have been published beside the draft: by an import, or restored. */
async function upToDate(draft: ReleaseDraft, newest: Catalog): Promise<ReleaseDraft> {
  const { currentReleaseId } = await Season.findOrFail(draft.seasonId)
  if (!currentReleaseId || currentReleaseId === draft.basedOn) return draft
  const before = await fileOf(draft.basedOn, newest)
  if (differingPieces(before, draft.document).length > 0) return draft
  const { version } = draft
  await ReleaseDraft.query()
    .where('regionId', currentRegionId())
    .where({ id: draft.id, version })
    .update({
      based_on: currentReleaseId,
      version: version + 1,
      document: JSON.stringify(await fileOf(currentReleaseId, newest)),
      updated_at: clock.now(),
    })
  return ReleaseDraft.findOrFail(draft.id)
}

/** A release of the region in context as a file, against the catalog that it was made from. */
export async function fileOf(releaseId: string, newest: Catalog) {
  const release = await releaseDocument(releaseId)
  return releaseFile(release, await catalogOfVersion(release.catalogVersion, newest))
}

/** The base catalog that a release names; the newest one where that version was not kept. */
export async function catalogOfVersion(version: string, newest: Catalog): Promise<Catalog> {
  if (newest.version === version) return newest
  const kept = await CatalogVersion.query().where({ version }).orderBy('number', 'desc').first()
  return kept ? parseCatalog(kept.document) : newest
}
