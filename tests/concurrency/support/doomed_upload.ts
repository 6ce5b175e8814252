/**
 * A process that stores one picture and kills itself, without any warning, at a point on the way.
 * Arguments: region, candidate's id, item's id, file of the picture, idempotency key, point.
 */
import 'reflect-metadata'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { createHash } from 'node:crypto'
import { Ignitor } from '@adonisjs/core'
import { APP_ROOT, importFile, tapApplication } from '../../../bin/application.js'

const [regionId, candidateId, itemId, file, idempotencyKey, point] = process.argv.slice(2)

const die = () => process.kill(process.pid, 'SIGKILL')

/** Ends the process once `name` of `target` is about to run, or has run. */
function killAt(target: any, name: string, when: 'before' | 'after') {
  const original = target[name]
  target[name] = async function (...args: unknown[]) {
    if (when === 'before') die()
    const result = await original.apply(this, args)
    die()
    return result
  }
}

/** The same around the statement that writes a row. */
function killAtInsert(builder: any, table: string, when: 'before' | 'after') {
  const { insert } = builder
  builder.insert = function (...args: unknown[]) {
    const query = insert.apply(this, args)
    if (query.knexQuery._single.table === table) killAt(query, 'exec', when)
    return query
  }
}

async function placeKill() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { InsertQueryBuilder } = await import('@adonisjs/lucid/database')
  const { DurableFsDriver } = await import('#app/shared/durable_fs_driver')
  const opened = await db.transaction()
  const transactions = Object.getPrototypeOf(opened)
  await opened.rollback()
  const places: Record<string, () => void> = {
    'before the file has its name': () => killAt(fs.promises, 'rename', 'before'),
    'after the first object': () => killAt(DurableFsDriver.prototype, 'put', 'after'),
    'before the row': () => killAtInsert(InsertQueryBuilder.prototype, 'images', 'before'),
    'after the row, inside the transaction': () =>
      killAtInsert(InsertQueryBuilder.prototype, 'images', 'after'),
    'after the last write, before the commit': () => killAt(transactions, 'commit', 'before'),
    'after the commit, before the answer': () => killAt(transactions, 'commit', 'after'),
    'nowhere': () => {},
  }
  places[point]()
  syncBuiltinESMExports()
}

const app = new Ignitor(APP_ROOT, { importer: importFile }).tap(tapApplication).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { runInRegion } = await import('#app/shared/region_context')
  const { default: CheckUpload } = await import('#app/dossiers/actions/check_upload')
  const { default: StoreImage } = await import('#app/dossiers/actions/store_image')
  const bytes = fs.readFileSync(file)
  const startedAt = Date.now()
  await placeKill()
  await runInRegion(regionId, async () => {
    const check = new CheckUpload()
    const { dossier, rules } = await check.handle(candidateId, itemId, startedAt, idempotencyKey)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { imageId } = await new StoreImage().handle({
      ...{ dossier, itemId, place: null, rules, file: { bytes, sha256 } },
      ...{ startedAt, idempotencyKey },
    })
    process.stdout.write(`stored ${imageId}\n`)
  })
})
await app.terminate()
