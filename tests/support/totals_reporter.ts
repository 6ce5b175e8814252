import { writeFileSync } from 'node:fs'
import type { NamedReporterContract } from '@japa/runner/types'

/**
 * Writes what a run counted into the file named by TEST_TOTALS, for a script that adds up several
 * runs. A set-up or clean-up that failed is no test, but must not pass for a success.
 */
export const totals: NamedReporterContract = {
  name: 'totals',
  handler(runner, emitter) {
    emitter.on('runner:end', () => {
      const { aggregates, hasError } = runner.getSummary()
      const failed = aggregates.failed + aggregates.regression
      const counts = {
        passed: aggregates.passed,
        failed: hasError && failed === 0 ? 1 : failed,
        skipped: aggregates.skipped + aggregates.todo,
      }
      if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify(counts))
    })
  },
}
