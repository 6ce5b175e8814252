import { createHash, randomBytes } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { MINUTE, type Instant } from '#app/core/time'
import { refuse } from '#app/shared/exceptions/refused'
import Dossier from '#app/dossiers/models/dossier'
import Handover from '#app/dossiers/models/handover'
import HandoverImage from '#app/dossiers/models/handover_image'

/** Long enough to photograph a handful of papers, short enough for a photographed QR code. */
export const HANDOVER_LIFETIME = 15 * MINUTE
const WINDOW = '15 mins'
/** More than a dossier has places for; a link that got about fills no disk. */
const UPLOADS_PER_LINK = 80
const LINKS_PER_CANDIDATE = 20

export interface LiveHandover {
  handover: Handover
  dossier: Dossier
}

export function newHandoverToken(): string {
  return randomBytes(32).toString('base64url')
}

export function handoverHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * The hand-over behind a token while it holds: not expired, not revoked, its dossier still with the
 * candidate and not submitted since.
 *
 * @param at of an upload the arrival of its first byte, else now (ms): what began in time is in time
 * @returns null for an unknown, an expired, a revoked and a spent one alike
 */
async function liveHandover(token: string, at: Instant): Promise<LiveHandover | null> {
  const handover = await Handover.findBy({ tokenHash: handoverHash(token) })
  if (!handover || handover.revokedAt !== null || at >= handover.expiresAt) return null
  const dossier = await Dossier.find(handover.dossierId)
  return dossier && holds(handover, dossier) ? { handover, dossier } : null
}

/** Submitting ends it for good: what is returned later needs a link of its own. */
export function holds(handover: Handover, dossier: Dossier): boolean {
  const isWithCandidate = dossier.state === 'draft' || dossier.state === 'returned'
  return (
    isWithCandidate &&
    dossier.candidateId === handover.candidateId &&
    (dossier.submittedAt === null || dossier.submittedAt < handover.createdAt)
  )
}

/** @throws Refused HANDOVER_ENDED where {@link liveHandover} finds none */
export async function requireHandover(token: string, at: Instant): Promise<LiveHandover> {
  return (await liveHandover(token, at)) ?? refuse('HANDOVER_ENDED')
}

/** Counts an upload before its body is read. @throws E_TOO_MANY_REQUESTS */
export async function countUpload({ regionId, id }: Handover) {
  const limit = limiter.use({ requests: UPLOADS_PER_LINK, duration: WINDOW })
  await limit.consume(`${regionId}: uploads over hand-over ${id}`)
}

/** @throws E_TOO_MANY_REQUESTS */
export async function countHandover({ regionId, candidateId }: Dossier) {
  const limit = limiter.use({ requests: LINKS_PER_CANDIDATE, duration: WINDOW })
  await limit.consume(`${regionId}: hand-overs of ${candidateId}`)
}

/** Remembers that a picture came this way; a repeated upload finds it remembered. */
export async function rememberImage({ id: handoverId }: Handover, imageId: string) {
  await HandoverImage.firstOrCreate({ imageId }, { handoverId })
}

/** Ids of the pictures that came over it. */
export async function imagesOver({ id }: Handover): Promise<Set<string>> {
  const rows = await HandoverImage.query().where('handoverId', id)
  return new Set(rows.map(({ imageId }) => imageId))
}
