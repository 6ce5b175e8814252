import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'

const SOCKETS = ['/run/mysqld/mysqld.sock', '/var/run/mysqld/mysqld.sock', '/tmp/mysql.sock']

/** Where a server may be: as the environment says, else on this machine. */
function* places(env) {
  const user = env.DB_USER || 'root'
  const password = env.DB_PASSWORD || ''
  if (env.DB_SOCKET) yield { user, password, socketPath: env.DB_SOCKET }
  else if (env.DB_HOST) {
    yield { user, password, host: env.DB_HOST, port: Number(env.DB_PORT || 3306) }
  } else {
    for (const socketPath of SOCKETS) {
      if (existsSync(socketPath)) yield { user, password, socketPath }
    }
    yield { user, password, host: '127.0.0.1', port: Number(env.DB_PORT || 3306) }
  }
}

/**
 * Makes a database of its own on a server that lets us in, so that nothing else on it is touched.
 * Gives its settings for the environment and a `drop`; undefined when no server lets us in.
 */
export async function createTestDatabase(env = process.env, prefix = 'kaoqu_test') {
  const { createConnection } = await import('mysql2/promise')
  for (const { user, password, ...where } of places(env)) {
    let connection
    try {
      connection = await createConnection({ user, password, ...where, connectTimeout: 3_000 })
    } catch {
      continue
    }
    const name = `${prefix}_${randomBytes(6).toString('hex')}`
    try {
      await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
    } catch {
      continue
    } finally {
      await connection.end()
    }
    return {
      env: {
        DB_CONNECTION: 'mysql',
        DB_DATABASE: name,
        DB_USER: user,
        DB_PASSWORD: password,
        DB_SOCKET: where.socketPath,
        DB_HOST: where.host,
        DB_PORT: where.port && String(where.port),
      },
      async drop() {
        const again = await createConnection({ user, password, ...where })
        await again.query(`DROP DATABASE IF EXISTS ${name}`)
        await again.end()
      },
    }
  }
  return undefined
}
