import { createHash, randomUUID } from 'node:crypto'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import { v7 as uuid } from 'uuid'
import AuditEntry from '#app/audit/models/audit_entry'
import type { By } from '#app/core/dossier'
import { needsVerdict } from '#app/core/item_state'
import type { Pin } from '#app/core/pins'
import OpenDossier from '#app/dossiers/actions/open_dossier'
import { passGate } from '#app/dossiers/gate'
import Decision from '#app/dossiers/models/decision'
import DecisionReason from '#app/dossiers/models/decision_reason'
import Dossier from '#app/dossiers/models/dossier'
import { lotsOf } from '#app/dossiers/lots'
import { readDossier } from '#app/dossiers/read_dossier'
import type Staff from '#app/identity/models/staff'
import OutboxEntry from '#app/messages/models/outbox_entry'
import VerdictDraft from '#app/review/models/verdict_draft'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { signedInCandidate } from '#tests/support/world'

export interface Sent {
  item: string
  verdict: 'accepted' | 'returned'
  reasons: string[]
  note: string | null
  pins?: Pin[]
}

interface Candidature {
  persona?: string
  pointId?: string
}

/** A candidate's opened draft. */
export async function draftOf(regionId: string, { persona, pointId }: Candidature = {}) {
  const { registration } = await signedInCandidate(regionId, persona, pointId ? { pointId } : {})
  return runInRegion(regionId, () => new OpenDossier().handle(registration))
}

/** A dossier with a picture at each place of every required item, submitted by its candidate. */
export async function handedIn(regionId: string, candidature: Candidature = {}) {
  const dossier = await draftOf(regionId, candidature)
  const { core } = await fresh(dossier)
  for (const { id, need, min } of core.items) {
    if (need !== 'required') continue
    for (let n = 0; n < Math.max(min, 1); n++) await addPicture(dossier, id)
  }
  await submit(dossier)
  return dossier
}

/** One of Shanghai, whose second stage sees thirty of a hundred: of these, or of the others. */
export async function drawnInShanghai(drawn: boolean) {
  for (;;) {
    const dossier = await handedIn('sh', { persona: 'p02' })
    if (lotsOf({ id: dossier.id, round: 1 })(1) < 30 === drawn) return dossier
  }
}

const owner = ({ candidateId }: Dossier): By => ({ kind: 'candidate', id: candidateId })

/** A picture's row as the upload leaves it; reviewers' tests open no file. */
export function addPicture(dossier: Dossier, itemId: string) {
  const sha256 = createHash('sha256').update(randomUUID()).digest('hex')
  const at = clock.now()
  return runInRegion(dossier.regionId, () =>
    passGate({
      dossierId: dossier.id,
      event: {
        type: 'add_image',
        item: itemId,
        image: { id: uuid(), sha256, place: null },
        startedAt: at,
      },
      by: owner(dossier),
      image: {
        format: 'jpeg',
        sha256,
        bytes: 90_000,
        width: 1600,
        height: 1200,
        orientation: 1,
        receivedAt: at,
      },
    })
  )
}

/** The candidate changes his mind about one picture of a returned item. */
export async function replacePictures(dossier: Dossier, itemId: string) {
  const { images } = await fresh(dossier)
  for (const { id } of images.filter((image) => image.itemId === itemId)) {
    const event = { type: 'delete_image' as const, item: itemId, image: id }
    await runInRegion(dossier.regionId, () =>
      passGate({ dossierId: dossier.id, event, by: owner(dossier) })
    )
    await addPicture(dossier, itemId)
  }
}

export async function submit(dossier: Dossier) {
  const { release } = await fresh(dossier)
  const event = { type: 'submit' as const, declarationVersion: release.declaration.version }
  return runInRegion(dossier.regionId, () =>
    passGate({ dossierId: dossier.id, event, by: owner(dossier) })
  )
}

/** The dossier as the database has it now, with its items and images. */
export function fresh({ regionId, id }: Dossier) {
  return runInRegion(regionId, async () => readDossier(await Dossier.findOrFail(id)))
}

/** Everything that was written about a dossier. */
export function written({ regionId, id }: Dossier) {
  return runInRegion(regionId, async () => {
    const decisions = await Decision.query().where('dossierId', id).orderBy('id')
    const ids = decisions.map((one) => one.id)
    return {
      decisions,
      reasons: (await DecisionReason.query().whereIn('decisionId', ids)).map((one) => one.reason),
      drafts: await VerdictDraft.query().where('dossierId', id),
      outbox: (await OutboxEntry.query().where('dossierId', id).orderBy('version')).map(
        ({ kind }) => kind
      ),
      audit: await AuditEntry.query().where('chain', `dossier:${id}`).orderBy('seq'),
    }
  })
}

/** As a program asks: answers are data, refusals have their own status. */
export function as(request: ApiRequest, staff: Staff): ApiRequest {
  return request.withGuard('staff').loginAs(staff).withCsrfToken().accept('json')
}

export const path = ({ regionId, id }: Dossier, rest = '') =>
  `/${regionId}/staff/dossiers/${id}${rest}`

/** Claims through the front door and gives the token. */
export async function claimed(client: ApiClient, staff: Staff, dossier: Dossier): Promise<number> {
  const response = await as(client.post(path(dossier, '/claims')), staff)
  response.assertStatus(201)
  return response.body().token
}

/** Accepts each item that needs a verdict at the stage where the dossier stands. */
export async function allAccepted(dossier: Dossier): Promise<Sent[]> {
  const { core } = await fresh(dossier)
  return core.items
    .filter((item) => needsVerdict(item, core.stage))
    .map(({ id }) => ({ item: id, verdict: 'accepted', reasons: [], note: null }))
}

/** The same, but some of them are returned. */
export function returning(
  verdicts: Sent[],
  items: string[],
  reasons = ['IMG_BLUR'],
  note: string | null = null
): Sent[] {
  return verdicts.map((one) =>
    items.includes(one.item) ? { ...one, verdict: 'returned' as const, reasons, note } : one
  )
}

/** Sends a review; by default with the manifest as it is. */
export async function send(
  client: ApiClient,
  staff: Staff,
  dossier: Dossier,
  { key, ...sent }: { token: number; verdicts: Sent[]; manifest?: string; key?: string }
) {
  const { row } = await fresh(dossier)
  const request = as(client.post(path(dossier, '/reviews')), staff)
  if (key) request.header('Idempotency-Key', key)
  return request.json({ manifest: row.manifest, ...sent })
}

/** One reviewer's whole turn: claim, accept everything (or return some), finish. */
export async function review(
  client: ApiClient,
  staff: Staff,
  dossier: Dossier,
  change: (verdicts: Sent[]) => Sent[] = (verdicts) => verdicts
) {
  const token = await claimed(client, staff, dossier)
  const response = await send(client, staff, dossier, {
    token,
    verdicts: change(await allAccepted(dossier)),
  })
  response.assertStatus(200)
  return response
}

/** The code of the first refusal in an answer. */
export function codeOf(response: { body(): any }): string | undefined {
  return response.body()?.errors?.[0]?.code
}
