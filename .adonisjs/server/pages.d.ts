import '@adonisjs/inertia/types'

import type { VNodeProps, AllowedComponentProps, ComponentInstance } from 'vue'

type ExtractProps<T> = Omit<
  ComponentInstance<T>['$props'],
  keyof VNodeProps | keyof AllowedComponentProps
>

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'administration/contacts': ExtractProps<(typeof import('../../inertia/pages/administration/contacts.vue'))['default']>
    'administration/new_region': ExtractProps<(typeof import('../../inertia/pages/administration/new_region.vue'))['default']>
    'administration/notices': ExtractProps<(typeof import('../../inertia/pages/administration/notices.vue'))['default']>
    'administration/points': ExtractProps<(typeof import('../../inertia/pages/administration/points.vue'))['default']>
    'administration/region_import': ExtractProps<(typeof import('../../inertia/pages/administration/region_import.vue'))['default']>
    'administration/regions': ExtractProps<(typeof import('../../inertia/pages/administration/regions.vue'))['default']>
    'catalog/base': ExtractProps<(typeof import('../../inertia/pages/catalog/base.vue'))['default']>
    'catalog/compare': ExtractProps<(typeof import('../../inertia/pages/catalog/compare.vue'))['default']>
    'catalog/draft': ExtractProps<(typeof import('../../inertia/pages/catalog/draft.vue'))['default']>
    'catalog/history': ExtractProps<(typeof import('../../inertia/pages/catalog/history.vue'))['default']>
    'catalog/material': ExtractProps<(typeof import('../../inertia/pages/catalog/material.vue'))['default']>
    'catalog/materials': ExtractProps<(typeof import('../../inertia/pages/catalog/materials.vue'))['default']>
    'catalog/preview': ExtractProps<(typeof import('../../inertia/pages/catalog/preview.vue'))['default']>
    'catalog/publish': ExtractProps<(typeof import('../../inertia/pages/catalog/publish.vue'))['default']>
    'catalog/releases': ExtractProps<(typeof import('../../inertia/pages/catalog/releases.vue'))['default']>
    'dossiers/handover': ExtractProps<(typeof import('../../inertia/pages/dossiers/handover.vue'))['default']>
    'dossiers/show': ExtractProps<(typeof import('../../inertia/pages/dossiers/show.vue'))['default']>
    'errors/show': ExtractProps<(typeof import('../../inertia/pages/errors/show.vue'))['default']>
    'home/index': ExtractProps<(typeof import('../../inertia/pages/home/index.vue'))['default']>
    'identity/account': ExtractProps<(typeof import('../../inertia/pages/identity/account.vue'))['default']>
    'identity/people': ExtractProps<(typeof import('../../inertia/pages/identity/people.vue'))['default']>
    'identity/recovery_codes': ExtractProps<(typeof import('../../inertia/pages/identity/recovery_codes.vue'))['default']>
    'identity/second_factor': ExtractProps<(typeof import('../../inertia/pages/identity/second_factor.vue'))['default']>
    'identity/set_password': ExtractProps<(typeof import('../../inertia/pages/identity/set_password.vue'))['default']>
    'identity/sign_in_code': ExtractProps<(typeof import('../../inertia/pages/identity/sign_in_code.vue'))['default']>
    'identity/staff_login': ExtractProps<(typeof import('../../inertia/pages/identity/staff_login.vue'))['default']>
    'regions/notice': ExtractProps<(typeof import('../../inertia/pages/regions/notice.vue'))['default']>
    'regions/portal': ExtractProps<(typeof import('../../inertia/pages/regions/portal.vue'))['default']>
    'regions/season': ExtractProps<(typeof import('../../inertia/pages/regions/season.vue'))['default']>
    'regions/seasons': ExtractProps<(typeof import('../../inertia/pages/regions/seasons.vue'))['default']>
    'reports/exports': ExtractProps<(typeof import('../../inertia/pages/reports/exports.vue'))['default']>
    'reports/print': ExtractProps<(typeof import('../../inertia/pages/reports/print.vue'))['default']>
    'reports/statistics': ExtractProps<(typeof import('../../inertia/pages/reports/statistics.vue'))['default']>
    'review/assisted_search': ExtractProps<(typeof import('../../inertia/pages/review/assisted_search.vue'))['default']>
    'review/assisted_upload': ExtractProps<(typeof import('../../inertia/pages/review/assisted_upload.vue'))['default']>
    'review/phone_list': ExtractProps<(typeof import('../../inertia/pages/review/phone_list.vue'))['default']>
    'review/queue': ExtractProps<(typeof import('../../inertia/pages/review/queue.vue'))['default']>
    'review/second_looks': ExtractProps<(typeof import('../../inertia/pages/review/second_looks.vue'))['default']>
    'review/show': ExtractProps<(typeof import('../../inertia/pages/review/show.vue'))['default']>
    'review/staff_home': ExtractProps<(typeof import('../../inertia/pages/review/staff_home.vue'))['default']>
  }
}
