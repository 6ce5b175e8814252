import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Reads a JSON file; null when it does not exist.
 * A file that is there but broken throws: silently starting afresh would forget grants or keys.
 */
export async function readJson<T>(path: string): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : (JSON.parse(text) as T)
}

/** Replaces a JSON file atomically, readable by its owner only: a crash leaves the old or the new. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(JSON.stringify(value, null, 2))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}
