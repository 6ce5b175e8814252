import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { Candidate, PASSWORD } from '#tests/support/browser_candidate'
import { journey } from '#tests/support/browser_person'

const PEOPLE = {
  390: { account: 'p19', reviewer: 'bj-point-110108' },
  1440: { account: 'p05', reviewer: 'bj-point' },
}

type Catalog = { [key: string]: string | Catalog }

/** The English text of a key, up to its first parameter. */
function english(file: 'ui' | 'staff', key: string): string {
  const catalog = JSON.parse(readFileSync(app.makePath(`resources/lang/en/${file}.json`), 'utf8'))
  const text = key
    .split('.')
    .reduce<Catalog | string>((at, part) => (at as Catalog)[part]!, catalog)
  return (text as string).split('{')[0]!.trim()
}
const ui = (key: string) => english('ui', key)
const staff = (key: string) => english('staff', key)

test.group('The same pages for everybody', () => {
  journey('in English, in large type, with high contrast', async (scene) => {
    const { account, reviewer: login } = PEOPLE[scene.width]
    const person = await scene.arrive(`english-${account}`)
    const { page } = person
    const candidate = new Candidate(person, 'bj', account)
    await candidate.begin()
    await candidate.uploadAllRequired()

    await person.button('English').click()
    await page.locator('html[lang=en]').waitFor()
    await person.look('materials-en')
    await person.button(ui('dossier.sample')).first().click()
    await page.getByRole('dialog').getByRole('img').first().waitFor()
    await person.look('sample-en')
    await page.keyboard.press('Escape')
    for (const path of ['/', '/bj', '/ha']) {
      await page.goto(path)
      await person.look(`page${path.replaceAll('/', '-')}-en`)
    }

    await person.button(ui('shell.display')).click()
    await page.getByRole('switch', { name: ui('shell.large_type') }).click()
    await page.locator('[role=switch][aria-checked=true]').first().waitFor()
    await page.getByRole('switch', { name: ui('shell.contrast') }).click()
    await page.locator('[role=switch][aria-checked=true]').nth(1).waitFor()
    await page.goto('/')
    await person.look('home-large')
    await page.goto('/bj')
    await person.look('portal-large')
    await page.goto('/bj/dossier')
    await page.getByRole('article').first().waitFor()
    await person.look('materials-large')
    await person.button(ui('submit.button')).click()
    await page.getByRole('dialog').getByRole('checkbox').check()
    await person.look('declaration-large')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: ui('submit.confirm') })
      .click()
    await page.getByText(ui('outcome.submitted.title')).first().waitFor()
    await person.look('receipt-large')
    person.expects(/status of 404/)
    await page.goto('/bj/nothing-here')
    await person.look('not-found-large')

    const colleague = await scene.arrive(`english-${login}`)
    await colleague.page.goto('/staff/login')
    await colleague.button('English').click()
    await colleague.page.locator('html[lang=en]').waitFor()
    await colleague.look('staff-login-en')
    await colleague.page.getByLabel(staff('login.account'), { exact: true }).fill(login)
    await colleague.page.getByLabel(staff('login.password'), { exact: true }).fill(PASSWORD)
    await colleague.button(staff('login.submit')).click()
    await colleague.page.waitForURL(/\/staff(\/queue)?$/)
    await colleague.look('staff-home-en')
    await colleague.page.goto('/bj/staff/queue')
    await colleague.look('queue-en')
    await colleague.button(new RegExp(`^${staff('queue.review')} `)).click()
    await colleague.page.waitForURL(/\/staff\/dossiers\//)
    await colleague.look('workbench-en')
  })
})
