import './theme'
import './css/app.css'
import { _api } from '@iconify/vue'
import { createInertiaApp } from '@inertiajs/vue3'
import { resolvePageComponent } from '@adonisjs/inertia/helpers'
import icons from '@nuxt/ui/runtime/vue/plugins/icons.js'
import { createApp, h, type DefineComponent } from 'vue'
import { loadTexts } from '~/composables/catalogs'
import { t } from '~/composables/use_text'
import CandidateLayout from '~/layouts/candidate.vue'
import Root from '~/layouts/root.vue'
import type { SharedProps } from '~/types/shared'

// An icon that was not bundled must never be asked of a foreign host.
_api.setFetch(() => Promise.reject(new Error('icons are bundled')))

/** Staff pages bring their own texts; the candidate's page does not pay for them. */
const STAFF_PAGES = /^(review|identity|administration|catalog|reports|regions\/season)/

void createInertiaApp({
  title: (title) => (title ? `${title} · ${t('shell.brand')}` : t('shell.brand')),

  async resolve(name, page) {
    const { locale } = (page?.props ?? { locale: 'zh-CN' }) as unknown as SharedProps
    const [component] = await Promise.all([
      resolvePageComponent(
        `./pages/${name}.vue`,
        import.meta.glob<DefineComponent>('./pages/**/*.vue'),
        CandidateLayout
      ),
      loadTexts(locale, STAFF_PAGES.test(name)),
    ])
    return component
  },

  setup({ el, App, props, plugin }) {
    const root = { render: () => h(Root, null, { default: () => h(App, props) }) }
    // Only the icons of Nuxt UI's plugin: its colours are static in app.css, because a style
    // element written at run time would need a hole in the content security policy.
    createApp(root).use(plugin).use(icons).mount(el!)
  },

  progress: { includeCSS: false, delay: 150 },
})
