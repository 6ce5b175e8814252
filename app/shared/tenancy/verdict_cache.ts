import { createHash } from 'node:crypto'
import { judge, type Verdict } from './verdict.js'

/** A multi-insert's text is long and comes rarely again: it is remembered by its hash. */
const LONG = 4_000

/** Verdicts by the text of their statement; the ones used longest ago are forgotten first. */
export class VerdictCache {
  readonly #verdicts = new Map<string, Verdict>()

  constructor(private readonly limit = 5_000) {}

  get size(): number {
    return this.#verdicts.size
  }

  of(sql: string): Verdict {
    const key = sql.length > LONG ? createHash('sha256').update(sql).digest('base64') : sql
    const known = this.#verdicts.get(key)
    // Half full, order is not worth the writing.
    if (known && this.#verdicts.size * 2 < this.limit) return known
    const verdict = known ?? judge(sql)
    this.#verdicts.delete(key)
    this.#verdicts.set(key, verdict)
    if (this.#verdicts.size > this.limit) {
      this.#verdicts.delete(this.#verdicts.keys().next().value!)
    }
    return verdict
  }
}
