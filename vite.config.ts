import adonisjs from '@adonisjs/vite/client'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    vue(),
    ui({
      router: 'inertia',
      colorMode: false,
      autoImport: { dts: 'inertia/auto-imports.d.ts' },
      components: { dts: 'inertia/components.d.ts' },
      icon: {
        clientBundle: { scan: { globInclude: ['inertia/**/*.{vue,ts}'] }, sizeLimitKb: 64 },
      },
      ui: {
        colors: {
          primary: 'gov',
          secondary: 'sky',
          success: 'emerald',
          info: 'sky',
          warning: 'amber',
          error: 'cinnabar',
          neutral: 'slate',
        },
        // The kit's own hover leaves white text on it at 3.8:1.
        button: {
          compoundVariants: (['primary', 'error'] as const).map((color) => ({
            color,
            variant: 'solid',
            class: `hover:bg-${color}/90 active:bg-${color}/90`,
          })),
        },
        modal: { variants: { overlay: { true: { overlay: 'bg-slate-950/60' } } } },
      },
    }),
    adonisjs({ entryPoints: ['inertia/app.ts'], reload: ['resources/views/**/*.edge'] }),
  ],
  resolve: {
    alias: {
      '~/': `${import.meta.dirname}/inertia/`,
      '@generated': `${import.meta.dirname}/.adonisjs/client/`,
    },
  },
  // plugin-vue declares an ssr environment whose build would empty the client's folder.
  builder: {
    async buildApp(builder) {
      await builder.build(builder.environments.client)
    },
  },
})
