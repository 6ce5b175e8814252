import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

router
  .group(() => {
    router.get('/auth/callback', [controllers.identity.SignIns, 'store'])
    router.post('/sign-out', [controllers.identity.Sessions, 'destroy'])

    router
      .group(() => {
        router.get('/sign-in', [controllers.identity.SignIns, 'create'])
        router.get('/session', [controllers.identity.Sessions, 'show'])
      })
      .prefix('/:region')
      .use(middleware.region())

    router.get('/staff/login', [controllers.identity.StaffSessions, 'create'])
    router.post('/staff/login', [controllers.identity.StaffSessions, 'store'])
    router.post('/staff/logout', [controllers.identity.StaffSessions, 'destroy'])
    router.get('/staff', [controllers.identity.StaffHomes, 'show']).use(middleware.staff())
  })
  .as('identity')
