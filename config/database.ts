import { join } from 'node:path'
import env from '#start/env'
import { defineConfig } from '@adonisjs/lucid'

const migrations = { naturalSort: true, paths: ['database/migrations'] }
// Not the whole folder: the seed data beside it is no code.
const seeders = { paths: ['database/seeders/run'] }

/** The variable of the isolation level has another name in MariaDB 10 than in 11 and in MySQL. */
const MYSQL_SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'`,
]

/** Models name their own columns: no migration may write a file of classes (docs/adr/0003). */
const schemaGeneration = { enabled: false }

/**
 * SQLite has exactly one connection: a second one answers "database is locked" under load,
 * whatever the busy timeout (ARCHITECTURE.md, Databases and processes).
 */
export default defineConfig({
  connection: env.get('DB_CONNECTION'),
  prettyPrintDebugQueries: false,
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: join(env.get('DATA_DIR'), 'kaoqu.sqlite3') },
      useNullAsDefault: true,
      pool: {
        min: 1,
        max: 1,
        acquireTimeoutMillis: 5_000,
        afterCreate(connection: any, done: (error: unknown, connection: unknown) => void) {
          connection.pragma('journal_mode = WAL')
          connection.pragma('synchronous = FULL')
          connection.pragma('busy_timeout = 5000')
          connection.pragma('foreign_keys = ON')
          done(null, connection)
        },
      },
      migrations,
      seeders,
      schemaGeneration,
    },
    mysql: {
      client: 'mysql2',
      connection: {
        ...(env.get('DB_SOCKET')
          ? { socketPath: env.get('DB_SOCKET') }
          : { host: env.get('DB_HOST', '127.0.0.1'), port: env.get('DB_PORT', 3306) }),
        user: env.get('DB_USER', 'root'),
        password: env.get('DB_PASSWORD', ''),
        database: env.get('DB_DATABASE', 'kaoqu'),
        charset: 'utf8mb4',
        timezone: 'Z',
        supportBigNumbers: true,
      },
      pool: {
        min: 0,
        max: env.get('DB_POOL', 10),
        acquireTimeoutMillis: 10_000,
        afterCreate(connection: any, done: (error: unknown, connection: unknown) => void) {
          const [first, second] = MYSQL_SESSION
          connection.query(first, (refused: unknown) => {
            if (refused) done(refused, connection)
            else connection.query(second, (error: unknown) => done(error, connection))
          })
        },
      },
      migrations,
      seeders,
      schemaGeneration,
    },
  },
})
