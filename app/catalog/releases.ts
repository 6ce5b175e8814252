import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ReleaseDocument } from '#app/core/release'
import Release from '#app/catalog/models/release'
import Season from '#app/regions/models/season'
import { canonicalJson } from '#app/shared/canonical_json'
import { clock } from '#app/shared/clock'
import { currentRegionId } from '#app/shared/region_context'

/** A document is about 150 KB of objects; regions × the releases that live dossiers still pin. */
const KEPT = 200
const parsed = new Map<string, ReleaseDocument>()

/**
 * The document of a release of the region in context. Releases never change, so each is read and
 * parsed once; the least recently used ones are dropped.
 *
 * @throws E_ROW_NOT_FOUND for an id that this region does not have
 */
export async function releaseDocument(
  id: string,
  client?: QueryClientContract
): Promise<ReleaseDocument> {
  const key = `${currentRegionId()} ${id}`
  const document =
    parsed.get(key) ?? (await Release.query({ client }).where('id', id).firstOrFail()).document
  parsed.delete(key)
  parsed.set(key, document)
  if (parsed.size > KEPT) parsed.delete(parsed.keys().next().value!)
  return document
}

export interface NewRelease {
  seasonId: string
  document: ReleaseDocument
  /** Staff id, null when the system publishes. */
  publishedBy: string | null
  /** Number of the release that is published again. */
  restoredFrom?: number
}

/**
 * Publishes a document as the season's next release and makes it the current one. A document that
 * equals the current release is not published again.
 */
export async function publishRelease(
  { seasonId, document, publishedBy, restoredFrom }: NewRelease,
  trx: TransactionClientContract
): Promise<{ releaseId: string; number: number; published: boolean }> {
  const season = await Season.query({ client: trx }).where('id', seasonId).forUpdate().firstOrFail()
  const text = canonicalJson(document)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const last = await Release.query({ client: trx })
    .where('season_id', seasonId)
    .select('id', 'number', 'sha256')
    .orderBy('number', 'desc')
    .first()
  if (last?.sha256 === sha256) {
    return { releaseId: last.id, number: last.number, published: false }
  }

  const release = await Release.create(
    {
      id: uuid(),
      seasonId,
      number: (last?.number ?? 0) + 1,
      document: JSON.parse(text),
      sha256,
      publishedAt: clock.now(),
      publishedBy,
      restoredFrom: restoredFrom ?? null,
    },
    { client: trx }
  )
  await season.merge({ currentReleaseId: release.id, updatedAt: clock.now() }).save()
  return { releaseId: release.id, number: release.number, published: true }
}
