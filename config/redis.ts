import { defineConfig } from '@adonisjs/redis'
import type { InferConnections } from '@adonisjs/redis/types'
import env from '#start/env'

/** What a `redis:` or `rediss:` address says, as the client wants it. */
export function redisConnection(address: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(address)
  if (!['redis:', 'rediss:'].includes(protocol)) {
    throw new Error('REDIS_URL begins with redis:// or rediss://')
  }
  return {
    host: hostname,
    port: Number(port || 6379),
    username: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    db: Number(pathname.slice(1) || 0),
    tls: protocol === 'rediss:' ? {} : undefined,
    keyPrefix: 'kaoqu:',
    // A request that cannot reach it says so soon, instead of waiting for it to come back.
    maxRetriesPerRequest: 2,
    connectTimeout: 3_000,
  }
}

/** Nothing is dialled before it is used, and it is used only where REDIS_URL is set. */
const redisConfig = defineConfig({
  connection: 'main',
  connections: { main: redisConnection(env.get('REDIS_URL', 'redis://127.0.0.1')) },
})

export default redisConfig

declare module '@adonisjs/redis/types' {
  export interface RedisConnections extends InferConnections<typeof redisConfig> {}
}
