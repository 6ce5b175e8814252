import app from '@adonisjs/core/services/app'
import { defineConfig, stores } from '@adonisjs/limiter'
import type { InferLimiters } from '@adonisjs/limiter/types'
import env from '#start/env'

/**
 * Where tries are counted: where all processes count together. Only SQLite has one process alone, so
 * there its memory serves.
 */
export function limiterStore(redisUrl: string | undefined, connection: 'sqlite' | 'mysql') {
  if (redisUrl) return 'redis'
  return connection === 'mysql' ? 'database' : 'memory'
}

const limiterConfig = defineConfig({
  // Tests clear it between each other, which would end their transaction on MariaDB.
  default: app.inTest ? 'memory' : limiterStore(env.get('REDIS_URL'), env.get('DB_CONNECTION')),
  stores: {
    memory: stores.memory({}),
    redis: stores.redis({ connectionName: 'main', keyPrefix: 'limit' }),
    database: stores.database({
      connectionName: 'mysql',
      dbName: env.get('DB_DATABASE', 'kaoqu'),
      tableName: 'rate_limits',
      clearExpiredByTimeout: true,
    }),
  },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
