import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { portal, SCREENSHOTS } from '#tests/support/browser_portal'

export const WIDTHS = [390, 1440] as const
export type Width = (typeof WIDTHS)[number]

/** A step that takes longer than this would have sent a person away. */
const PATIENCE_MS = 15_000

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  help: string
  nodes: { html: string; failureSummary?: string }[]
}

/**
 * Somebody in front of a browser of one width. What he should never meet is kept and fails the
 * journey: errors on the console (refusals of the content security policy among them), exceptions,
 * requests to any other host.
 */
export class Person {
  #unexpected: string[] = []
  #expected: RegExp[] = []
  #shots = 0

  private constructor(
    readonly name: string,
    readonly width: Width,
    readonly context: BrowserContext,
    readonly page: Page
  ) {}

  static async arrive(browser: Browser, name: string, width: Width): Promise<Person> {
    const phone = width < 700
    const context = await browser.newContext({
      baseURL: portal.url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width, height: phone ? 844 : 900 },
      isMobile: phone,
      hasTouch: phone,
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    const person = new Person(name, width, context, page)
    person.#watch()
    return person
  }

  get isOnPhone() {
    return this.width < 700
  }

  #watch() {
    const note = (what: string) => {
      if (!this.#expected.some((pattern) => pattern.test(what))) this.#unexpected.push(what)
    }
    this.context.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      note(`console: ${message.text()} (${message.location().url})`)
    })
    this.context.on('weberror', (error) => note(`exception: ${error.error().stack}`))
    this.context.on('request', (request) => {
      const url = request.url()
      if (/^(data|blob):/.test(url)) return
      if (![portal.url, portal.sandboxUrl].includes(new URL(url).origin)) note(`foreign: ${url}`)
    })
  }

  /** From now on this is no surprise: a refusal that the journey asks for shows on the console too. */
  expects(...patterns: RegExp[]) {
    this.#expected.push(...patterns)
  }

  /** A further tab of the same browser. */
  newTab(): Promise<Page> {
    return this.context.newPage()
  }

  assertQuiet() {
    assert.deepEqual(this.#unexpected, [], `${this.name} met what nobody should meet`)
  }

  button(name: string | RegExp, exact = true): Locator {
    return this.page.getByRole('button', { name, exact }).filter({ visible: true })
  }

  says(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  /**
   * Looks at the page as it is now, by day and by night: a picture of each for people, no accessibility
   * violation, nothing wider than the screen, a title, no text that was left untranslated.
   */
  async look(name: string, page = this.page) {
    await page.waitForLoadState()
    await settle(page)
    await assertFits(page, name)
    await assertTranslated(page, name)
    assert.notEqual(await page.title(), '', `${name} has a title`)
    await this.shoot(name, page)
    await assertAccessible(page, name)
    await page.emulateMedia({ colorScheme: 'dark' })
    await settle(page)
    await this.shoot(`${name}-dark`, page)
    await assertAccessible(page, `${name} by night`, ['color-contrast'])
    await page.emulateMedia({ colorScheme: 'light' })
  }

  /** The same in a hurry, for pages that nothing is done on: by day only. */
  async glance(name: string) {
    const { page } = this
    await page.waitForLoadState()
    await settle(page)
    await assertFits(page, name)
    await assertTranslated(page, name)
    assert.notEqual(await page.title(), '', `${name} has a title`)
    await this.shoot(name)
    await assertAccessible(page, name)
  }

  /** Goes to where the first link of that kind leads. */
  async follow(link: RegExp) {
    let path: string | undefined
    await until(`a link like ${link} on ${this.page.url()}`, async () => {
      const hrefs = await this.page.evaluate<string[]>(
        `[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))`
      )
      return (path = hrefs.find((href) => link.test(href))) !== undefined
    })
    const answer = await this.page.goto(path!)
    assert.equal(answer?.status(), 200, path)
  }

  async shoot(name: string, page = this.page) {
    const folder = join(SCREENSHOTS, String(this.width))
    mkdirSync(folder, { recursive: true })
    const number = String(++this.#shots).padStart(2, '0')
    const dialog = await page.getByRole('dialog').filter({ visible: true }).count()
    if (dialog === 0) await showWhole(page)
    await page.screenshot({
      path: join(folder, `${this.name}-${number}-${name}.jpg`),
      // Encoded in a fraction of a PNG's time.
      type: 'jpeg',
      quality: 85,
      fullPage: dialog === 0,
    })
  }
}

/** Asks again until it is so. */
export async function until(what: string, isSo: () => Promise<boolean>) {
  for (const deadline = Date.now() + PATIENCE_MS; !(await isSo()); await sleep(50)) {
    assert.ok(Date.now() < deadline, `waited in vain: ${what}`)
  }
}

/** The picture shows the whole page from the top: also what is drawn only once one scrolls there. */
async function showWhole(page: Page) {
  await page.evaluate(`Promise.allSettled(
    [...document.images].map((image) => ((image.loading = 'eager'), image.decode()))
  ).then(() => scrollTo(0, 0))`)
}

/** Colours and dialogs on their way are neither what a person sees nor what axe should measure. */
async function settle(page: Page) {
  await page.evaluate(`new Promise(requestAnimationFrame)
    .then(() => new Promise(requestAnimationFrame))
    .then(() => Promise.allSettled(
      document.getAnimations()
        .filter(({ effect }) => effect.getComputedTiming().iterations < Infinity)
        .map(({ finished }) => finished)
    ))
    .then(() => {})`)
}

async function assertFits(page: Page, name: string) {
  const needed = await page.evaluate<number>('document.documentElement.scrollWidth')
  const { width } = page.viewportSize()!
  assert.ok(needed <= width, `${name} scrolls sideways: ${needed} px on ${width} px`)
}

/** Keys of the catalogs and parameters that nobody filled in. */
async function assertTranslated(page: Page, name: string) {
  const text = await page.locator('body').innerText()
  const raw = text
    .split('\n')
    .filter((line) => /^\s*[a-z_]+(\.[a-z_0-9]+)+\s*$/.test(line) || /[{}]/.test(line))
  assert.deepEqual(raw, [], `${name} shows texts that were not translated`)
}

async function assertAccessible(page: Page, name: string, rules?: string[]) {
  // Through the debugger: a script element would be refused by the content security policy.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(AXE)
  const runOnly = rules ? { runOnly: { type: 'rule', values: rules } } : {}
  const options = JSON.stringify({ resultTypes: ['violations'], ...runOnly })
  const { violations } = await page.evaluate<{ violations: Violation[] }>(`axe.run(${options})`)
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`)
  )
  assert.deepEqual(told, [], `${name} is not accessible`)
}

/** What a journey is made of: people who come as it needs them. */
export interface Scene {
  width: Width
  arrive: (name: string) => Promise<Person>
}

/** A journey at both widths; whoever took part must have met nothing odd. */
export function journey(title: string, run: (scene: Scene) => Promise<void>) {
  for (const width of WIDTHS) {
    test(`${title}, ${width} px`, async ({ browser }) => {
      const people: Person[] = []
      const arrive = async (name: string) => {
        const person = await Person.arrive(browser, name, width)
        people.push(person)
        return person
      }
      try {
        await run({ width, arrive })
        for (const person of people) person.assertQuiet()
      } catch (error) {
        for (const person of people) await person.shoot('failed').catch(() => {})
        throw error
      } finally {
        await Promise.all(people.map(({ context }) => context.close()))
      }
    })
  }
}
