import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Fills in what nobody set: one command must give a running portal, with no `.env`.
 * Runs before the environment is validated. Whatever the environment says wins.
 */
const appRoot = resolve(fileURLToPath(new URL('../', import.meta.url)))
const projectRoot = basename(appRoot) === 'build' ? dirname(appRoot) : appRoot
const env = process.env

/** Secrets made once for this data folder: losing them means losing the encrypted fields. */
function readOrMakeKeys(folder: string): Record<string, string> {
  const file = join(folder, 'keys.json')
  const fresh = {
    APP_KEY: randomBytes(32).toString('base64url'),
    FIELD_KEY: randomBytes(32).toString('base64url'),
    INDEX_KEY: randomBytes(32).toString('base64url'),
    REGISTRATION_CLIENT_SECRET: randomBytes(24).toString('base64url'),
    REGISTRATION_SERVICE_TOKEN: randomBytes(24).toString('base64url'),
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    return fresh
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return JSON.parse(readFileSync(file, 'utf8'))
  }
}

env.NODE_ENV ??= 'development'
env.DATA_DIR = resolve(projectRoot, env.DATA_DIR || 'storage')
env.DB_CONNECTION ??= 'sqlite'
env.PORT ??= '3333'
env.HOST ??= '127.0.0.1'
env.LOG_LEVEL ??= env.NODE_ENV === 'production' ? 'warn' : 'info'
// Commands on the embedded database of a checkout prepare the same demo that `npm start` serves.
if (env.NODE_ENV === 'development' && env.DB_CONNECTION === 'sqlite') env.KAOQU_DEMO ??= '1'
env.APP_URL ??= `http://localhost:${env.PORT}`
env.SANDBOX_PORT ??= String(Number(env.PORT) + 1)
env.REGISTRATION_ISSUER ??= `http://localhost:${env.SANDBOX_PORT}`
env.REGISTRATION_CLIENT_ID ??= 'kaoqu-portal'

const secrets = [
  'APP_KEY',
  'FIELD_KEY',
  'INDEX_KEY',
  'REGISTRATION_CLIENT_SECRET',
  'REGISTRATION_SERVICE_TOKEN',
]
if (secrets.some((name) => !env[name])) {
  const keys = readOrMakeKeys(env.DATA_DIR)
  for (const name of secrets) env[name] ??= keys[name]
}
