/**
 * What the bench cannot write as bare rows: regions with seasons, releases and twenty exam points each,
 * and a few dossiers in Shanghai that went through the gate, to be opened. Argument: how many regions.
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { APP_ROOT, importFile, tapApplication } from '../../bin/application.js'

const POINTS = 20
const OPENED = 20

const app = new Ignitor(APP_ROOT, { importer: importFile }).tap(tapApplication).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { ImportRegion } = await import('#app/administration/actions/import_region')
  const { keepCatalogVersion } = await import('#app/catalog/catalog_versions')
  const { clock } = await import('#app/shared/clock')
  const { offsetToOpen } = await import('#database/demo/move_windows')
  const { seedDocument } = await import('#database/demo/people')
  const { buildWorld } = await import('#tests/support/world')
  const { handedIn } = await import('../../tests/functional/review/desk.js')

  const pointsOf = (code: string) =>
    Array.from({ length: POINTS }, (_, n) => {
      const id = `${code}${String(n).padStart(2, '0')}`
      return { id, zh: `考点 ${id}`, phone: null }
    })
  await buildWorld()
  const { meta, regions } = seedDocument('regions.json')
  const catalog = await keepCatalogVersion(seedDocument('catalog.json'))
  const like = (id: string) => regions.find((region: any) => region.id === id)
  const shandong = like('SD')
  const copies = Array.from({ length: Number(process.argv[2]) - regions.length }, (_, n) => {
    return { ...shandong, id: `X${n}`, code: `9${String(n).padStart(3, '0')}` }
  })
  for (const region of [like('SH'), shandong, ...copies]) {
    const json = { ...region, exam_points: pointsOf(region.code) }
    await new ImportRegion().handle({
      ...{ json, catalog, year: meta.season, current: true },
      offset: offsetToOpen(json, clock.now()),
      keep: { settings: false, windows: false },
    })
  }
  for (let n = 0; n < OPENED; n++) await handedIn('sh', { persona: 'p02' })
})
await app.terminate()
