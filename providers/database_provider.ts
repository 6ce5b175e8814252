import type { ApplicationService } from '@adonisjs/core/types'
import type { ConnectionContract } from '@adonisjs/lucid/types/database'
import { TenancyGuard, type Statement } from '#app/shared/tenancy/guard'
import { insideTransaction } from '#app/shared/transaction'

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
    for (const knex of [connection?.client, connection?.readClient]) {
      if (!knex || this.#watched.has(knex)) continue
      this.#watched.add(knex)
      refuseBesideTransaction(knex.client)
      knex.on('query', (query: Statement) => guard.inspect(query))
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
 * Who takes a connection from the pool inside of a transaction has forgotten to pass `trx`: on SQLite
 * he would wait for the one that he holds himself, so he is refused before he waits. The
 * transaction's own statements take none.
 */
function refuseBesideTransaction(client: { acquireConnection(): Promise<unknown> }) {
  const acquire = client.acquireConnection.bind(client)
  client.acquireConnection = async () => {
    if (insideTransaction()) {
      throw new Error('A query beside the open transaction: pass its trx along')
    }
    return acquire()
  }
}
