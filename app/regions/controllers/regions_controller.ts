import type { HttpContext } from '@adonisjs/core/http'
import { regionTiles } from '#app/regions/queries/region_tiles'
import { clock } from '#app/shared/clock'

export default class RegionsController {
  async index({ inertia }: HttpContext) {
    return inertia.render('home/index', { regions: await regionTiles(clock.now()) })
  }
}
