import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#app/shared/exceptions/handler'))

server.use([
  () => import('#app/shared/middleware/container_bindings_middleware'),
  () => import('@adonisjs/static/static_middleware'),
  () => import('#app/shared/middleware/locale_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
  () => import('#app/identity/middleware/inertia_middleware'),
])

// Session and CSRF come before the body: a guest's upload is refused without reading it.
router.use([
  () => import('@adonisjs/session/session_middleware'),
  () => import('@adonisjs/shield/shield_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
])

export const middleware = router.named({
  region: () => import('#app/regions/middleware/region_middleware'),
  candidate: () => import('#app/identity/middleware/candidate_middleware'),
  knowCandidate: () => import('#app/identity/middleware/know_candidate_middleware'),
  staff: () => import('#app/identity/middleware/staff_middleware'),
  staffOfRegion: () => import('#app/identity/middleware/staff_of_region_middleware'),
})
