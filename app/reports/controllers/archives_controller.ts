import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import NoteDossierExport from '#app/reports/actions/note_dossier_export'
import { archiveOf } from '#app/reports/archive'
import { reviewedDossier } from '#app/review/reviewed_dossier'

export default class ArchivesController {
  /** One dossier as a ZIP file. */
  @inject()
  async show(ctx: HttpContext, noteExport: NoteDossierExport) {
    const { row, by } = await reviewedDossier(ctx, 'dossier.export')
    const { name, stream } = await archiveOf(row)
    await noteExport.handle({ id: row.id, staffId: by.id, as: 'archive' })
    ctx.response.attachment(`${name}.zip`)
    ctx.response.header('Content-Type', 'application/zip')
    ctx.response.header('Cache-Control', 'no-store')
    ctx.response.stream(stream)
  }
}
