/** Why a file's structure is not that of one whole, plain picture; for logs and tests. */
export type StructureFault =
  | 'truncated'
  | 'trailing_data'
  | 'bad_marker'
  | 'bad_chunk'
  | 'bad_crc'
  | 'animated'
  | 'too_many_scans'
  | 'unsupported_colour'
  | 'script_in_text'

/** What a browser or a server could be talked into running, had it the wrong content type. */
const SCRIPT = /<\?php|<script|<html|javascript:/i

export function holdsScript(text: Buffer): boolean {
  return SCRIPT.test(text.toString('latin1'))
}
