import { deepEqual, equal, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { auditHash } from '#app/audit/append_entry'
import AuditEntry from '#app/audit/models/audit_entry'
import Dossier from '#app/dossiers/models/dossier'
import Image from '#app/dossiers/models/image'
import Submission from '#app/dossiers/models/submission'
import { miscounts } from '#app/dossiers/queries/miscounts'
import { readDossier } from '#app/dossiers/read_dossier'
import OutboxEntry from '#app/messages/models/outbox_entry'
import Region from '#app/regions/models/region'
import { runInRegion } from '#app/shared/region_context'

/** States in which the candidate may still change his pictures. */
const OPEN = ['draft', 'returned']

/**
 * What must hold of all dossiers after any race (RELIABILITY.md, I4, I5 and I9): an unbroken chain
 * without gaps that covers every version, no item beyond its places, and a submitted set that is
 * byte for byte what its receipt says.
 */
export async function assertSound() {
  for (const { id } of await Region.all()) {
    await runInRegion(id, async () => {
      for (const dossier of await Dossier.all()) await assertDossierSound(dossier)
      deepEqual(await miscounts(), [], 'the queue counts what there is')
    })
  }
}

async function assertDossierSound(row: Dossier) {
  const { items, images } = await readDossier(row)
  await assertChain(row)
  for (const { id, max, material } of items) {
    const own = images.filter(({ itemId }) => itemId === id)
    ok(own.length <= max, `${material} holds ${own.length} of at most ${max} pictures`)
    const places = own.flatMap(({ place }) => place ?? [])
    equal(new Set(places).size, places.length, `${material} has one picture in each place`)
  }
  const live = await Image.query().where('dossierId', row.id).whereNull('removedAt')
  equal(live.length, images.length, 'every picture that is there has its place')
  const submissions = await Submission.query().where('dossierId', row.id).orderBy('round')
  equal(submissions.length, row.round, 'one receipt for each round')
  if (!OPEN.includes(row.state)) await assertLockedSet(row, submissions.at(-1)!)
}

/** The manifest that the images of now would get is the one that the candidate has a receipt of. */
async function assertLockedSet(row: Dossier, { sha256, manifest }: Submission) {
  const { items, images } = await readDossier(row)
  const now = items.flatMap(({ id, material }) => {
    const hashes = images.filter(({ itemId }) => itemId === id).map((image) => image.sha256)
    return hashes.length > 0 ? [[material, hashes]] : []
  })
  deepEqual(Object.fromEntries(now), manifest)
  const recomputed = createHash('sha256').update(JSON.stringify(Object.fromEntries(now)))
  equal(recomputed.digest('hex'), sha256)
  equal(row.manifest, sha256)
}

async function assertChain(row: Dossier) {
  const entries = await AuditEntry.query().where('chain', `dossier:${row.id}`).orderBy('seq')
  let previousHash = '0'.repeat(64)
  for (const [i, entry] of entries.entries()) {
    const { seq, chain, at, actorKind: kind, actorId: id, action, payload } = entry
    equal(seq, i + 1, `the chain of ${row.id} has no gap`)
    equal(entry.previousHash, previousHash)
    const facts = { chain, at, actor: { kind, id }, action, payload }
    equal(
      entry.hash,
      auditHash(previousHash, row.regionId, seq, facts),
      `entry ${seq} is untouched`
    )
    previousHash = entry.hash
  }
  equal(entries.length, row.version, 'each version has its entry')
  equal(entries.at(-1)!.payload.to, row.state, 'the row is where its last entry says')
  const outbox = await OutboxEntry.query().where('dossierId', row.id).select('version')
  equal(new Set(outbox.map(({ version }) => version)).size, outbox.length)
}
