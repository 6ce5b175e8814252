import { currentContext } from '#app/shared/region_context'
import { VerdictCache } from './verdict_cache.js'

/** A statement that could have read or written rows of another region. It did not run. */
export class TenancyViolation extends Error {
  readonly code = 'E_TENANCY'

  constructor(why: string, sql: string) {
    super(`Refused by the tenancy guard: ${why}. ${sql}`)
  }
}

export interface Statement {
  sql: string
  bindings?: readonly unknown[]
}

interface Options {
  /** Whether CREATE, ALTER, DROP and TRUNCATE may run: in migrations and tests, never for requests. */
  schemaMayChange: boolean
  /** Called for each statement that reads or writes tenant tables as platform. */
  onPlatform?: (reason: string, sql: string) => void
}

/**
 * Holds every statement to the region of the context, below Lucid, whichever way it was written
 * (docs/adr/0006). The text is judged once; what is left for each run is to compare bindings.
 */
export class TenancyGuard {
  readonly verdicts = new VerdictCache()

  constructor(private readonly options: Options) {}

  /** @throws TenancyViolation before the statement runs */
  inspect({ sql, bindings = [] }: Statement) {
    const verdict = this.verdicts.of(sql)
    if (verdict.as === 'free') return
    if (verdict.as === 'refused') throw new TenancyViolation(verdict.why, sql)
    const context = currentContext()
    if (verdict.as === 'schema') {
      if (this.options.schemaMayChange && !context) return
      throw new TenancyViolation('the schema changes in migrations only', sql)
    }
    if (!context) throw new TenancyViolation('there is no region context', sql)
    if ('platform' in context) return this.options.onPlatform?.(context.platform, sql)
    if (verdict.why) throw new TenancyViolation(verdict.why, sql)
    for (const index of verdict.checks) {
      if (bindings[index] !== context.regionId) {
        throw new TenancyViolation(`binding ${index + 1} is not the region of the context`, sql)
      }
    }
    if (bindings.some(isStructure)) throw new TenancyViolation('a binding is an object', sql)
  }
}

/** The MySQL client writes an object as a list of assignments: `set note = ?` could set region_id. */
function isStructure(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function'
  return !(value instanceof Date || Buffer.isBuffer(value))
}
