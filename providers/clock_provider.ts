import type { ApplicationService } from '@adonisjs/core/types'
import { clock } from '#app/shared/clock'

const EVERY_MINUTE = 60_000

/** Keeps the one clock in step with the database: at start and each minute (DOMAIN.md §8). */
export default class ClockProvider {
  #timer?: NodeJS.Timeout

  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    await this.#correct()
    this.#timer = setInterval(() => void this.#correct(), EVERY_MINUTE)
    this.#timer.unref()
  }

  async shutdown() {
    clearInterval(this.#timer)
  }

  /** SQLite's clock is this process's own: there is nothing to correct. */
  async #correct() {
    const db = await this.app.container.make('lucid.db')
    if (db.connection().dialect.name !== 'mysql') return
    try {
      const before = Date.now()
      const [rows] = await db.rawQuery(
        'select cast(unix_timestamp(now(3)) * 1000 as unsigned) as ms'
      )
      const after = Date.now()
      clock.correctBy(Number(rows[0].ms) - (before + after) / 2)
    } catch (error) {
      const logger = await this.app.container.make('logger')
      logger.warn({ err: error }, 'the clock could not be compared with the database')
    }
  }
}
