import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

router
  .group(() => {
    router.post('phone-confirmation', [controllers.registrations.PhoneConfirmations, 'store'])
  })
  .prefix(':region')
  .as('registrations')
  .use([middleware.region(), middleware.candidate()])
