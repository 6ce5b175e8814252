import type { HttpContext } from '@adonisjs/core/http'
import { ReleaseError, type Catalog } from '#app/core/release'
import type { DocumentProblem } from '#app/core/json_reader'
import { newestCatalog } from '#app/catalog/catalog_versions'
import { Refused } from '#app/shared/exceptions/refused'

/** Bytes; the six samples together have 36 KB. */
const LIMIT = 256 * 1024

export type ImportOutcome<T> =
  { ok: true; value: T } | { ok: false; problems: readonly DocumentProblem[] }

/**
 * Reads a file that came as the request's text and does `work` with it; what is wrong with the file
 * comes back as problems.
 */
export async function readImport<T>(
  { request }: HttpContext,
  work: (json: unknown, catalog: Catalog) => Promise<T>
): Promise<ImportOutcome<T>> {
  const text = request.raw() ?? ''
  if (Buffer.byteLength(text) > LIMIT) throw new Refused({ code: 'REQUEST_TOO_LARGE' }, 413)
  try {
    const catalog = await newestCatalog()
    if (!catalog) throw problem('there is no base catalog yet')
    return { ok: true, value: await work(parsed(text), catalog) }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return { ok: false, problems: error.problems }
  }
}

function parsed(text: string): unknown {
  // The body's reader puts this sign where bytes are no UTF-8.
  if (text.includes('\uFFFD')) throw problem('is not UTF-8: save the file as UTF-8 and try again')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw problem(`is not JSON: ${(error as SyntaxError).message}`)
  }
}

function problem(reason: string): ReleaseError {
  return new ReleaseError([{ path: '', reason }])
}
