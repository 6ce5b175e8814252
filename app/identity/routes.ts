import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { identity } = controllers

router
  .group(() => {
    router.get('/auth/callback', [identity.SignIns, 'store'])
    router.post('/sign-out', [identity.Sessions, 'destroy'])

    router
      .group(() => {
        router.get('/sign-in', [identity.SignIns, 'create'])
        router.get('/session', [identity.Sessions, 'show'])
      })
      .prefix('/:region')
      .use(middleware.region())

    router.get('/staff/login', [identity.StaffSessions, 'create'])
    router.post('/staff/login', [identity.StaffSessions, 'store'])
    router.get('/staff/login/code', [identity.SignInCodes, 'create'])
    router.post('/staff/login/code', [identity.SignInCodes, 'store'])
    router.get('/staff/second-factor', [identity.SecondFactors, 'create'])
    router.post('/staff/second-factor', [identity.SecondFactors, 'store'])
    router.get('/staff/links/:token', [identity.StaffLinks, 'show'])
    router.post('/staff/links/:token', [identity.StaffLinks, 'store'])
    router.post('/staff/logout', [identity.StaffSessions, 'destroy'])

    router
      .group(() => {
        router.get('/account', [identity.StaffAccounts, 'show'])
        router.put('/account/password', [identity.StaffPasswords, 'update'])
        router.put('/account/email', [identity.MailAddresses, 'update'])
        router.put('/account/id-number', [identity.IdNumbers, 'update'])
        router.delete('/account/id-number', [identity.IdNumbers, 'destroy'])
        router.delete('/account/sessions', [identity.Devices, 'clear'])
        router.delete('/account/sessions/:device', [identity.Devices, 'destroy'])
        router.delete('/second-factor', [identity.SecondFactors, 'destroy'])
        router.get('/recovery-codes', [identity.RecoveryCodes, 'show'])
        router.post('/recovery-codes', [identity.RecoveryCodes, 'store'])
      })
      .prefix('/staff')
      .use(middleware.staff())

    router
      .group(() => {
        router.get('/', [identity.People, 'index'])
        router.post('/', [identity.People, 'store'])
        router.delete('/:person', [identity.People, 'destroy'])
        router.put('/:person/roles', [identity.StaffRoles, 'update'])
        router.post('/:person/suspension', [identity.Suspensions, 'store'])
        router.delete('/:person/suspension', [identity.Suspensions, 'destroy'])
        router.post('/:person/password-links', [identity.PasswordLinks, 'store'])
        router.post('/:person/second-factor-resets', [identity.SecondFactorResets, 'store'])
        router.put('/:person/second-factor-resets/:reset', [identity.SecondFactorResets, 'update'])
        router.delete('/:person/second-factor-resets/:reset', [
          identity.SecondFactorResets,
          'destroy',
        ])
      })
      .prefix('/:region/staff/people')
      .use([middleware.region(), middleware.staff()])
  })
  .as('identity')
