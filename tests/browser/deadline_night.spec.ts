import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Candidate } from '#tests/support/browser_candidate'
import { documentCalledPicture, photographOf, tooLarge } from '#tests/support/browser_pictures'
import { journey, until, type Person } from '#tests/support/browser_person'
import { portal } from '#tests/support/browser_portal'

const ACCOUNTS = { 390: 'p06', 1440: 'p11' }
const PORTRAIT = '居民身份证 人像面'
const EMBLEM = '居民身份证 国徽面'

/** A mobile network at its limits, in bytes a second; 0 gives it its speed back. */
async function upAt(person: Person, bytes: number) {
  const network = await person.context.newCDPSession(person.page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: bytes,
  })
  return network
}

test.group('The night before the deadline', () => {
  journey('whatever goes wrong is told, and nothing is lost', async (scene) => {
    const account = ACCOUNTS[scene.width]
    const person = await scene.arrive(`night-${account}`)
    const { page } = person
    const candidate = new Candidate(person, 'sc', account)
    const material = candidate.item('居民身份证')

    // The registration system goes away while somebody signs in.
    person.expects(/status of 503/)
    await candidate.signIn()
    await person.button('同意授权').waitFor()
    portal.cut('registrationSystem')
    await person.button('同意授权').click()
    await page.getByRole('heading', { name: '暂时连接不上报名系统' }).waitFor()
    await person.look('registration-system-down')
    await person.button('重试').click()
    await page.getByRole('heading', { name: '暂时连接不上报名系统' }).waitFor()
    const stranger = await person.newTab()
    await stranger.goto('/sh/sign-in')
    await stranger.getByRole('heading', { name: '暂时连接不上报名系统' }).waitFor()
    portal.mend('registrationSystem')
    await stranger.getByRole('button', { name: '重试' }).click()
    await stranger.getByRole('heading', { name: '登录报名账号' }).waitFor()
    await stranger.close()
    await person.button('重试').click()
    await page.waitForURL(`${portal.url}/sc`)
    await candidate.readNotices()
    await person.button('上传相关材料').click()
    await page.waitForURL('**/sc/dossier')

    // A photo straight from the camera: prepared at once, with its size and the limit; not this one.
    const large = await tooLarge()
    await candidate.input(PORTRAIT).setInputFiles(large)
    const dialog = page.getByRole('dialog', { name: `处理图片：${PORTRAIT}` })
    const size = (large.buffer.length / 1024).toFixed(1)
    await dialog.getByText(new RegExp(`${size} KB.*200 KB`)).waitFor()
    await person.look('too-large')
    await dialog.getByRole('button', { name: '不上传这张' }).click()
    await dialog.waitFor({ state: 'hidden' })

    // A PDF with the name of a picture.
    await candidate.input(PORTRAIT).setInputFiles(documentCalledPicture())
    await material.getByText(/PDF 文件不能直接上传/).waitFor()
    await person.look('not-a-picture')
    await person.button(`移除未上传的 ${PORTRAIT}`).click()

    // The network goes in the middle of a picture, and comes back: the same picture, not chosen again.
    // What tells open pages of a changed season is cut with it, and asked for again.
    person.expects(/net::ERR_(EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|CONNECTION_\w+)/)
    const slow = await upAt(person, 25_000)
    await candidate.input(PORTRAIT).setInputFiles(await photographOf(PORTRAIT))
    const bar = material.getByRole('progressbar', { name: `正在上传 ${PORTRAIT}` })
    await until(
      'it is on its way',
      async () => Number(await bar.getAttribute('aria-valuenow')) > 10
    )
    portal.cut('network')
    await material.getByText(/网络连接中断/).waitFor()
    await slow.detach()
    await person.look('network-gone')
    portal.mend('network')
    await candidate.thumbnails('居民身份证').first().waitFor({ timeout: 60_000 })
    assert.equal(await candidate.thumbnails('居民身份证').count(), 1)

    // The session is over when the next picture goes out; it waits until he has signed in elsewhere.
    person.expects(/status of 401/, /status of 419/)
    await until('no answer on its way brings the session back', async () => {
      await person.context.clearCookies()
      await sleep(300)
      return (await person.context.cookies()).length === 0
    })
    await candidate.input(EMBLEM).setInputFiles(await photographOf(EMBLEM))
    await person.says(/登录已过期，图片还在/)
    await person.look('session-over')
    const [other] = await Promise.all([
      person.context.waitForEvent('page'),
      page.getByRole('link', { name: '重新登录' }).click(),
    ])
    await candidate.giveCredentials(other)
    await other.waitForURL(`**${candidate.dossierPath}`)
    await page.bringToFront()
    await candidate.thumbnails('居民身份证').nth(1).waitFor()
    assert.equal(await candidate.thumbnails('居民身份证').count(), 2)
    await other.close()

    // And impatience: submitted twice with two clicks, received once.
    await candidate.uploadAllRequired()
    const receipts: number[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('/dossier/submissions')) receipts.push(response.status())
    })
    await candidate.submitButton().dblclick()
    await page.getByRole('checkbox', { name: '我已阅读并作出以上承诺' }).check()
    await page.getByRole('button', { name: '确认提交' }).dblclick()
    await person.says('上报完成,内容已锁定')
    await person.says('第 1 次提交')
    assert.equal(receipts.length, 1)
    await candidate.assertLocked()
  })
})
