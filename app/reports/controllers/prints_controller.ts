import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import NoteDossierExport from '#app/reports/actions/note_dossier_export'
import { printPage } from '#app/reports/queries/print_page'
import { reviewedDossier } from '#app/review/reviewed_dossier'

export default class PrintsController {
  /** One dossier to be printed. */
  @inject()
  async show(ctx: HttpContext, noteExport: NoteDossierExport) {
    const reviewed = await reviewedDossier(ctx, 'dossier.export')
    const page = await printPage(reviewed, ctx.i18n.locale)
    await noteExport.handle({ id: reviewed.row.id, staffId: reviewed.by.id, as: 'print' })
    return ctx.inertia.render('reports/print', page)
  }
}
