import app from '@adonisjs/core/services/app'
import { configProvider } from '@adonisjs/core'
import { secureCookies } from '#config/app'
import { defineConfig, stores } from '@adonisjs/session'
import type { SessionStoreFactory } from '@adonisjs/session/types'

/** Guests in their cookie, signed-in people in the table `sessions` (ARCHITECTURE.md, Sessions). */
const signedIn = configProvider.create<SessionStoreFactory>(async (application) => {
  const [{ SessionStore }, guests] = await Promise.all([
    import('#app/shared/session_store'),
    stores.cookie().resolver(application),
  ])
  return (ctx, config) => new SessionStore(ctx, config.cookieName, guests(ctx, config))
})

export default defineConfig({
  enabled: true,
  cookieName: 'kaoqu-session',
  clearWithBrowser: false,
  age: '2h',
  cookie: { path: '/', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
  store: app.inTest ? 'memory' : 'signedIn',
  stores: { signedIn },
})
