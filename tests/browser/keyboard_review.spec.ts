import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import { Candidate } from '#tests/support/browser_candidate'
import { Person, until } from '#tests/support/browser_person'
import { Reviewer } from '#tests/support/browser_reviewer'

const REGION = 'gd'
/** Two candidates of one point: the second is what waits when the first is finished. */
const FIRST = { account: 'p03', name: '唐宇' }
const SECOND = 'p20'

/** Somebody who never touches the mouse, and counts. */
class Keyboard {
  strokes = 0

  constructor(readonly person: Person) {}

  async press(...keys: string[]) {
    for (const key of keys) {
      this.strokes++
      await this.person.page.keyboard.press(key)
    }
  }

  /** How many keys `work` took. */
  async count(work: () => Promise<void>): Promise<number> {
    const before = this.strokes
    await work()
    return this.strokes - before
  }
}

const open = (reviewer: Reviewer) =>
  reviewer.materials.getByRole('button', { description: /^(未审|退回，未选原因)/ })
const counted = (reviewer: Reviewer) => open(reviewer).count()

async function goesOn(reviewer: Reviewer, keyboard: Keyboard, ...keys: string[]) {
  const before = await counted(reviewer)
  await keyboard.press(...keys)
  await until(`${keys.join(' ')} counts`, async () => (await counted(reviewer)) === before - 1)
}

async function acceptAll(reviewer: Reviewer, keyboard: Keyboard) {
  while ((await counted(reviewer)) > 0) await goesOn(reviewer, keyboard, 'a')
}

async function finish(reviewer: Reviewer, keyboard: Keyboard, confirm: 'Enter' | 'n') {
  await keyboard.press('f')
  await reviewer.page.getByRole('dialog', { name: '完成审核' }).waitFor()
  const here = reviewer.page.url()
  await keyboard.press(confirm)
  await until('it is finished', async () => reviewer.page.url() !== here)
}

async function handIn(person: Person, account: string) {
  const candidate = new Candidate(person, REGION, account)
  await candidate.come()
  await candidate.readNotices()
  // Guangdong has words of its own for the button.
  await person.button('提交报名材料').click()
  await person.page.waitForURL(`**${candidate.dossierPath}`)
  await candidate.uploadAllRequired()
  await candidate.submit()
  return candidate
}

test.group('A reviewer without a mouse', () => {
  test('goes through two dossiers on site, returns with a pin, and sees what changed', async ({
    browser,
  }) => {
    const people: Person[] = []
    const arrive = async (name: string) => {
      const person = await Person.arrive(browser, name, 1440)
      people.push(person)
      return person
    }
    try {
      const one = await arrive(FIRST.account)
      const candidate = await handIn(one, FIRST.account)
      await handIn(await arrive(SECOND), SECOND)
      await one.look('waits-with-originals')

      const clerk = new Reviewer(await arrive('gd-clerk-keys'), REGION, 'gd-clerk')
      await clerk.signIn()
      await clerk.claim(FIRST.name)
      const keys = new Keyboard(clerk.person)
      await keys.press('?')
      await clerk.page.getByRole('dialog', { name: '快捷键' }).waitFor()
      await clerk.person.look('keys')
      await keys.press('Escape')
      await clerk.page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' })
      await clerk.person.look('on-site')

      const items = await counted(clerk)
      const accepting = await keys.count(async () => {
        await acceptAll(clerk, keys)
        await finish(clerk, keys, 'n')
      })
      assert.equal(accepting, items + 2, 'one key for each item, and two to go on')
      await clerk.page.waitForURL(/\/staff\/dossiers\//)
      await until('the second one is there', async () => (await counted(clerk)) > 0)
      await acceptAll(clerk, keys)
      await finish(clerk, keys, 'n')
      await clerk.page.waitForURL(/\/staff\/queue/)
      await clerk.person.says(/没有其他可以领取的材料了/)

      const reviewer = new Reviewer(await arrive('gd-point-keys'), REGION, 'gd-point')
      await reviewer.signIn()
      await reviewer.claim(FIRST.name)
      const second = new Keyboard(reviewer.person)
      const total = await counted(reviewer)
      const returning = await second.count(async () => {
        await goesOn(reviewer, second, '1')
        await second.press('j')
        await goesOn(reviewer, second, '2')
        await second.press('j')
        await acceptAll(reviewer, second)
      })
      assert.equal(returning, total - 2 + 4, 'a return takes a reason and the key to go on')

      // A pin, by keyboard: the cross moves with the arrows, its words are typed where it lands.
      while ((await current(reviewer)) !== 0) await second.press('k')
      await second.press('p', 'ArrowRight', 'ArrowDown', 'Enter')
      await reviewer.page.getByLabel('标注 1 的说明').fill('这里反光,看不清编号')
      await second.press('Enter')
      await reviewer.person.look('pinned')
      await second.press('e', 'Space')
      await reviewer.person.look('aside')
      await second.press('Space', 'f')
      await reviewer.page.getByRole('dialog', { name: '完成审核' }).waitFor()
      await reviewer.person.look('summary')
      await second.press('Enter')
      await reviewer.page.waitForURL(/\/staff\/queue/)

      // The candidate sees the pin on his picture, and mends both.
      await one.page.reload()
      await one.says('这里反光,看不清编号')
      await one.look('returned-with-pin')
      await one.page
        .getByRole('button', { name: /已退回 · 1 处标注/ })
        .first()
        .click()
      await one.page.getByRole('dialog').getByText('这里反光,看不清编号').waitFor()
      await one.look('pin-on-picture')
      await candidate.closeDialog()
      await mend(candidate)

      await reviewer.claim(FIRST.name)
      await reviewer.page.getByText('本次更换').first().waitFor()
      await reviewer.page.getByText('上次提交 · 同步缩放').waitFor()
      await reviewer.person.look('what-changed')
      const phone = await Person.arrive(browser, 'gd-point-phone', 390)
      people.push(phone)
      await new Reviewer(phone, REGION, 'gd-point').signIn()
      await phone.page.goto(reviewer.page.url())
      await phone.says('上次提交 · 同步缩放')
      await phone.look('what-changed')
      await acceptAll(reviewer, second)
      await finish(reviewer, second, 'Enter')
      await reviewer.page.waitForURL(/\/staff\/queue/)
      for (const person of people) person.assertQuiet()
    } catch (error) {
      for (const person of people) await person.shoot('failed').catch(() => {})
      throw error
    } finally {
      await Promise.all(people.map(({ context }) => context.close()))
    }
  })
})

/** Which of the list is looked at. */
function current({ page }: Reviewer) {
  return page.evaluate<number>(
    `[...document.querySelectorAll('nav [aria-describedby^=mark-]')].findIndex((one) => one.getAttribute('aria-current') === 'true')`
  )
}

/** Replaces one picture of each returned item, and hands it in again. */
async function mend(candidate: Candidate) {
  const { page, person } = candidate
  const cards = page.getByRole('article').filter({ hasText: '需更换' })
  for (let left = await cards.count(); left > 0; left--) {
    const card = cards.first()
    const material = await card.locator('h3 span').first().innerText()
    const file = await candidate.photograph(material)
    await card
      .getByRole('button', { name: /^查看第/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.waitFor({ state: 'hidden' })
    await until('the picture is replaced', async () => (await cards.count()) < left)
  }
  await candidate.submit()
  await person.says('上报完成,内容已锁定')
}
