import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import BaseInertiaMiddleware from '@adonisjs/inertia/inertia_middleware'
import { clock } from '#app/shared/clock'
import env from '#start/env'

/**
 * What every page knows. Error pages are rendered before session or region exist, so nothing here
 * asks the database.
 */
export default class InertiaMiddleware extends BaseInertiaMiddleware {
  share(ctx: HttpContext) {
    const { session, region, viewer, preferences } = ctx as Partial<HttpContext>
    return {
      locale: ctx.inertia.always(ctx.i18n.locale as 'zh-CN' | 'en'),
      now: ctx.inertia.always(clock.now()),
      demo: ctx.inertia.always(env.get('KAOQU_DEMO', false)),
      viewer: ctx.inertia.always(viewer ?? null),
      region: ctx.inertia.always(region ? { id: region.id, zh: region.zh, en: region.en } : null),
      preferences: ctx.inertia.always({
        largeType: preferences?.largeType ?? false,
        contrast: preferences?.contrast ?? false,
      }),
      flash: ctx.inertia.always({
        error: (session?.flashMessages.get('error') as string | undefined) ?? null,
        success: (session?.flashMessages.get('success') as string | undefined) ?? null,
      }),
      errors: ctx.inertia.always(this.getValidationErrors(ctx)),
    }
  }

  async handle(ctx: HttpContext, next: NextFn) {
    await this.init(ctx)
    const output = await next()
    this.dispose(ctx)
    return output
  }
}

declare module '@adonisjs/inertia/types' {
  type MiddlewareSharedProps = InferSharedProps<InertiaMiddleware>
  export interface SharedProps extends MiddlewareSharedProps {}
}
