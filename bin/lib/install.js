import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assertNodeCanBeHad } from './node.js'
import { capture, tail } from './processes.js'
import { Problem, root, step } from './project.js'

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Optional packages are for one platform each; some choose by their C library, which npm finds out. */
function mayBeAbsent({ optional, os, cpu, libc }) {
  if (!optional) return false
  const isOurs = [os, cpu].some(Boolean) && !libc
  return !(
    isOurs &&
    [os ?? process.platform].flat().includes(process.platform) &&
    [cpu ?? process.arch].flat().includes(process.arch)
  )
}

/**
 * Compares package-lock.json with the list that npm keeps of what it has installed; an installation
 * that was cut off has no such list.
 */
export function isInstalled(folder = root) {
  const list = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const installed = readPackages(list)
  return Object.entries(readPackages(join(folder, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true
    const found = installed[path]
    if (!found) return mayBeAbsent(wanted)
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/** npm as this script was started by it, else as the shell finds it. */
function npm() {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
}

/** Installs the packages of package-lock.json when they are not there as it names them. */
export async function ensureInstalled() {
  assertNodeCanBeHad()
  if (isInstalled()) return
  const [command, args] = npm()
  await step('Installing packages (npm ci, about a minute)', async () => {
    const { code, output } = await capture(command, [
      ...args,
      ...['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
      '--loglevel=error',
    ])
    if (code === 0) return
    throw new Problem(`${tail(output, 60)}\n\nThe packages could not be installed (npm ci).`)
  })
}
