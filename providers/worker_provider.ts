import type { Worker as QueueWorker } from '@boringnode/queue'
import type { ApplicationService } from '@adonisjs/core/types'
import { heartbeat } from '#app/shared/worker_heartbeat'
import env from '#start/env'

/** A message that nobody announced (a crash between commit and dispatch) waits this long at most. */
const SWEEP_EVERY = 5_000
/** Drafts are many and a release is rare: its own job moves them, this finds what it left. */
const LOOK_FOR_DRAFTS_EVERY = 60_000
/** What lapses is minutes past its deadline already. */
const LOOK_FOR_OVERDUE_EVERY = 30_000
/** A region that was added waits this long at most until its nights are scheduled. */
const SCHEDULE_EVERY = 10 * 60_000

/**
 * On SQLite the queue's worker lives inside the web process: a second process would find the
 * database locked. On MariaDB `queue:work` processes do the same work (docs/deployment.md).
 */
export default class WorkerProvider {
  #worker?: QueueWorker
  #timer?: NodeJS.Timeout
  #sweeping: Promise<void> | null = null
  #lookedForDrafts = 0
  #lookedForOverdue = 0
  #scheduledAt = 0

  constructor(protected app: ApplicationService) {}

  async ready() {
    if (this.app.getEnvironment() !== 'web' || this.app.inTest) return
    await this.#startWorker()
    this.#timer = setInterval(() => this.#sweep(), SWEEP_EVERY)
    this.#timer.unref()
  }

  async shutdown() {
    clearInterval(this.#timer)
    await this.#sweeping
    await this.#worker?.stop()
  }

  async #startWorker() {
    if (env.get('DB_CONNECTION') !== 'sqlite') return
    const { Worker } = await import('@boringnode/queue')
    const manager = await this.app.container.make('queue.manager')
    await manager.loadJobs()
    const config = this.app.config.get<any>('queue')
    const adapters: Record<string, unknown> = {}
    for (const [name, adapter] of Object.entries<any>(config.adapters)) {
      adapters[name] = typeof adapter === 'function' ? adapter : await adapter.resolver(this.app)
    }
    this.#worker = new Worker({ ...config, adapters, autoLoadJobs: false })
    heartbeat.lastBeat = Date.now()
    void this.#worker.start(['default'])
  }

  /** The safety net below the jobs: what is due in any region's outbox or claims gets a job. */
  #sweep() {
    this.#sweeping ??= this.#announceDue().finally(() => (this.#sweeping = null))
  }

  async #announceOverdue() {
    if (Date.now() - this.#lookedForOverdue < LOOK_FOR_OVERDUE_EVERY) return
    this.#lookedForOverdue = Date.now()
    const { announceOverdue } = await import('#app/dossiers/actions/announce_overdue')
    await announceOverdue()
  }

  async #announceDrafts() {
    if (Date.now() - this.#lookedForDrafts < LOOK_FOR_DRAFTS_EVERY) return
    this.#lookedForDrafts = Date.now()
    const { announceDraftsBehind } = await import('#app/dossiers/actions/announce_drafts_behind')
    await announceDraftsBehind()
  }

  async #announceDue() {
    try {
      const { announceDueOutboxes } = await import('#app/messages/actions/announce_due_outboxes')
      const { announceExpiredClaims } = await import('#app/review/actions/announce_expired_claims')
      const { announceUnfinishedExtensions } =
        await import('#app/administration/actions/announce_extensions')
      await announceDueOutboxes()
      await announceExpiredClaims()
      await announceUnfinishedExtensions()
      await this.#announceOverdue()
      await this.#announceDrafts()
      await this.#scheduleNights()
      heartbeat.lastBeat = Date.now()
    } catch (error) {
      const logger = await this.app.container.make('logger')
      logger.error({ err: error }, 'the sweep of outboxes and claims failed')
    }
  }

  async #scheduleNights() {
    if (Date.now() - this.#scheduledAt < SCHEDULE_EVERY) return
    const { scheduleCare } = await import('#app/dossiers/actions/schedule_care')
    await scheduleCare()
    this.#scheduledAt = Date.now()
  }
}
