import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import type { Locator, Page } from 'playwright'
import { Candidate } from '#tests/support/browser_candidate'
import {
  asWebp,
  blurred,
  fromPhone,
  photographOf,
  withSomethingBehind,
  type ChosenFile,
} from '#tests/support/browser_pictures'
import { journey, Person, until } from '#tests/support/browser_person'

/** A phone in Sichuan, a computer in Shanghai. */
const PEOPLE = {
  390: { region: 'sc', account: 'photo390', minKb: 0, maxKb: 200 },
  1440: { region: 'sh', account: 'p10', minKb: 0, maxKb: 200 },
}
const CARD = '居民身份证'
const PORTRAIT = `${CARD} 人像面`
const EMBLEM = `${CARD} 国徽面`

/** Brings a file as the clipboard or the mouse does, which no input takes part in. */
async function bring(page: Page, selector: string, type: 'paste' | 'drop', file: ChosenFile) {
  const [event, data] = {
    paste: ['ClipboardEvent', 'clipboardData'],
    drop: ['DragEvent', 'dataTransfer'],
  }[type]
  const base64 = file.buffer.toString('base64')
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob('${base64}'), (char) => char.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], '${file.name}', { type: '${file.mimeType}' }))
    document.querySelector('${selector}').dispatchEvent(
      new ${event}('${type}', { bubbles: true, cancelable: true, ${data}: data })
    )
  }`)
}

const preparing = (page: Page, name = PORTRAIT) =>
  page.getByRole('dialog', { name: `处理图片：${name}` })

async function ready(dialog: Locator) {
  await dialog.locator('[aria-busy=false] img').first().waitFor()
  const text = await dialog.getByText(/^处理后/).innerText()
  const [, kb, width, height] = /处理后 ([\d.]+) KB，(\d+)×(\d+) 像素/.exec(text)!
  return { kb: Number(kb), width: Number(width), height: Number(height) }
}

test.group('Pictures from everywhere', () => {
  journey('photographed, prepared, dropped, pasted, put in order, replaced', async (scene) => {
    const { region, account, minKb, maxKb } = PEOPLE[scene.width]
    const person = await scene.arrive(`pictures-${account}`)
    const { page } = person
    const candidate = new Candidate(person, region, account)
    await candidate.begin()

    // Twelve megapixels on their side: upright and within the limit, seen before it is sent.
    await candidate.input(PORTRAIT).setInputFiles(await fromPhone())
    const dialog = preparing(page)
    const upright = await ready(dialog)
    assert.ok(upright.kb <= maxKb && upright.kb >= minKb, `${upright.kb} KB`)
    assert.ok(upright.width > upright.height, 'turned as its mark says')
    await person.look('prepare')

    await dialog.getByRole('button', { name: '右转' }).click()
    await until('it stands', async () => {
      const { width, height } = await ready(dialog)
      return width < height
    })
    await dialog.getByRole('button', { name: '还原' }).click()
    await until('it lies again', async () => {
      const { width, height } = await ready(dialog)
      return width > height
    })

    // Cropped without a mouse.
    await dialog.getByRole('button', { name: '裁剪', exact: true }).click()
    await dialog.getByText('用滑块裁剪').click()
    const left = dialog.getByRole('slider', { name: '左边' })
    await left.focus()
    for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight')
    await until('the edge has moved', async () => (await left.inputValue()) === '5')
    await person.look('crop')
    await dialog.getByRole('button', { name: '确定裁剪' }).click()
    const cropped = await ready(dialog)
    assert.ok(cropped.width / cropped.height < upright.width / upright.height)

    // Closed, it waits on its tile; opened again, it begins anew, and is sent.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await person.look('waits')
    await person.button(`点按处理 ${PORTRAIT}`).click()
    await ready(dialog)
    await dialog.getByRole('button', { name: '上传这张', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await candidate.thumbnails(CARD).first().waitFor()

    // Another format becomes a JPEG.
    await candidate.input(EMBLEM).setInputFiles(await asWebp())
    const other = preparing(page, EMBLEM)
    await other.getByText(/已转换为 JPG/).waitFor()
    await ready(other)
    await other.getByRole('button', { name: '上传这张', exact: true }).click()
    await candidate.thumbnails(CARD).nth(1).waitFor()

    const item = page
      .getByRole('region', { name: /^(必交|选交)材料/ })
      .getByRole('article')
      .filter({ hasText: /1–(?:[3-9]|\d\d) 张/ })
      .first()
    const material = await item.getByRole('heading').locator('[id^=name-]').innerText()
    // What the server does not take as it is stored, is drawn anew.
    person.expects(/status of 422/)
    await candidate.input(material).setInputFiles(await withSomethingBehind())
    const anew = preparing(page, material)
    await anew.getByText(/存储方式特殊/).waitFor()
    await ready(anew)
    await person.look('unusual')
    await anew.getByRole('button', { name: '上传这张', exact: true }).click()
    await candidate.thumbnails(material).first().waitFor()
    await candidate.remove(material, 1)

    // What is blurred is sent all the same, and said.
    await candidate.input(material).setInputFiles(await blurred(minKb, maxKb))
    await item.getByText(/第 1 张：画面有些模糊/).waitFor()
    await person.look('hint')
    await item.getByRole('button', { name: /收起第 1 张的提示/ }).click()
    assert.equal(await item.getByText(/画面有些模糊/).count(), 0)

    // From the clipboard to the card that was touched last, and from the desktop onto the card.
    await item.getByRole('heading').click()
    const limits = { minKb, maxKb }
    await bring(page, 'body', 'paste', await photographOf('form', limits))
    await candidate.thumbnails(material).nth(1).waitFor()
    const card = `[data-item="${await item.getAttribute('data-item')}"] ul`
    await bring(page, card, 'drop', await photographOf('diploma', limits))
    await candidate.thumbnails(material).nth(2).waitFor()

    // Their order, by buttons; said, kept, and the focus stays where it was.
    const order = () =>
      candidate
        .thumbnails(material)
        .locator('img')
        .evaluateAll((images) => images.map((image) => image.getAttribute('src')))
    const [a, b, c] = await order()
    const later = item.getByRole('button', { name: `后移第 1 张 ${material}` })
    await later.focus()
    await page.keyboard.press('Enter')
    await item.getByText(`${material}：已移到第 2 张，共 3 张。`).waitFor({ state: 'attached' })
    await until('the second button has the focus', async () => {
      const focused = await page.evaluate<string>(`document.activeElement.ariaLabel`)
      return focused === `后移第 2 张 ${material}`
    })
    assert.deepEqual(await order(), [b, a, c])
    await person.look('order')
    if (!person.isOnPhone) {
      const tiles = candidate.thumbnails(material)
      await tiles.nth(2).dragTo(tiles.nth(0))
      await until('it was dragged to the front', async () => (await order())[0] === c)
    }
    const kept = await order()
    await page.reload()
    await candidate.thumbnails(material).nth(2).waitFor()
    assert.deepEqual(await order(), kept)

    // Replaced: the old one stays until the new one is stored.
    const before = (await order())[0]
    await candidate.openLarge(material)
    await person.look('large')
    await page
      .getByLabel(`更换第 1 张 ${material}`)
      .setInputFiles(await photographOf('certificate', limits))
    await until('another one stands there', async () => {
      const now = await order()
      return now.length === 3 && now[0] !== before
    })
    assert.deepEqual((await order()).slice(1), kept.slice(1))

    // A stored one is set upright.
    const stored = await candidate.thumbnails(CARD).locator('img').first().getAttribute('src')
    await candidate.openLarge(CARD)
    await page.getByRole('button', { name: '转正或裁剪' }).click()
    await ready(dialog)
    await dialog.getByRole('button', { name: '左右翻转' }).click()
    await ready(dialog)
    await dialog.getByRole('button', { name: '替换为这张' }).click()
    await until('the mirrored one stands there', async () => {
      const now = await candidate.thumbnails(CARD).locator('img').first().getAttribute('src')
      return now !== stored && (await candidate.thumbnails(CARD).count()) === 2
    })

    if (!person.isOnPhone) await handOver(person, candidate, material)
  })
})

/** Begun on the computer, photographed with the phone, which nobody signs in to. */
async function handOver(person: Person, candidate: Candidate, material: string) {
  const { page } = person
  const answer = page.waitForResponse((response) => response.url().endsWith('/dossier/handovers'))
  await person.button('用手机拍照上传').click()
  const dialog = page.getByRole('dialog', { name: '用手机拍照上传' })
  await dialog.getByRole('img', { name: '手机上传二维码' }).waitFor()
  await person.look('hand-over')
  const { path } = await (await answer).json()

  const phone = await Person.arrive(person.context.browser()!, `phone-${person.name}`, 390)
  try {
    await phone.page.goto(path)
    await phone.page.getByRole('heading', { name: '拍照上传材料' }).waitFor()
    await phone.look('hand-over')
    assert.equal(await phone.page.getByText(/董宇/).count(), 0, 'nothing of the person')
    await dialog.getByText('手机已打开').waitFor()

    const before = await candidate.thumbnails(material).count()
    const camera = phone.page.getByLabel(`拍照 ${material}`)
    assert.equal(await camera.getAttribute('capture'), 'environment')
    await camera.setInputFiles(await fromPhone('diploma-02'))
    const prepared = preparing(phone.page, material)
    await ready(prepared)
    await phone.look('prepare')
    await prepared.getByRole('button', { name: '上传这张', exact: true }).click()
    await phone.says('本次已上传 1 张')
    await phone.look('sent')

    await dialog.getByText('已收到 1 张图片').waitFor()
    await page.keyboard.press('Escape')
    await candidate.thumbnails(material).nth(before).waitFor()
    await person.look('received')
    await person.button('停止手机上传').click()
    await person.button('用手机拍照上传').waitFor()

    phone.expects(/status of 404/)
    const other = '其他补充材料'
    await phone.page.getByLabel(`拍照 ${other}`).setInputFiles(await fromPhone('form-03'))
    const late = preparing(phone.page, other)
    await ready(late)
    await late.getByRole('button', { name: '上传这张', exact: true }).click()
    await phone.page.getByRole('heading', { name: '手机上传已结束' }).waitFor()
    await phone.look('ended')
    phone.assertQuiet()
  } catch (error) {
    await phone.shoot('failed').catch(() => {})
    throw error
  } finally {
    await phone.context.close()
  }
}
