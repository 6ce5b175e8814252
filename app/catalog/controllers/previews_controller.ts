import type { HttpContext } from '@adonisjs/core/http'
import { previewPage } from '#app/catalog/queries/preview_page'
import RegionPolicy from '#app/regions/policies/region_policy'

/** A release as a sample candidate sees it, the draft above all. */
export default class PreviewsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(RegionPolicy).authorize('view', ctx.region)
    const { release = 'draft', persona = null, facts } = ctx.request.qs()
    const page = await previewPage({
      release: String(release),
      persona: persona === null ? null : String(persona),
      facts: parsed(facts),
    })
    return ctx.inertia.render('catalog/preview', page)
  }
}

/** Facts stand in the address as JSON, so that a preview can be sent to somebody. */
function parsed(text: unknown): Record<string, unknown> | null {
  if (typeof text !== 'string') return null
  try {
    const facts: unknown = JSON.parse(text)
    return typeof facts === 'object' && facts !== null && !Array.isArray(facts)
      ? (facts as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
