import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright'
import { photographOf, type ChosenFile } from '#tests/support/browser_pictures'
import { until, type Person } from '#tests/support/browser_person'
import { portal } from '#tests/support/browser_portal'

/** Of all demo people. */
export const PASSWORD = 'demo2027'

/** What a candidate does on the pages of a region, by the names that he reads there. */
export class Candidate {
  constructor(
    readonly person: Person,
    readonly region: string,
    readonly account: string
  ) {}

  get page(): Page {
    return this.person.page
  }

  get dossierPath() {
    return `/${this.region}/dossier`
  }

  /** From the region's portal to the registration system; stops before the authorisation, if it is asked. */
  async signIn() {
    await this.page.goto(`/${this.region}`)
    await this.page.getByRole('link', { name: '使用报名账号登录' }).click()
    await this.giveCredentials(this.page)
  }

  async giveCredentials(page: Page) {
    await page.waitForURL((url) => url.origin === portal.sandboxUrl)
    await page.getByLabel('账号', { exact: true }).fill(this.account)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
  }

  /** Signs in and authorises, as everybody does on the first visit. */
  async signInFirstTime() {
    await this.signIn()
    await this.person.button('同意授权').click()
    await this.page.waitForURL(`${portal.url}/${this.region}`)
    await this.confirmPhone()
  }

  /** Signs in, whether or not somebody came as him before: one authorises once. */
  async come() {
    await this.signIn()
    const consent = this.person.button('同意授权')
    const portalPage = `${portal.url}/${this.region}`
    await Promise.race([consent.waitFor(), this.page.waitForURL(portalPage)])
    if (this.page.url() !== portalPage) {
      await consent.click()
      await this.page.waitForURL(portalPage)
    }
    await this.confirmPhone()
  }

  /** Where the region asks for it, before his card is shown. */
  async confirmPhone() {
    const title = this.page.locator('#main h1').first()
    await title.waitFor()
    if ((await title.textContent())?.trim() !== '确认手机号码') return
    await this.person.button('确认').click()
    await title.filter({ hasNotText: '确认手机号码' }).waitFor()
  }

  async signOut() {
    await this.person.button(/^账户/).click()
    await this.person.button('退出登录').click()
    await this.page.getByRole('link', { name: '使用报名账号登录' }).waitFor()
  }

  async readNotices() {
    await this.page.getByRole('region', { name: '考区通知' }).waitFor()
    const unread = this.person.button('我已阅读')
    for (let left = await unread.count(); left > 0; left--) {
      await unread.first().click()
      await until('the notice is read', async () => (await unread.count()) < left)
    }
  }

  /** All of it, up to the page of materials. */
  async begin() {
    await this.signInFirstTime()
    await this.readNotices()
    await this.person.button('上传相关材料').click()
    await this.page.waitForURL(`**${this.dossierPath}`)
  }

  /** The card of a material. */
  item(material: string): Locator {
    const name = this.page.getByRole('heading', { level: 3 }).getByText(material, { exact: true })
    return this.page.getByRole('article').filter({ has: name })
  }

  /** The file input of a material, or of one place of it; there is none where nothing may be added. */
  input(label: string, page = this.page): Locator {
    return page.getByLabel(label, { exact: true })
  }

  thumbnails(material: string): Locator {
    return this.item(material).getByRole('button', { name: /^查看第/ })
  }

  /** Chooses a file for a material and waits until it is stored. */
  async upload(label: string, file?: ChosenFile) {
    const material = label.split(' ')[0]!
    const before = await this.thumbnails(material).count()
    await this.input(label).setInputFiles(file ?? (await this.photograph(label)))
    await this.thumbnails(material).nth(before).waitFor()
  }

  async remove(material: string, n: number) {
    const before = await this.thumbnails(material).count()
    await this.person.button(`删除第 ${n} 张 ${material}`, false).click()
    await this.answerDialog('删除')
    await until('one picture less', async () => {
      return (await this.thumbnails(material).count()) === before - 1
    })
  }

  /** A picture within what the page says of this material. */
  async photograph(label: string): Promise<ChosenFile> {
    const rule = await this.item(label.split(' ')[0]!).getByText(/JPG/).first().innerText()
    const [, min, max] = /(?:(\d+) KB–|不超过 )(\d+) KB/.exec(rule) ?? []
    return photographOf(label, { minKb: Number(min ?? 0), maxKb: Number(max ?? 200) })
  }

  /** What still lacks pictures, as the tiles say it. */
  wanting(): Locator {
    return this.page
      .getByRole('region', { name: /^必交材料/ })
      .locator('label')
      .filter({ hasText: '还需' })
  }

  async uploadAllRequired() {
    while ((await this.wanting().count()) > 0) {
      const label = await this.wanting().first().locator('input').getAttribute('aria-label')
      assert.ok(label, 'each file input has a name')
      await this.upload(label)
    }
  }

  submitButton(): Locator {
    return this.person.button('提交审核')
  }

  /** With everything there: reads the declaration, ticks it and sends it. */
  async submit() {
    await this.submitButton().click()
    const dialog = this.page.getByRole('dialog', { name: '确认提交审核' })
    await dialog.getByRole('checkbox', { name: '我已阅读并作出以上承诺' }).check()
    await dialog.getByRole('button', { name: '确认提交' }).click()
    await this.person.says('上报完成,内容已锁定')
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Nothing on the page takes, deletes or submits anything. */
  async assertLocked(page = this.page) {
    assert.equal(await page.locator('input[type=file]').count(), 0, 'no file can be chosen')
    assert.equal(
      await page.getByRole('button', { name: /^删除第/ }).count(),
      0,
      'nothing to delete'
    )
    assert.equal(
      await page.getByRole('button', { name: '提交审核' }).count(),
      0,
      'nothing to submit'
    )
  }

  async openLarge(material: string, n = 1) {
    await this.thumbnails(material)
      .nth(n - 1)
      .click()
    const dialog = this.page.getByRole('dialog', { name: material })
    await dialog.getByRole('img').waitFor()
    return dialog
  }

  closeDialog() {
    return this.answerDialog('关闭')
  }

  /** What lies behind a dialog has no names until the dialog is gone. */
  async answerDialog(button: string, page = this.page) {
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: button, exact: true }).last().click()
    await dialog.waitFor({ state: 'hidden' })
  }
}
