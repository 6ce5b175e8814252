import router from '@adonisjs/core/services/router'
import { REGION_ID } from '#app/regions/region_id'

router.where('region', { match: REGION_ID })

await import('#app/shared/routes')
await import('#app/identity/routes')
await import('#app/regions/routes')
await import('#app/messages/routes')
await import('#app/catalog/routes')
await import('#app/registrations/routes')
await import('#app/dossiers/routes')
await import('#app/review/routes')
await import('#app/reports/routes')
await import('#app/administration/routes')
