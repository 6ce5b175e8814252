import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BaseCheck, HealthChecks, Result } from '@adonisjs/core/health'
import type { HealthCheckResult } from '@adonisjs/core/types/health'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#app/shared/clock'
import { heartbeat } from '#app/shared/worker_heartbeat'
import env from '#start/env'

/** The worker goes round every second or so; a long job may keep it for a while. */
const WORKER_SILENT_MS = 60_000
const CLOCK_OFF_MS = 1_000
const REDIS_SILENT_MS = 2_000

/** One readable fact: a promise that resolves is fine, what it throws is the reason why not. */
class Check extends BaseCheck {
  constructor(
    public name: string,
    private ask: () => Promise<void> | void
  ) {
    super()
  }

  async run(): Promise<HealthCheckResult> {
    try {
      await this.ask()
      return Result.ok('ok')
    } catch (error) {
      const message = error instanceof Reason ? error.message : 'does not answer'
      return Result.failed(message, error as Error)
    }
  }
}

/** A reason that may be shown; other messages may hold addresses and paths. */
class Reason extends Error {}

/** What this process needs to serve people (ready), beside being alive. */
export const readiness = new HealthChecks().register([
  new Check('database', async () => {
    await db.rawQuery('select 1')
  }),
  ...(env.get('REDIS_URL') ? [new Check('redis', askRedis)] : []),
  new Check('storage', async () => {
    const folder = env.get('DATA_DIR')
    const probe = join(folder, `.ready-${randomUUID()}`)
    await mkdir(folder, { recursive: true })
    await writeFile(probe, 'ready')
    await rm(probe)
  }),
  new Check('worker', () => {
    // On a server database workers are processes of their own.
    if (heartbeat.lastBeat === null && env.get('DB_CONNECTION') !== 'sqlite') return
    if (heartbeat.lastBeat === null) throw new Reason('has not started')
    if (Date.now() - heartbeat.lastBeat > WORKER_SILENT_MS) throw new Reason('has been silent')
  }),
  new Check('clock', () => {
    if (Math.abs(clock.offset) > CLOCK_OFF_MS) throw new Reason('differs from the database')
  }),
])

/** Of its own patience: the client itself goes on trying to reach one that is away. */
async function askRedis() {
  const { default: redis } = await import('@adonisjs/redis/services/main')
  const silence = sleep(REDIS_SILENT_MS).then(() => {
    throw new Reason('does not answer')
  })
  await Promise.race([redis.ping(), silence])
}
