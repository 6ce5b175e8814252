import { test } from '@japa/runner'
import { PREFERENCES_COOKIE } from '#app/shared/middleware/locale_middleware'

test.group('Preferences', () => {
  test('a guest chooses a language, and the pages follow', async ({ client }) => {
    const chosen = await client
      .put('/preferences')
      .json({ locale: 'en', largeType: true })
      .header('referer', '/staff/login')
      .withCsrfToken()
      .redirects(0)
    chosen.assertStatus(302)
    chosen.assertHeader('location', '/staff/login')
    chosen.assertCookie(PREFERENCES_COOKIE)
    const page = await client
      .get('/staff/login')
      .withCookie(PREFERENCES_COOKIE, { locale: 'en', largeType: true })
      .withInertia()
    page.assertInertiaPropsContains({
      locale: 'en',
      preferences: { largeType: true, contrast: false },
    })
  })

  test('what is not named stays', async ({ client, assert }) => {
    const changed = await client
      .put('/preferences')
      .json({ contrast: true })
      .withCookie(PREFERENCES_COOKIE, { locale: 'en', largeType: true })
      .withCsrfToken()
      .redirects(0)
    assert.deepEqual(changed.cookie(PREFERENCES_COOKIE)?.value, {
      locale: 'en',
      largeType: true,
      contrast: true,
    })
  })

  test('a language that is not there is refused', async ({ client }) => {
    const response = await client
      .put('/preferences')
      .json({ locale: 'xx' })
      .accept('json')
      .withCsrfToken()
    response.assertStatus(422)
  })
})
