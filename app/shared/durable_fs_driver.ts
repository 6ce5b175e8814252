import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FSDriver } from 'flydrive/drivers/fs'
import type { FSDriverOptions } from 'flydrive/drivers/fs/types'
import type { WriteOptions } from 'flydrive/types'

/** Folder of files that are still being written; what a crash leaves here is swept. */
const INCOMING = 'incoming'

/**
 * Flydrive's local driver with a write that survives a power cut: temp file → fsync → rename →
 * fsync of the folder (RELIABILITY.md, write order). Its own write neither syncs nor renames.
 */
export class DurableFsDriver extends FSDriver {
  readonly #root: string

  constructor(options: FSDriverOptions) {
    super(options)
    this.#root =
      options.location instanceof URL ? fileURLToPath(options.location) : options.location
  }

  /** @param options `durable: false` for what can be made again: whole when it is seen, not synced */
  async put(
    key: string,
    contents: string | Uint8Array,
    { durable = true }: WriteOptions & { durable?: boolean } = {}
  ): Promise<void> {
    const target = join(this.#root, key)
    const temporary = join(this.#root, INCOMING, randomUUID())
    const folderOf = (path: string) => this.#makeFolder(dirname(path))
    try {
      const write = async (file: FileHandle) => {
        await file.writeFile(contents)
        if (durable) await file.sync()
      }
      await orMade(
        () => withFile(temporary, 'wx', write),
        () => folderOf(temporary)
      )
      await orMade(
        () => rename(temporary, target),
        () => folderOf(target)
      )
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    if (durable) await syncFolder(dirname(target))
  }

  /** A new folder is durable only when the folder that names it is: sync each new one's parent. */
  async #makeFolder(folder: string) {
    const first = await mkdir(folder, { recursive: true })
    if (!first) return
    let parent = dirname(first)
    for (const part of relative(parent, folder).split(sep)) {
      await syncFolder(parent)
      parent = join(parent, part)
    }
  }
}

/** Most folders are there: one is made only when the first attempt says that it is missing. */
async function orMade(attempt: () => Promise<void>, makeFolder: () => Promise<void>) {
  try {
    await attempt()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await makeFolder()
    await attempt()
  }
}

async function withFile(path: string, mode: string, work: (file: FileHandle) => Promise<void>) {
  const file = await open(path, mode, 0o600)
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

function syncFolder(path: string) {
  return withFile(path, 'r', (folder) => folder.sync())
}
