import drive from '@adonisjs/drive/services/main'

const disk = () => drive.use('images')

/** Folder of files that are still being written (app/shared/durable_fs_driver.ts). */
const INCOMING = 'incoming'

/** The longest that an upload or a job may leave something without its row. */
const GRACE = 24 * 60 * 60 * 1000

export interface StoredObject {
  key: string
  regionId: string
  seasonId: string
  dossierId: string
  /** Of the image that it belongs to; null where the name is none of ours. */
  imageId: string | null
}

const NAME = /^([0-9a-f-]{36})\.(?:jpg|png|[a-z]+\.jpg)$/

function parse(key: string): StoredObject {
  const [regionId = '', seasonId = '', dossierId = '', name = ''] = key.split('/')
  const imageId = NAME.exec(name)?.[1] ?? null
  return { key, regionId, seasonId, dossierId, imageId }
}

/** Keys below a folder, level by level: what is held in memory is one folder's list. */
async function* keysBelow(prefix: string): AsyncGenerator<string> {
  let paginationToken: string | undefined
  do {
    const page = await listPage(prefix, paginationToken)
    for (const one of page.objects) {
      if (one.isFile) yield one.key
      else yield* keysBelow(one.prefix)
    }
    paginationToken = page.paginationToken
  } while (paginationToken)
}

async function listPage(prefix: string, paginationToken?: string) {
  try {
    return await disk().listAll(prefix, { recursive: false, paginationToken })
  } catch (error) {
    // Nothing was stored there yet, or the folder went away while we walked.
    if (isMissing(error)) return { objects: [], paginationToken: undefined }
    throw error
  }
}

export function isMissing(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string; name?: string } }
  return code === 'ENOENT' || cause?.code === 'ENOENT' || cause?.name === 'NotFound'
}

/** A region's stored objects in batches. */
export async function* objectsOf(regionId: string, size = 500): AsyncGenerator<StoredObject[]> {
  let batch: StoredObject[] = []
  for await (const key of keysBelow(`${regionId}/`)) {
    batch.push(parse(key))
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Temporary files that nobody can be writing any more. Their names say no region. */
export async function* abandonedFiles(now: number): AsyncGenerator<string> {
  for await (const key of keysBelow(`${INCOMING}/`)) {
    if (await isAbandoned(key, now)) yield key
  }
}

/** Whether an object is older than any upload can be; what is gone meanwhile is not. */
export async function isAbandoned(key: string, now: number): Promise<boolean> {
  try {
    const { lastModified } = await disk().getMetaData(key)
    return now - lastModified.getTime() > GRACE
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
