import router from '@adonisjs/core/services/router'

/** Region ids may not take these words: they are paths of their own. */
const RESERVED = ['staff', 'platform', 'health', 'auth', 'preferences', 'samples', 'assets']

router.where('region', {
  match: new RegExp(`^(?!(?:${RESERVED.join('|')})$)[a-z][a-z0-9-]{1,15}$`),
})

await import('#app/shared/routes')
await import('#app/identity/routes')
await import('#app/regions/routes')
await import('#app/messages/routes')
await import('#app/dossiers/routes')
await import('#app/review/routes')
