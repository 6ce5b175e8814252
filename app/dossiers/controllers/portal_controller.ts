import type { HttpContext } from '@adonisjs/core/http'
import { portalPage } from '#app/dossiers/queries/portal_page'

export default class PortalController {
  async show({ auth, inertia, region }: HttpContext) {
    const candidate = auth.use('candidate').user ?? null
    return inertia.render('regions/portal', await portalPage(region, candidate?.id ?? null))
  }
}
