import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { AddSample } from '#app/administration/actions/add_sample'
import { EditBaseCatalog } from '#app/catalog/actions/edit_base_catalog'
import { answerBase } from '#app/catalog/answers'
import type { MaterialJson } from '#app/catalog/catalog_json'
import { sampleValidator } from '#app/administration/validators/catalog_sample'
import type { SamplePicture } from '#app/core/release'
import { receiveFile } from '#app/dossiers/images/receive'
import { auditName } from '#app/identity/staff_actor'
import CatalogPolicy from '#app/catalog/policies/catalog_policy'
import { notFound } from '#app/shared/exceptions/refused'

/** Bytes; what is kept is drawn anew and smaller. */
const LIMIT = 5 * 1024 * 1024

/** Sample pictures of the national catalog's materials. */
export default class CatalogSamplesController {
  @inject()
  async store(ctx: HttpContext, add: AddSample) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { id } = auditName(ctx)
    const { revision, place } = await sampleValidator.validate(ctx.request.qs())
    const { bytes } = await receiveFile(ctx, LIMIT)
    const code: string = ctx.params.material
    const added = await add.handle({ code, revision, place: place ?? null, bytes, by: id })
    return answerBase(ctx, added, 'sample_added')
  }

  @inject()
  async destroy(ctx: HttpContext, edit: EditBaseCatalog) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { id } = auditName(ctx)
    const { revision } = await sampleValidator.validate(ctx.request.qs())
    const { material: code, sample: file } = ctx.params
    const change = (before: MaterialJson | null) => without(before!, file)
    return answerBase(ctx, await edit.handle({ code, revision, change, by: id }), 'sample_removed')
  }
}

/** Without any of its own, a material shows those that come with the program again. */
function without({ samples, ...material }: MaterialJson, file: string): MaterialJson {
  const all = (samples ?? []) as SamplePicture[]
  const left = all.filter((one) => one.file !== file)
  if (left.length === all.length) notFound()
  return left.length > 0 ? { ...material, samples: left } : material
}
