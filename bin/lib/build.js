import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, tail } from './processes.js'
import { Problem, root, step } from './project.js'

const ASSET_SOURCES = ['inertia', 'resources', 'vite.config.ts', 'package-lock.json']
const SOURCES = [
  ...ASSET_SOURCES,
  ...['app', 'bin', 'commands', 'config', 'database', 'packages', 'plugins', 'providers'],
  ...['public', 'sandbox', 'start', 'adonisrc.ts', 'package.json', 'tsconfig.json'],
]

/** The build writes these itself; were they counted, no build would ever be fresh. */
const GENERATED = new Set([
  'inertia/auto-imports.d.ts',
  'inertia/components.d.ts',
  'public/assets',
  'bin/lib',
])

function addTo(hash, path) {
  if (GENERATED.has(path)) return
  const full = join(root, path)
  if (!existsSync(full)) return
  let entries
  try {
    entries = readdirSync(full).sort()
  } catch (error) {
    if (error.code !== 'ENOTDIR') throw error
    const content = readFileSync(full)
    hash.update(`${path}\0${content.length}\0`).update(content)
    return
  }
  for (const entry of entries) addTo(hash, `${path}/${entry}`)
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

/** Says what the last build was made from; lost with node_modules, and then it is made anew. */
class Stamp {
  #file
  constructor(name) {
    this.#file = join(root, 'node_modules/.cache/kaoqu', name)
  }

  read() {
    return existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : undefined
  }

  clear() {
    rmSync(this.#file, { force: true })
  }

  write(value) {
    mkdirSync(join(root, 'node_modules/.cache/kaoqu'), { recursive: true })
    writeFileSync(this.#file, value)
  }
}

const appStamp = new Stamp('build')
const assetStamp = new Stamp('assets')

async function run(node, args, env, failure) {
  const { code, output } = await capture(node, args, { env })
  if (code !== 0) throw new Problem(`${tail(output, 60)}\n\n${failure}`)
}

/** Builds the server and the pages into build/ when their sources have changed since. */
export async function ensureBuilt(node, env) {
  const wanted = fingerprint(SOURCES)
  if (appStamp.read() === wanted && existsSync(join(root, 'build/bin/server.js'))) return
  appStamp.clear()
  assetStamp.clear()
  await step('Building (about half a minute)', () =>
    run(node, ['ace.js', 'build'], env, 'The application could not be built (npm run build).')
  )
  appStamp.write(wanted)
  // The build makes the pages in public/assets first and copies them.
  assetStamp.write(fingerprint(ASSET_SOURCES))
}

/** Builds only what the browser loads, into public/assets: the tests serve it from there. */
export async function ensureAssets(node) {
  const wanted = fingerprint(ASSET_SOURCES)
  const manifest = join(root, 'public/assets/.vite/manifest.json')
  if (assetStamp.read() === wanted && existsSync(manifest)) return
  assetStamp.clear()
  await step('Building the pages for the browser', () =>
    run(
      node,
      ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn'],
      { NODE_ENV: 'production' },
      'The pages could not be built (vite build).'
    )
  )
  assetStamp.write(wanted)
}
