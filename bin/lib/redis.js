import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The program of a Redis server, which tests start for themselves; undefined when none is installed. */
export function findRedis(env = process.env) {
  return [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
    .map((dir) => join(dir, 'redis-server'))
    .find((path) => existsSync(path))
}
