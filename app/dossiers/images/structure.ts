/** Why a file's structure is not that of one whole, plain picture; for logs and tests. */
export type StructureFault =
  | 'truncated'
  | 'trailing_data'
  | 'bad_marker'
  | 'bad_header'
  | 'bad_chunk'
  | 'bad_crc'
  | 'animated'
  | 'too_many_pixels'
  | 'too_many_scans'
  | 'too_thin'
  | 'unsupported_colour'
  | 'unsupported_coding'
  | 'script_in_text'

/** What a structure walk learns of a picture that passes, before anything is decoded. */
export interface Structure {
  /** Pixels as stored, before any turn. */
  width: number
  height: number
  grey: boolean
  /** EXIF 1..8; 1 when there is none. */
  orientation: number
  /** What the decoder gets: without the chunks that it would only inflate. */
  decodable: Buffer
}

export type Walked = (Structure & { fault: null }) | { fault: StructureFault }

/** A file of 1 KB can hold 160 megapixels, and cost 573 MB (IMAGES.md). */
export const PIXEL_LIMIT = 25_000_000

/** What a browser or a server could be talked into running, had it the wrong content type. */
const SCRIPT = /<\?php|<script|<html|javascript:/i

export function holdsScript(text: Buffer): boolean {
  return SCRIPT.test(text.toString('latin1'))
}
