import type { HttpContext } from '@adonisjs/core/http'
import { requireHandover } from '#app/dossiers/handovers'
import { handoverPage } from '#app/dossiers/queries/handover_page'
import { clock } from '#app/shared/clock'

/** What the phone opens: nobody signs in here, the address is the key. */
export default class HandoverPagesController {
  async show({ inertia, params, response }: HttpContext) {
    // No other site that is opened from here may learn the address.
    response.header('Referrer-Policy', 'same-origin').header('Cache-Control', 'no-store')
    const live = await requireHandover(params.link, clock.now())
    const { handover } = live
    if (handover.openedAt === null) await handover.merge({ openedAt: clock.now() }).save()
    return inertia.render('dossiers/handover', await handoverPage(live, params.link))
  }
}
