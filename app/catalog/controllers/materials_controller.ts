import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { EditDraft } from '#app/catalog/actions/edit_draft'
import { answerEdit, answerField } from '#app/catalog/answers'
import { newestCatalog } from '#app/catalog/catalog_versions'
import { formFields, overrideEntries, wholeMaterial } from '#app/catalog/material_entries'
import { newMaterialForm, regionMaterialForm } from '#app/catalog/queries/material_form'
import { materialUses } from '#app/catalog/queries/material_uses'
import { currentDraft, materialRows, withOwn } from '#app/catalog/queries/region_materials'
import {
  draftVersionValidator,
  materialValidator,
  newMaterialValidator,
} from '#app/catalog/validators/material'
import { plainMaterials } from '#app/core/apply_overrides'
import { ownPrefix } from '#app/core/own_materials'
import { auditName } from '#app/identity/staff_actor'
import RegionPolicy from '#app/regions/policies/region_policy'
import { notFound, refuse } from '#app/shared/exceptions/refused'

/** The materials of a region's draft: national ones with the region's changes, and its own. */
export default class MaterialsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const open = await currentDraft()
    return ctx.inertia.render('catalog/materials', {
      season: open.season.year,
      version: open.draft.version,
      canChange: await canChange(ctx),
      materials: materialRows(open),
      otherProblems: open.problems.filter(({ material }) => material === '').length,
    })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const { catalog, draft } = await currentDraft()
    const known = withOwn(catalog, draft.document)
    const prefix = ownPrefix(ctx.region.id)
    const form = newMaterialForm('own', { catalog: known, prefix, version: draft.version })
    return render(ctx, form, '')
  }

  async show(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const form = regionMaterialForm(await currentDraft(), ctx.region.id, ctx.params.material)
    return render(ctx, form ?? notFound(), `/${ctx.params.material}`)
  }

  @inject()
  async store(ctx: HttpContext, edit: EditDraft) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    const by = auditName(ctx)
    const { version, code, fields } = await ctx.request.validateUsing(newMaterialValidator)
    const { draft } = await currentDraft()
    const known = draft.document.own_materials ?? []
    if (known.some((one) => one.code === code)) return answerField(ctx, 'code', 'is taken')
    const { code: _, ...material } = wholeMaterial(code, formFields(fields), null)
    const piece = { section: 'own_materials' as const, material: code, value: [material] }
    const edited = await edit.handle({ seasonId: draft.seasonId, version, ...piece, by })
    return answerEdit(ctx, edited, 'material_added')
  }

  @inject()
  async update(ctx: HttpContext, edit: EditDraft) {
    const { by, code, open } = await toChange(ctx)
    const form = await ctx.request.validateUsing(materialValidator)
    const fields = formFields(form.fields)
    const { document, seasonId } = open.draft
    const own = (document.own_materials ?? []).find((one) => one.code === code)
    const plain = plainMaterials(open.catalog).find((one) => one.code === code)
    const { code: _, ...whole } = wholeMaterial(code, fields, own ?? null)
    const edited = await edit.handle({
      seasonId,
      version: form.version,
      section: own ? 'own_materials' : 'catalog_overrides',
      material: code,
      value: own ? [whole] : overrideEntries(plain!, form.operations ?? [], fields),
      by,
    })
    return answerEdit(ctx, edited, 'material_saved')
  }

  /** Only a material of the region's own can go, and only while no dossier has it. */
  @inject()
  async destroy(ctx: HttpContext, edit: EditDraft) {
    await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
    // Asked before a draft is opened for it: a refusal leaves nothing behind.
    if (await isNational(ctx.params.material)) refuse('MATERIAL_IS_NATIONAL')
    const { by, code, open } = await toChange(ctx)
    const { version } = await ctx.request.validateUsing(draftVersionValidator)
    const { seasonId } = open.draft
    const n = await materialUses(code)
    if (n > 0) refuse('MATERIAL_IN_USE', { n })
    const piece = { section: 'own_materials' as const, material: code, value: [] }
    return answerEdit(
      ctx,
      await edit.handle({ seasonId, version, ...piece, by }),
      'material_removed'
    )
  }
}

async function isNational(code: string) {
  return (await newestCatalog())?.materials.some((one) => one.code === code) ?? false
}

/** Who may not change the draft does not open one either. */
async function toChange(ctx: HttpContext) {
  await ctx.bouncer.with(RegionPolicy).authorize('configure', ctx.region)
  const by = auditName(ctx)
  const open = await currentDraft()
  const code: string = ctx.params.material
  const { own_materials: own = [] } = open.draft.document
  const known = [...open.catalog.materials, ...own].some((one) => one.code === code)
  return known ? { by, code, open } : notFound()
}

async function canChange(ctx: HttpContext) {
  return await ctx.bouncer.with(RegionPolicy).allows('configure', ctx.region)
}

async function render(ctx: HttpContext, form: object, at: string) {
  const base = `/${ctx.region.id}/staff`
  return ctx.inertia.render('catalog/material', {
    ...form,
    canChange: await canChange(ctx),
    addresses: {
      list: `${base}/materials`,
      save: `${base}/materials${at}`,
      readings: `${base}/condition-readings`,
    },
  })
}
