import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

router
  .group(() => {
    router.post('messages/:message/reads', [controllers.messages.MessageReads, 'store'])
  })
  .prefix(':region')
  .as('messages')
  .use([middleware.region(), middleware.candidate()])
