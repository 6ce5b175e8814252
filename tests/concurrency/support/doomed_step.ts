/**
 * A process that passes the gate once and kills itself, without any warning, at its n-th step: before
 * and after each call to the file system and each statement that goes through the database's socket.
 * Its first argument is a JSON object; `at: 0` only counts the steps and says how many there were.
 */
import 'reflect-metadata'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { Ignitor } from '@adonisjs/core'
import { APP_ROOT, importFile, tapApplication } from '../../../bin/application.js'
import type { Doom } from './doom.js'

const doom: Doom = JSON.parse(process.argv[2])

let steps = 0
let counting = false

function step() {
  if (counting && ++steps === doom.at) process.kill(process.pid, 'SIGKILL')
}

/** Steps before and after each call of a method. */
function watch(target: any, name: string) {
  const original = target[name]
  target[name] = async function (...args: unknown[]) {
    step()
    const result = await original.apply(this, args)
    step()
    return result
  }
}

async function watchEverything() {
  for (const name of ['open', 'rename', 'mkdir', 'rm', 'unlink']) watch(fs.promises, name)
  const handle = await fs.promises.open(APP_ROOT)
  const files = Object.getPrototypeOf(handle)
  await handle.close()
  for (const name of ['writeFile', 'sync', 'close']) watch(files, name)
  syncBuiltinESMExports()

  const { default: db } = await import('@adonisjs/lucid/services/db')
  // Every client of a transaction has this prototype too.
  const clients = db.connection().getWriteClient().client.constructor.prototype
  watch(clients, '_query')
}

const app = new Ignitor(APP_ROOT, { importer: importFile }).tap(tapApplication).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { perform } = await import('./perform.js')
  await watchEverything()
  counting = true
  await perform(doom)
  counting = false
  process.stdout.write(`${steps}\n`)
})
await app.terminate()
