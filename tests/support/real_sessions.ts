import app from '@adonisjs/core/services/app'
import { configProvider } from '@adonisjs/core'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import type { Group } from '@japa/runner/core'

/** Tests keep sessions in memory; these ask the store that people get. */
export function withRealSessions(group: Group) {
  group.each.setup(async () => {
    const config: any = await configProvider.resolve(app, app.config.get('session'))
    const emitter = await app.container.make('emitter')
    app.container.swap(
      SessionMiddleware,
      () => new SessionMiddleware({ ...config, store: 'signedIn' }, emitter)
    )
    return () => app.container.restore(SessionMiddleware)
  })
}
