import { PassThrough, pipeline, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { openOriginal } from '#app/dossiers/images/image_files'
import type Dossier from '#app/dossiers/models/dossier'
import Image from '#app/dossiers/models/image'
import Submission from '#app/dossiers/models/submission'

/** A picture in the archive: where it lies, and what it is. */
interface Entry {
  path: string
  material: string
  image: Image
}

export interface Archive {
  /** The receipt's number: ours, never a name that somebody sent. */
  name: string
  stream: Readable
}

/**
 * What was handed in last, as one ZIP file: the pictures byte for byte as they came, under names made
 * of material codes and numbers, and `manifest.json` with the hash of each. Pictures are compressed
 * already and therefore stored; one is open at a time.
 */
export async function archiveOf(row: Dossier): Promise<Archive> {
  const submission = await Submission.query()
    .where('dossierId', row.id)
    .orderBy('round', 'desc')
    .firstOrFail()
  const entries = await entriesOf(row, submission)
  // Begun when the first byte is asked for: what goes wrong then cuts an answer that is under way.
  const stream = Readable.from(laterZipOf(row, submission, entries), { objectMode: false })
  return { name: submission.receiptNumber, stream }
}

async function* laterZipOf(...of: Parameters<typeof zipOf>) {
  yield* zipOf(...of)
}

/** The pictures of a submission, in its order. One that was replaced since is kept for its manifest. */
async function entriesOf({ id }: Dossier, { manifest }: Submission): Promise<Entry[]> {
  const images = await Image.query().where('dossierId', id).orderBy('id')
  // The same bytes twice are the same file, whichever of its rows is taken.
  const byHash = new Map(images.map((image) => [image.sha256, image]))
  return Object.entries(manifest).flatMap(([material, hashes], at) =>
    hashes.map((sha256, n) => {
      const image = byHash.get(sha256)
      if (!image) throw new Error(`Picture ${sha256} of dossier ${id} has no row`)
      const folder = `${String(at + 1).padStart(2, '0')}_${material.replace(/\W/g, '_')}`
      const suffix = image.format === 'jpeg' ? 'jpg' : 'png'
      return { path: `${folder}/${n + 1}.${suffix}`, material, image }
    })
  )
}

function zipOf(row: Dossier, submission: Submission, entries: readonly Entry[]): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  const mtime = new Date(submission.submittedAt)
  const manifest = JSON.stringify(manifestOf(row, submission, entries), null, 2)
  zip.addBuffer(Buffer.from(`${manifest}\n`), 'manifest.json', { compress: false, mtime })
  let open: Readable | null = null
  // Cut short, so that nobody takes a part for the whole.
  const fail = (error: unknown) => void out.destroy(error as Error)
  for (const { path, image } of entries) {
    zip.addReadStreamLazy(path, { compress: false, mtime }, (give) => {
      const { id, format, regionId, dossierId } = image
      openOriginal({ id, format, regionId, dossierId, seasonId: row.seasonId }).then(
        (stream) => {
          open = stream.on('error', fail)
          give(null, stream)
        },
        (error) => fail(error)
      )
    })
  }
  zip.on('error', fail)
  pipeline(zip.outputStream, out, () => open?.destroy())
  zip.end()
  return out
}

function manifestOf(
  { id, round }: Dossier,
  { receiptNumber, submittedAt, sha256, declarationVersion }: Submission,
  entries: readonly Entry[]
) {
  return {
    dossier: id,
    round,
    receipt: receiptNumber,
    submittedAt: new Date(submittedAt).toISOString(),
    manifestSha256: sha256,
    declarationVersion,
    files: entries.map(({ path, material, image }) => ({
      path,
      material,
      sha256: image.sha256,
      bytes: image.bytes,
      width: image.width,
      height: image.height,
    })),
  }
}
