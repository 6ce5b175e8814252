import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { newestCatalog } from '#app/catalog/catalog_versions'
import Release from '#app/catalog/models/release'
import { fileOf } from '#app/catalog/queries/draft'
import { notFound } from '#app/shared/exceptions/refused'
import RegionPolicy from '#app/regions/policies/region_policy'

/** A release as one file in the region format (docs/region-format.md). */
export default class ReleaseFilesController {
  async show(ctx: HttpContext) {
    const { params, region, response } = ctx
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const release = await Release.findOrFail(params.release)
    const file = await fileOf(release.id, (await newestCatalog()) ?? notFound())
    response.attachment(`${region.id}-${file.season}-release-${release.number}.json`)
    response.header('Content-Type', 'application/json; charset=utf-8')
    response.header('Cache-Control', 'no-store')
    response.stream(Readable.from([`${JSON.stringify(file, null, 2)}\n`]))
  }
}
