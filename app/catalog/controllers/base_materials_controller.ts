import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { EditBaseCatalog } from '#app/catalog/actions/edit_base_catalog'
import { answerBase, answerField, answerInUse } from '#app/catalog/answers'
import { revisionOf } from '#app/catalog/catalog_json'
import { newestCatalog } from '#app/catalog/catalog_versions'
import { formFields, wholeMaterial } from '#app/catalog/material_entries'
import { materialName } from '#app/catalog/material_words'
import { catalogDraft } from '#app/catalog/queries/catalog_draft'
import { baseFields, materialChoices, newMaterialForm } from '#app/catalog/queries/material_form'
import { nationalMaterialUses } from '#app/catalog/queries/national_material_uses'
import { samplesOf } from '#app/catalog/samples'
import {
  baseMaterialValidator,
  newBaseMaterialValidator,
  revisionValidator,
} from '#app/catalog/validators/material'
import { auditName } from '#app/identity/staff_actor'
import CatalogPolicy from '#app/catalog/policies/catalog_policy'
import { notFound } from '#app/shared/exceptions/refused'

/** The materials of the national catalog's draft. */
export default class BaseMaterialsController {
  async create(ctx: HttpContext) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { catalog } = await catalogDraft()
    const form = newMaterialForm('base', { catalog: catalog!, prefix: '', version: null })
    return render(ctx, form, '')
  }

  async show(ctx: HttpContext) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const code: string = ctx.params.material
    const { catalog, draft } = await catalogDraft()
    const fields = baseFields(catalog!, code) ?? notFound()
    const material = catalog!.materials.find((one) => one.code === code)!
    const form = {
      ...newMaterialForm('base', { catalog: catalog!, prefix: '', version: null }),
      code,
      fields,
      revision: revisionOf(draft.document.materials.find((one) => one.code === code)!),
      choices: materialChoices(catalog!, code),
      samples: samplesOf(material).map((sample, i) => ({
        ...sample,
        file: material.samples?.[i].file ?? null,
      })),
    }
    return render(ctx, form, `/${code}`)
  }

  @inject()
  async store(ctx: HttpContext, edit: EditBaseCatalog) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { id } = auditName(ctx)
    const { code, fields } = await ctx.request.validateUsing(newBaseMaterialValidator)
    if (!/^[A-Z][A-Z0-9_]{1,39}$/.test(code)) {
      return answerField(ctx, 'code', 'expects capital letters, digits or _')
    }
    const material = wholeMaterial(code, formFields(fields), null)
    const change = () => material
    return answerBase(
      ctx,
      await edit.handle({ code, revision: null, change, by: id }),
      'material_added'
    )
  }

  @inject()
  async update(ctx: HttpContext, edit: EditBaseCatalog) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { id } = auditName(ctx)
    const code: string = ctx.params.material
    const { revision, fields } = await ctx.request.validateUsing(baseMaterialValidator)
    const edited = await edit.handle({
      code,
      revision,
      change: (before) => wholeMaterial(code, formFields(fields), before),
      by: id,
    })
    return answerBase(ctx, edited, 'material_saved')
  }

  /** Only while no dossier of any region uses it. */
  @inject()
  async destroy(ctx: HttpContext, edit: EditBaseCatalog) {
    await ctx.bouncer.with(CatalogPolicy).authorize('edit')
    const { id } = auditName(ctx)
    const { revision } = await ctx.request.validateUsing(revisionValidator)
    const code: string = ctx.params.material
    const uses = await nationalMaterialUses(code)
    if (uses.length > 0) return answerInUse(ctx, materialName(code, (await newestCatalog())!), uses)
    const edited = await edit.handle({ code, revision, change: () => null, by: id })
    return answerBase(ctx, edited, 'material_removed')
  }
}

function render(ctx: HttpContext, form: object, at: string) {
  const base = '/platform/catalog'
  return ctx.inertia.render('catalog/material', {
    ...form,
    canChange: true,
    addresses: {
      list: base,
      save: `${base}/materials${at}`,
      readings: '/platform/condition-readings',
    },
  })
}
