import { defineConfig } from '@adonisjs/inertia'

export default defineConfig({
  rootView: 'inertia_layout',
  // Signed-in pages are rendered by the browser: a server render costs 20–77 ms of blocking CPU.
  ssr: { enabled: false, entrypoint: 'inertia/ssr.ts' },
})
