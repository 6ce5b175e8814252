import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'

const lib = (name: string) => import(new URL(`../../../bin/lib/${name}.js`, import.meta.url).href)
const { isInstalled } = await lib('install')
const { assertPortsFree, assertWritable, readSettings } = await lib('demo')
const { findFreePair } = await lib('ports')

type Packages = Record<string, object>

/** A project whose package-lock.json asks for `wanted`, and in which npm has installed `found`. */
function project(wanted: Packages, found?: Packages) {
  const folder = mkdtempSync(join(tmpdir(), 'kaoqu-install-'))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  if (found) {
    mkdirSync(join(folder, 'node_modules'))
    const list = join(folder, 'node_modules/.package-lock.json')
    writeFileSync(list, JSON.stringify({ packages: found }))
  }
  return folder
}

test.group('What npm start finds out by itself', () => {
  const vue = { version: '3.5.0', integrity: 'sha512-a' }
  const ours = { ...vue, optional: true, os: [process.platform], cpu: [process.arch] }
  const others = { ...vue, optional: true, os: ['plan9'] }

  test('installed or not: {0}')
    .with([
      ['nothing there', { '': {}, 'node_modules/vue': vue }, undefined, false],
      ['all there', { '': {}, 'node_modules/vue': vue }, { 'node_modules/vue': vue }, true],
      [
        'another version',
        { 'node_modules/vue': vue },
        { 'node_modules/vue': { ...vue, version: '3.4.0' } },
        false,
      ],
      ['one is missing', { 'node_modules/vue': vue }, {}, false],
      ['one for another platform is missing', { 'node_modules/x': others }, {}, true],
      ['one for this platform is missing', { 'node_modules/x': ours }, {}, false],
    ] as [string, Packages, Packages | undefined, boolean][])
    .run(({ assert, cleanup }, [, wanted, found, expected]) => {
      const folder = project(wanted, found)
      cleanup(() => rmSync(folder, { recursive: true }))
      assert.equal(isInstalled(folder), expected)
    })

  test('the sandbox listens beside the portal', ({ assert }) => {
    const { port, sandboxPort, url, host } = readSettings({ PORT: '4000' })
    assert.deepEqual(
      { port, sandboxPort, url, host },
      { port: 4000, sandboxPort: 4001, url: 'http://localhost:4000', host: '127.0.0.1' }
    )
  })

  test('a demo refuses a database that is not its own', ({ assert }) => {
    assert.throws(() => readSettings({ DB_CONNECTION: 'mysql' }), /embedded database/)
  })

  test('a port that is none is named', ({ assert }) => {
    assert.throws(
      () => readSettings({ PORT: 'http' }),
      'PORT=http is not a port: give a number from 1 to 65535.'
    )
  })

  test('a port that is taken is named, and what to do', async ({ assert, cleanup }) => {
    const port: number = await findFreePair()
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port + 1, '127.0.0.1', resolve))
    cleanup(() => void server.close())
    const settings = readSettings({ PORT: String(port) })
    await assert.rejects(
      () => assertPortsFree(settings),
      new RegExp(`Port ${port + 1}.* is taken. Choose another: PORT=4000 npm start`)
    )
  })

  test('a data folder that cannot be made is named', ({ assert }) => {
    assert.throws(() => assertWritable('/dev/null/data'), /cannot write to \/dev\/null\/data/)
  })
})
