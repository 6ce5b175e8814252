import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import { Candidate } from '#tests/support/browser_candidate'
import { Person, until, type Width } from '#tests/support/browser_person'
import { Reviewer } from '#tests/support/browser_reviewer'

/** Beijing: the point's reviewers also see the originals, so what they pass on comes back to them. */
const REGION = 'bj'
const ACCOUNT = 'p07'
const NAME = '谢玲'
const WORDS = '这里反光,看不清编号'

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

async function finish(
  reviewer: Reviewer,
  keyboard: Keyboard,
  confirm: 'Enter' | 'n',
  before: () => Promise<void> = async () => {}
) {
  await keyboard.press('f')
  const dialog = reviewer.page.getByRole('dialog', { name: '完成审核' })
  await dialog.waitFor()
  await before()
  await keyboard.press(confirm)
  await dialog.waitFor({ state: 'hidden' })
}

test.group('A reviewer without a mouse', () => {
  test('returns with a pin, sees what changed, and goes on to the originals', async ({
    browser,
  }) => {
    const people: Person[] = []
    const arrive = async (name: string, width: Width = 1440) => {
      const person = await Person.arrive(browser, name, width)
      people.push(person)
      return person
    }
    try {
      const one = await arrive(ACCOUNT)
      const candidate = new Candidate(one, REGION, ACCOUNT)
      await candidate.begin()
      await candidate.uploadAllRequired()
      await candidate.submit()
      await one.says('现场审核请携带原件')
      await one.look('waits-with-originals')

      const reviewer = new Reviewer(await arrive('keyboard'), REGION, 'bj-point-110108')
      const { page, person } = reviewer
      const keys = new Keyboard(person)
      await reviewer.signIn()
      await reviewer.claim(NAME)
      await keys.press('?')
      await page.getByRole('dialog', { name: '快捷键' }).waitFor()
      await person.look('keys')
      await keys.press('Escape')
      await page.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'hidden' })

      const items = await counted(reviewer)
      const returning = await keys.count(async () => {
        await goesOn(reviewer, keys, '1')
        await keys.press('j')
        await goesOn(reviewer, keys, '2')
        await keys.press('j')
        await acceptAll(reviewer, keys)
      })
      assert.equal(returning, items + 2, 'a return takes a reason and the key to go on')

      while ((await current(reviewer)) !== 0) await keys.press('k')
      await throughACut(reviewer, keys)

      // A pin, by keyboard: the cross moves with the arrows, its words are typed where it lands.
      await keys.press('p', 'ArrowRight', 'ArrowDown', 'Enter')
      await page.getByLabel('标注 1 的说明').fill(WORDS)
      await keys.press('Enter')
      await person.look('pinned')
      await keys.press('e', 'Space')
      await person.look('aside')
      await keys.press('Space')
      await finish(reviewer, keys, 'Enter', () => person.look('summary'))
      await page.waitForURL(/\/staff\/queue/)

      // The candidate sees the pin on his picture, and mends both.
      await one.page.reload()
      await one.says(WORDS)
      await one.look('returned-with-pin')
      await one
        .button(/已退回 · 1 处标注/, false)
        .first()
        .click()
      await one.page.getByRole('dialog').getByText(WORDS).waitFor()
      await one.look('pin-on-picture')
      await candidate.closeDialog()
      await mend(candidate)

      await reviewer.claim(NAME)
      await person.says('上次提交 · 同步缩放')
      await person.look('what-changed')
      const phone = await arrive('phone', 390)
      await new Reviewer(phone, REGION, 'bj-point-110108').signIn()
      await phone.page.goto(page.url())
      await phone.says('上次提交 · 同步缩放')
      await phone.look('what-changed')
      await acceptAll(reviewer, keys)
      // What is passed on waits for the same people: it is the next one.
      await finish(reviewer, keys, 'n')
      await person.says('现场核验原件')
      await person.look('originals')

      const originals = await counted(reviewer)
      const accepting = await keys.count(async () => {
        await acceptAll(reviewer, keys)
        await finish(reviewer, keys, 'n')
      })
      assert.equal(accepting, originals + 2, 'one key for each item, and two to go on')
      await person.says(/没有其他可以领取的材料了/)
      for (const somebody of people) somebody.assertQuiet()
    } catch (error) {
      for (const somebody of people) await somebody.shoot('failed').catch(() => {})
      throw error
    } finally {
      await Promise.all(people.map(({ context }) => context.close()))
    }
  })
})

/** What is said without a network stays on the page and is sent by itself; the other tab hears of it. */
async function throughACut({ page, person }: Reviewer, keys: Keyboard) {
  person.expects(/ERR_INTERNET_DISCONNECTED|Failed to fetch|EventSource/)
  const other = await person.newTab()
  await other.goto(page.url())
  await page.bringToFront()
  await person.context.setOffline(true)
  await keys.press('i')
  await page.getByLabel('补充说明').fill('请重新拍摄')
  await page.getByLabel('补充说明').blur()
  await person.says('没有保存')
  await person.context.setOffline(false)
  await page.getByText('没有保存').first().waitFor({ state: 'hidden' })
  await other.reload()
  await other.getByLabel('补充说明').waitFor()
  assert.equal(await other.getByLabel('补充说明').inputValue(), '请重新拍摄')
  await other.close()
}

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
