import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isFree } from './ports.js'
import { Problem, root } from './project.js'

function readPort(name, value) {
  const port = Number(value)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Problem(`${name}=${value} is not a port: give a number from 1 to 65535.`)
}

/**
 * What the demo runs with: the environment's own word, else the defaults of start/environment.ts.
 * Throws a Problem for what a demo may not be.
 */
export function readSettings(env = process.env) {
  if (env.DB_CONNECTION && env.DB_CONNECTION !== 'sqlite') {
    throw new Problem(
      `npm start runs the demo, and a demo keeps to its own embedded database: it will not touch ` +
        `DB_CONNECTION=${env.DB_CONNECTION}. docs/deployment.md says how to start on MariaDB.`
    )
  }
  const port = readPort('PORT', env.PORT || 3333)
  const sandboxPort = readPort('SANDBOX_PORT', env.SANDBOX_PORT || port + 1)
  const host = env.HOST || '127.0.0.1'
  return {
    port,
    sandboxPort,
    host,
    dataDir: resolve(root, env.DATA_DIR || 'storage'),
    url: env.APP_URL || `http://localhost:${port}`,
    sandboxUrl: env.REGISTRATION_ISSUER || `http://localhost:${sandboxPort}`,
  }
}

/** The settings as environment variables, for each process of the demo. */
export function asEnvironment({ port, sandboxPort, host, dataDir, url, sandboxUrl }) {
  return {
    NODE_ENV: 'production',
    KAOQU_DEMO: '1',
    DB_CONNECTION: 'sqlite',
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    HOST: host,
    DATA_DIR: dataDir,
    APP_URL: url,
    REGISTRATION_ISSUER: sandboxUrl,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  }
}

/** Makes the data folder and writes a file into it: permissions, full and read-only disks alike. */
export function assertWritable(folder) {
  const probe = join(folder, `.writable-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    writeFileSync(probe, 'ok')
    rmSync(probe)
  } catch (error) {
    throw new Problem(
      `Kaoqu cannot write to ${folder} (${error.code}): its database and pictures are kept there. ` +
        'Give it another folder: DATA_DIR=/path/to/folder npm start.'
    )
  }
}

/** Says so before anything is built, not after. */
export async function assertPortsFree({ port, sandboxPort, host }) {
  if (port === sandboxPort) {
    throw new Problem(`PORT and SANDBOX_PORT are both ${port}: give the sandbox another one.`)
  }
  for (const [taken, use] of [
    [port, 'the portal'],
    [sandboxPort, 'the sandbox registration system'],
  ]) {
    const problem = await isFree(taken, host)
    if (problem === true) continue
    const suggestion = port === 4000 || port === 3999 ? 5000 : 4000
    throw new Problem(
      problem === 'EADDRINUSE'
        ? `Port ${taken}, where ${use} would listen, is taken. Choose another: PORT=${suggestion} npm start.`
        : `Kaoqu cannot listen on ${host}, port ${taken} (${problem}). Choose another: PORT=${suggestion} npm start.`
    )
  }
}
