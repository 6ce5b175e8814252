import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import AuditEntry from '#app/audit/models/audit_entry'
import { putImage } from '#app/dossiers/images/image_files'
import type Dossier from '#app/dossiers/models/dossier'
import type Staff from '#app/identity/models/staff'
import { runInRegion } from '#app/shared/region_context'
import {
  as,
  fresh,
  handedIn,
  path,
  replacePictures,
  returning,
  review,
} from '#tests/functional/review/desk'
import { inWorld, staffOf } from '#tests/support/world'

/** As long as the rows of these pictures say. */
const bytesOf = (id: string) => Buffer.alloc(90_000, id)

/** Stands in for each picture's bytes: its own id, so that a mix-up shows. */
async function withFiles(dossier: Dossier) {
  const { row, images } = await fresh(dossier)
  for (const { id, format } of images) {
    const key = { id, format, regionId: row.regionId, seasonId: row.seasonId, dossierId: row.id }
    await putImage(key, bytesOf(id), Buffer.from('thumbnail'))
  }
  return images
}

async function archive(client: ApiClient, dossier: Dossier, staff: Staff) {
  const request = as(client.get(path(dossier, '/archive')), staff)
  request.request.responseType('blob')
  const file = await request
  file.assertStatus(200)
  return file
}

const noted = ({ regionId, id }: Dossier) =>
  runInRegion(regionId, () =>
    AuditEntry.query().where({ chain: `dossier:${id}`, action: 'export' })
  )

/** What is stored under a name: pictures and manifest lie in the archive as they are. */
function storedIn(zip: Buffer, name: string): string {
  // The central directory stands last: its entry says how long the file is and where it begins.
  const entry = zip.lastIndexOf(Buffer.from(name)) - 46
  const size = zip.readUInt32LE(entry + 24)
  const header = zip.readUInt32LE(entry + 42)
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  return zip.subarray(start, start + size).toString()
}

test.group('Archive of a dossier', (group) => {
  inWorld(group)

  test('it holds each picture as it came, named by code and number, with its hash', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const images = await withFiles(dossier)
    const admin = await staffOf('sd', 'region_admin')
    const file = await archive(client, dossier, admin)
    assert.equal(file.header('content-type'), 'application/zip')
    assert.match(file.header('content-disposition')!, /filename="SD\d{8}-\d{8}\.zip"/)
    const zip: Buffer = file.body()
    const manifest = JSON.parse(storedIn(zip, 'manifest.json'))
    assert.equal(manifest.dossier, dossier.id)
    assert.lengthOf(manifest.files, images.length)
    for (const { path: name, sha256 } of manifest.files) {
      assert.match(name, /^\d\d_[A-Z0-9_]+\/\d+\.(jpg|png)$/)
      const { id } = images.find((image) => image.sha256 === sha256)!
      assert.isTrue(storedIn(zip, name) === bytesOf(id).toString(), name)
    }
    const [entry] = await noted(dossier)
    assert.deepEqual([entry.actorId, entry.payload], [admin.id, { as: 'archive' }])
  })

  test('of a returned one it holds what was handed in, not what is being tried', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const before = await withFiles(dossier)
    const reviewer = await staffOf('sd', 'point_reviewer', '3701')
    let item = ''
    await review(client, reviewer, dossier, (all) => returning(all, [(item = all[0].item)]))
    await replacePictures(dossier, item)
    const file = await archive(client, dossier, await staffOf('sd', 'auditor'))
    const { files } = JSON.parse(storedIn(file.body(), 'manifest.json'))
    assert.sameMembers(
      files.map(({ sha256 }: { sha256: string }) => sha256),
      before.map(({ sha256 }) => sha256)
    )
  })

  test('one whose picture is missing is cut short, never taken for whole', async ({
    client,
    assert,
  }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    const admin = await staffOf('sd', 'region_admin')
    await assert.rejects(() => archive(client, dossier, admin), /aborted/)
  })

  test('reviewers and strangers get none, and nothing is noted', async ({ client, assert }) => {
    const dossier = await handedIn('sd', { pointId: '3701' })
    for (const [person, status] of [
      [await staffOf('sd', 'point_reviewer', '3701'), 403],
      [await staffOf('sd', 'point_admin', '3703'), 404],
      [await staffOf('sc', 'region_admin'), 404],
    ] as const) {
      for (const what of ['/archive', '/print']) {
        ;(await as(client.get(path(dossier, what)), person)).assertStatus(status)
      }
    }
    assert.isEmpty(await noted(dossier))
  })
})
