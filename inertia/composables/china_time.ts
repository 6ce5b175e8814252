const OFFSET = 8 * 3_600_000

/** An instant as `<input type="datetime-local">` wants it, in China Standard Time, to the minute. */
export function toChinaInput(at: number | null): string {
  return at === null ? '' : new Date(at + OFFSET).toISOString().slice(0, 16)
}

/** The instant that such an input holds; null where it is empty. */
export function fromChinaInput(text: string): number | null {
  const at = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(at) ? null : at
}
