import type { ApplicationService } from '@adonisjs/core/types'
import { insideTransaction } from '#app/shared/transaction'

interface KnexQuery {
  sql: string
  __knexTxId?: string
}

/**
 * Watches every statement below Lucid. A query outside of the open transaction's connection is a
 * forgotten `trx`: on SQLite it would wait a minute for the connection that its own caller holds.
 */
export default class DatabaseProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const emitter = await this.app.container.make('emitter')
    emitter.on('db:connection:connect', (connection: any) => {
      connection.client?.on('query', (query: KnexQuery) => {
        if (insideTransaction() && !query.__knexTxId) {
          throw new Error(`A query beside the open transaction (pass trx): ${query.sql}`)
        }
      })
    })
  }
}
