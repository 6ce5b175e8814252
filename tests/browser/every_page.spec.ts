import { strict as assert } from 'node:assert'
import { existsSync, globSync, readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { Candidate } from '#tests/support/browser_candidate'
import { pagesOf, REGION, type Viewer } from '#tests/support/browser_pages'
import { journey, type Person, type Scene } from '#tests/support/browser_person'
import { Reviewer } from '#tests/support/browser_reviewer'

const LOCALES = ['zh-CN', 'en'] as const
type Locale = (typeof LOCALES)[number]

/** Components that were looked at, over all journeys of this file. */
const seen = new Set<string>()

/** Somebody signed in, or a guest. */
async function arrive(scene: Scene, viewer: Viewer): Promise<Person> {
  const person = await scene.arrive(`pages-${viewer ?? 'guest'}`)
  if (viewer === null) await person.page.goto('/staff/login')
  else {
    const [region] = viewer.split('-')
    await new Reviewer(person, region!, viewer).enter()
  }
  return person
}

/** Sends something as the page would, and gives what comes back; null for what leads elsewhere. */
async function send({ page }: Person, method: string, path: string, body: object) {
  const sent = JSON.stringify([path, { method, body: JSON.stringify(body), redirect: 'manual' }])
  const { status, text } = await page.evaluate<{ status: number; text: string }>(
    `(async ([path, sent]) => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1])
      const headers = {
        'accept': 'application/json',
        'content-type': 'application/json',
        'x-xsrf-token': token,
      }
      const answer = await fetch(path, { ...sent, headers })
      return { status: answer.status, text: await answer.text() }
    })(${sent})`
  )
  assert.ok(status < 300, `${method} ${path}: ${status} ${text}`)
  return text ? JSON.parse(text) : null
}

const speak = (person: Person, locale: Locale) => send(person, 'PUT', '/preferences', { locale })

/** A notice with a text of its own, and the link to a phone: made once, whichever width comes first. */
let prepared: Promise<string> | undefined

async function prepare(scene: Scene): Promise<string> {
  const admin = await arrive(scene, 'sd-admin')
  await send(admin, 'POST', `/${REGION}/staff/notices`, {
    titleZh: '关于报名材料拍摄的补充说明',
    titleEn: 'How to photograph your materials',
    kind: 'text',
    bodyZh: '请在光线充足处**正对**原件拍摄。\n\n1. 四角完整\n2. 文字清楚\n3. 无遮挡、无反光',
    bodyEn:
      'Please photograph the **original**, straight on.\n\n1. all corners\n2. sharp\n3. no glare',
    mustRead: false,
    status: 'shown',
  })
  const person = await scene.arrive('pages-candidate')
  const candidate = new Candidate(person, REGION, 'p08')
  await candidate.signInFirstTime()
  await send(person, 'POST', `/${REGION}/phone-confirmation`, {})
  await person.page.reload()
  await candidate.readNotices()
  await send(person, 'POST', `/${REGION}/dossier`, {})
  const { path } = await send(person, 'POST', `/${REGION}/dossier/handovers`, {})
  return path
}

async function componentOf({ page }: Person): Promise<string> {
  const text = await page.locator('script[data-page]').first().textContent()
  return JSON.parse(text!).component
}

test.group('Every page', () => {
  test('has a visit, and each visit a page', () => {
    const { gone, journeys, unknown } = pagesOf()
    assert.deepEqual(unknown, [], 'say in tests/support/browser_pages.ts how these are reached')
    assert.deepEqual(gone, [], 'no route has these any more: tests/support/browser_pages.ts')
    for (const file of journeys) assert.ok(existsSync(app.makePath('tests/browser', file)), file)
  })

  for (const viewer of ['platform', 'sd-admin', 'auditor', null] as const) {
    journey(`as ${viewer ?? 'a guest'} sees it, in both languages`, async (scene) => {
      const { visits } = pagesOf()
      if (viewer === null) await (prepared ??= prepare(scene))
      const person = await arrive(scene, viewer)
      for (const locale of LOCALES) {
        await speak(person, locale)
        for (const { link, path, route } of visits.filter((visit) => visit.viewer === viewer)) {
          const address = path === 'handover' ? await prepared! : path
          const answer = await person.page.goto(address)
          assert.equal(answer?.status(), 200, address)
          if (link) await person.follow(link)
          seen.add(await componentOf(person))
          await person.glance(`${route.replaceAll(/[/:]+/g, '-').slice(1) || 'home'}-${locale}`)
        }
      }
    })
  }
})

const CATALOGS = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    JSON.parse(readFileSync(app.makePath(`resources/lang/${locale}/errors.json`), 'utf8')),
  ])
) as Record<Locale, Record<string, string>>

/** What a person may meet, as the server would send it (app/shared/exceptions/handler.ts). */
const MISHAPS = [
  [403, 'NOT_ALLOWED'],
  [409, 'STATE_MOVED_ON'],
  [419, 'PAGE_EXPIRED'],
  [429, 'TOO_MANY_TRIES'],
  [500, 'OUR_FAULT'],
  [503, 'REGISTRATION_SYSTEM_DOWN'],
] as const

test.group('Pages of errors', () => {
  journey('missing, forbidden and everything else, in both languages', async (scene) => {
    const person = await arrive(scene, 'sc-point')
    const { page } = person
    person.expects(/status of (403|404|409|419|429|500|503)/)
    let whole = ''
    for (const locale of LOCALES) {
      await speak(person, locale)
      for (const [path, status] of [
        ['/sc/nothing-here', 404],
        ['/sc/staff/people', 403],
      ] as const) {
        const answer = await page.goto(path)
        assert.equal(answer?.status(), status)
        whole = await answer!.text()
        seen.add(await componentOf(person))
        await person.glance(`error-${status}-${locale}`)
      }
      // Not all of them can be had by asking, so the page is given what the handler would send.
      for (const [status, code] of MISHAPS) {
        const body = whole.replace(
          /(<script[^>]*data-page[^>]*>)(.*?)(<\/script>)/s,
          (_, ...parts) => {
            const sent = JSON.parse(parts[1])
            Object.assign(sent.props, {
              status,
              code,
              message: CATALOGS[locale][code],
              requestId: status === 500 ? '01a20750-ae85-72af-be84-7e6454a18acf' : null,
              retryUrl: status === 503 ? '/sc' : null,
            })
            return `${parts[0]}${JSON.stringify(sent).replaceAll('/', '\\/')}${parts[2]}`
          }
        )
        await page.route('**/sc/mishap', (route) =>
          route.fulfill({ status, contentType: 'text/html; charset=utf-8', body })
        )
        await page.goto('/sc/mishap')
        await person.says(CATALOGS[locale][code]!.slice(0, 12))
        if (status === 500) await person.says('01a20750')
        await person.glance(`error-${status}-${locale}`)
        await page.unroute('**/sc/mishap')
      }
    }
  })

  test('all components were looked at here or on a journey', () => {
    const files = globSync('inertia/pages/**/*.vue', { cwd: app.makePath() })
    const components = files.map((file) => file.replace('inertia/pages/', '').replace('.vue', ''))
    const missing = components.filter((one) => !seen.has(one) && !ON_JOURNEYS.includes(one))
    assert.deepEqual(missing, [])
  })
})

/** Shown by the addresses that tests/support/browser_pages.ts leaves to journeys. */
const ON_JOURNEYS = [
  ...['identity/sign_in_code', 'identity/second_factor', 'identity/set_password'],
  ...['identity/recovery_codes', 'identity/people', 'dossiers/show', 'review/show'],
  ...['review/assisted_upload', 'reports/print'],
]
