import type { HttpContext } from '@adonisjs/core/http'
import type { DocumentProblem } from '#app/core/json_reader'
import type { EditedBase } from '#app/catalog/actions/edit_base_catalog'
import type { EditedDraft } from '#app/catalog/actions/edit_draft'
import { fieldProblems } from '#app/catalog/material_entries'
import type { RegionUses } from '#app/catalog/queries/national_material_uses'
import type { Bilingual } from '#app/shared/wording'

const MOST_NAMED = 5

/** What a form gets back: where to go on, or what stands in the way and at which field. */
export function answerEdit(ctx: HttpContext, edited: EditedDraft, flash: string) {
  if (edited.ok) {
    ctx.session.flash('success', ctx.i18n.t(`catalog.flash.${flash}`))
    return ctx.response.ok({ version: edited.version })
  }
  if (edited.reason === 'problems') return answerProblems(ctx, edited.problems)
  const { version, changes } = edited
  return ctx.response.conflict({ ...refusal(ctx, 'DRAFT_MOVED_ON'), version, changes })
}

/** The same for a material of the national catalog. */
export function answerBase(ctx: HttpContext, edited: EditedBase, flash: string) {
  if (edited.ok) {
    ctx.session.flash('success', ctx.i18n.t(`catalog.flash.${flash}`))
    return ctx.response.ok({})
  }
  if (edited.reason === 'taken') return answerField(ctx, 'code', 'is taken')
  if (edited.reason === 'problems') return answerProblems(ctx, edited.problems)
  const { by, at } = edited
  return ctx.response.conflict({ ...refusal(ctx, 'CATALOG_MOVED_ON'), by, at })
}

export function answerProblems(ctx: HttpContext, problems: readonly DocumentProblem[]) {
  return ctx.response.unprocessableEntity({ problems: fieldProblems(problems) })
}

/** One field's problem, for what only the database or the address knows. */
export function answerField({ response }: HttpContext, field: string, reason: string) {
  return response.unprocessableEntity({ problems: [{ field, inside: '', reason }] })
}

/** How many dossiers of which regions stand in the way, the first few by name. */
export function answerInUse(ctx: HttpContext, name: Bilingual, uses: readonly RegionUses[]) {
  const { locale } = ctx.i18n
  const say = ({ zh, en }: Bilingual) => (locale === 'en' && en) || zh
  const named = uses
    .slice(0, MOST_NAMED)
    .map((one) => ctx.i18n.t('catalog.uses.region', { name: say(one), n: one.n }))
  const others = uses.length - named.length
  if (others > 0) named.push(ctx.i18n.t('catalog.uses.others', { n: others }))
  return ctx.response.conflict(
    refusal(ctx, 'MATERIAL_IN_USE_IN_REGIONS', {
      name: say(name),
      n: uses.reduce((sum, { n }) => sum + n, 0),
      regions: named.join(ctx.i18n.t('catalog.takers.joiner')),
    })
  )
}

/** The same shape as every refusal of a JSON request has. */
function refusal({ i18n }: HttpContext, code: string, params?: Record<string, string | number>) {
  return { errors: [{ code, message: i18n.t(`errors.${code}`, params) }] }
}
