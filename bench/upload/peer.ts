import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from './servers.js'

/** Exact, so that figures of two days can be compared. */
const PACKAGES = { 'payload': '3.90.2', '@payloadcms/db-sqlite': '3.90.2' }

/**
 * Installs the peer beside the project, once: nothing of it is a dependency.
 *
 * @returns its folder, or null where the packages cannot be had (no network)
 */
export async function installPeer(): Promise<string | null> {
  const folder = process.env.PEER_FOLDER ?? join(ROOT, 'tmp/bench-peer')
  if (existsSync(join(folder, 'node_modules/payload/package.json'))) return folder
  mkdirSync(folder, { recursive: true })
  const name = { name: 'bench-peer', private: true, type: 'module', dependencies: PACKAGES }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(name))
  try {
    const flags = ['--no-audit', '--no-fund', '--legacy-peer-deps', '--ignore-scripts']
    await promisify(execFile)('npm', ['install', ...flags], { cwd: folder })
    return folder
  } catch (error) {
    console.error(`The peer is left out: ${(error as Error).message.split('\n')[0]}`)
    return null
  }
}
