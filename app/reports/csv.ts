/** Tells Excel that the file is UTF-8. */
export const BOM = '\uFEFF'

/** What a spreadsheet takes for a formula or a command, also in full width and behind blanks. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫|]|^[\t\r\n]/u
/** A spreadsheet keeps fifteen digits of a number and makes noughts of the others. */
const LONG_NUMBER = /^\d{12,}$/

export type Cell = string | number | null

/** One line of a CSV file (RFC 4180). No cell is ever run: what looks like a formula begins with `'`. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) || LONG_NUMBER.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** `2027-01-18 15:04` in China: a spreadsheet sorts it, whatever language it speaks. */
export function csvInstant(at: number | null): string | null {
  if (at === null) return null
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
