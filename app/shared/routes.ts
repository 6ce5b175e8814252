import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

router
  .group(() => {
    router.put('/preferences', [controllers.shared.Preferences, 'update'])
    router.get('/health/live', [controllers.shared.Health, 'live'])
    router.get('/health/ready', [controllers.shared.Health, 'ready'])
  })
  .as('shared')
