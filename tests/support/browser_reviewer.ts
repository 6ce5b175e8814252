import type { Locator, Page } from 'playwright'
import { PASSWORD } from '#tests/support/browser_candidate'
import { until, type Person } from '#tests/support/browser_person'

/** What a reviewer does, by the names that he reads. */
export class Reviewer {
  constructor(
    readonly person: Person,
    readonly region: string,
    readonly login: string
  ) {}

  get page(): Page {
    return this.person.page
  }

  /** The list beside the pictures. */
  get materials(): Locator {
    return this.page.getByRole('navigation', { name: '材料清单' })
  }

  /** Through the sign-in, to wherever it leads. */
  async enter() {
    await this.page.goto('/staff/login')
    await this.page.getByLabel('账号', { exact: true }).fill(this.login)
    await this.page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await this.person.button('登录').click()
    await this.page.waitForURL(/\/staff(\/queue)?$/)
  }

  async signIn() {
    await this.enter()
    if (!this.page.url().endsWith('/queue')) await this.page.goto(`/${this.region}/staff/queue`)
    await this.page.getByRole('heading', { name: '审核队列' }).waitFor()
  }

  async openQueue() {
    await this.page.goto(`/${this.region}/staff/queue`)
  }

  /** Takes somebody's dossier out of the queue. */
  async claim(candidate: string) {
    await this.openQueue()
    await this.person.button(`审核 ${candidate}`).click()
    await this.page.waitForURL(/\/staff\/dossiers\//)
    await this.verdict('通过').or(this.verdict('要求补充')).first().waitFor()
  }

  verdict(name: '通过' | '退回' | '要求补充'): Locator {
    return this.person.button(name)
  }

  async choose(material: string) {
    await this.materials.getByRole('button', { name: material, exact: true }).click()
  }

  async returnItem(material: string, reason: string | RegExp, note: string) {
    await this.choose(material)
    await this.verdict('退回').click()
    await this.page.getByRole('checkbox', { name: reason }).first().check()
    await this.page.getByLabel('补充说明').fill(note)
    await this.page.getByLabel('补充说明').blur()
  }

  /** Says 通过 of one after the other until nothing is left. */
  async acceptTheRest() {
    const remaining = this.page.getByRole('button', { name: /还有 \d+ 项未审/ })
    while ((await remaining.count()) > 0) {
      const before = await remaining.innerText()
      await this.materials.getByRole('button', { description: /^未审/ }).first().click()
      await this.verdict('通过').click()
      await until('the verdict is counted', async () => {
        return (await remaining.count()) === 0 || (await remaining.innerText()) !== before
      })
    }
  }

  async finish(confirm: '确认退回' | '确认通过') {
    await this.openFinish()
    await this.confirm(confirm)
  }

  async openFinish() {
    await this.person.button('完成审核').click()
    await this.page.getByRole('dialog', { name: '完成审核' }).waitFor()
  }

  async confirm(confirm: '确认退回' | '确认通过') {
    await this.page.getByRole('dialog').getByRole('button', { name: confirm }).click()
    await this.page.waitForURL(/\/staff\/queue/)
  }
}
