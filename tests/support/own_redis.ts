import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RedisConnection } from '@adonisjs/redis'
import { RedisManagerFactory } from '@adonisjs/redis/factories'
import type { Group } from '@japa/runner/core'
import { redisConnection } from '#config/redis'

const lib = (name: string) => import(new URL(`../../bin/lib/${name}.js`, import.meta.url).href)

/** A Redis server of a group's own, empty at each test: on a socket in a folder that goes away with it. */
export class OwnRedis {
  #connect!: () => RedisConnection

  constructor(group: Group) {
    // Left out where there is none to start (bin/run_tests.js).
    group.tap((test) => test.tags(['@redis'], 'append'))
    group.setup(async () => {
      const program = (await lib('redis')).findRedis()
      if (!program) throw new Error('no redis-server found: apt-get install redis-server')
      const folder = mkdtempSync(join(tmpdir(), 'kaoqu-redis-'))
      const path = join(folder, 'socket')
      const options = ['--port', '0', '--unixsocket', path, '--save', '', '--dir', folder]
      const server = spawn(program, options, { stdio: 'ignore' })
      const connections: RedisConnection[] = []
      this.#connect = () => {
        const main = { ...redisConnection('redis://unused'), path }
        const manager = new RedisManagerFactory({
          connection: 'main',
          connections: { main },
        }).create()
        connections.push(manager.connection())
        return manager.connection()
      }
      await answering(this.#connect())
      return async () => {
        for (const connection of connections) await connection.disconnect()
        server.kill()
        rmSync(folder, { recursive: true, force: true })
      }
    })
    group.each.setup(async () => {
      await this.#connect().flushall()
    })
  }

  /** A connection of its own, as another process has it. */
  connection(): RedisConnection {
    return this.#connect()
  }
}

async function answering(redis: RedisConnection) {
  for (let tries = 1; ; tries++) {
    try {
      await redis.ping()
      return
    } catch (error) {
      if (tries === 50) throw error
      await sleep(100)
    }
  }
}
