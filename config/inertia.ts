import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/inertia'

export default defineConfig({
  rootView: 'inertia_layout',
  // Tests ask for page data without knowing the build.
  ...(app.inTest && { assetsVersion: '1' }),
  // Signed-in pages are rendered by the browser: a server render costs 20–77 ms of blocking CPU.
  ssr: { enabled: false, entrypoint: 'inertia/ssr.ts' },
})
