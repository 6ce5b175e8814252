import type { ApplicationService } from '@adonisjs/core/types'
import type { ConnectionContract } from '@adonisjs/lucid/types/database'
import { TenancyGuard, type Statement } from '#app/shared/tenancy/guard'
import { insideTransaction } from '#app/shared/transaction'

interface KnexQuery extends Statement {
  __knexTxId?: string
}

/**
 * Watches every statement below Lucid, on each connection and inside transactions; what it throws
 * reaches the caller and the statement does not run (docs/adr/0006).
 */
export default class DatabaseProvider {
  readonly #watched = new WeakSet<object>()

  constructor(protected app: ApplicationService) {}

  /**
   * Lucid's event of a new connection comes later than the first statements can, and not at all for
   * a connection that another provider opened before: so the manager's `connect` itself is followed.
   */
  async boot() {
    const { manager } = await this.app.container.make('lucid.db')
    const guard = await this.#makeGuard()
    const connect = manager.connect.bind(manager)
    manager.connect = (name) => {
      connect(name)
      this.#watch(manager.get(name)?.connection, guard)
    }
    for (const { connection } of manager.connections.values()) this.#watch(connection, guard)
  }

  /** The write and the read client: one and the same without replicas. */
  #watch(connection: ConnectionContract | undefined, guard: TenancyGuard) {
    for (const client of [connection?.client, connection?.readClient]) {
      if (!client || this.#watched.has(client)) continue
      this.#watched.add(client)
      client.on('query', (query: KnexQuery) => {
        refuseBesideTransaction(query)
        guard.inspect(query)
      })
    }
  }

  async #makeGuard() {
    const logger = await this.app.container.make('logger')
    return new TenancyGuard({
      schemaMayChange: this.app.getEnvironment() !== 'web',
      onPlatform: (reason, sql) => logger.debug({ reason, sql }, 'outside of any region'),
    })
  }
}

/**
 * A query outside of the open transaction's connection is a forgotten `trx`: on SQLite it would wait
 * a minute for the connection that its own caller holds.
 */
function refuseBesideTransaction({ sql, __knexTxId }: KnexQuery) {
  if (insideTransaction() && !__knexTxId) {
    throw new Error(`A query beside the open transaction (pass trx): ${sql}`)
  }
}
