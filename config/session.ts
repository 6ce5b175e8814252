import app from '@adonisjs/core/services/app'
import { secureCookies } from '#config/app'
import { defineConfig, stores } from '@adonisjs/session'

export default defineConfig({
  enabled: true,
  cookieName: 'kaoqu-session',
  clearWithBrowser: false,
  age: '2h',
  cookie: { path: '/', httpOnly: true, secure: secureCookies, sameSite: 'lax' },
  store: app.inTest ? 'memory' : 'cookie',
  stores: { cookie: stores.cookie() },
})
