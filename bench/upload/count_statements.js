/**
 * Preloaded into a server that is measured (`node --import`): counts what it sends to its database
 * below all libraries, and tells its parent when asked. The server itself knows nothing of it.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** What the worker and the sweeps ask by the clock, whatever is uploaded, and transactions' edges. */
const BESIDE_THE_POINT = /queue_|due_at|unix_timestamp|distinct .*region|^(begin|commit|rollback)/i

/** How often each text was sent: the texts themselves would grow with every upload. */
const statements = new Map()

function follow(prototype, method) {
  const original = prototype[method]
  prototype[method] = function (first, ...rest) {
    const sql = typeof first === 'string' ? first : (first?.sql ?? '')
    if (!BESIDE_THE_POINT.test(sql)) statements.set(sql, (statements.get(sql) ?? 0) + 1)
    return original.call(this, first, ...rest)
  }
}

follow(require('better-sqlite3').prototype, 'prepare')
const { Connection } = require('mysql2')
follow(Connection.prototype, 'query')
follow(Connection.prototype, 'execute')

process.on('message', (asked) => {
  if (asked !== 'statements') return
  process.send({ statements: [...statements] })
  statements.clear()
})
process.channel?.unref()
