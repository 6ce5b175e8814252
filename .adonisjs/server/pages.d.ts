import '@adonisjs/inertia/types'

import type { VNodeProps, AllowedComponentProps, ComponentInstance } from 'vue'

type ExtractProps<T> = Omit<
  ComponentInstance<T>['$props'],
  keyof VNodeProps | keyof AllowedComponentProps
>

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'dossiers/show': ExtractProps<(typeof import('../../inertia/pages/dossiers/show.vue'))['default']>
    'errors/show': ExtractProps<(typeof import('../../inertia/pages/errors/show.vue'))['default']>
    'home/index': ExtractProps<(typeof import('../../inertia/pages/home/index.vue'))['default']>
    'identity/staff_home': ExtractProps<(typeof import('../../inertia/pages/identity/staff_home.vue'))['default']>
    'identity/staff_login': ExtractProps<(typeof import('../../inertia/pages/identity/staff_login.vue'))['default']>
    'regions/portal': ExtractProps<(typeof import('../../inertia/pages/regions/portal.vue'))['default']>
    'review/queue': ExtractProps<(typeof import('../../inertia/pages/review/queue.vue'))['default']>
    'review/show': ExtractProps<(typeof import('../../inertia/pages/review/show.vue'))['default']>
  }
}
