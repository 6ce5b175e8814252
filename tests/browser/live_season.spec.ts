import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import { Candidate, PASSWORD } from '#tests/support/browser_candidate'
import { journey, until, type Person } from '#tests/support/browser_person'
import { portal } from '#tests/support/browser_portal'

const DAY = 86_400_000
const ADMIN = 'sd-admin'
/** The same candidate at both widths, and in other journeys: he may have begun already. */
const ACCOUNT = 'p08'

async function openSeason(person: Person) {
  const { page } = person
  await page.goto('/staff/login')
  await page.getByLabel('账号', { exact: true }).fill(ADMIN)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await person.button('登录').click()
  await page.waitForURL(/\/staff\/queue/)
  await page.goto('/sd/staff/season')
  await page.getByRole('heading', { name: '年度设置' }).waitFor()
}

async function flip(person: Person, verb: '关闭上传' | '开启上传') {
  await person.button(verb).click()
  await person.page.getByRole('dialog').getByRole('button', { name: verb }).click()
  await person.page.getByRole('dialog').waitFor({ state: 'hidden' })
}

const inChina = (at: number) => new Date(at + 8 * 3_600_000).toISOString()

async function typeMoment(person: Person, date: string, time: string, at: number) {
  await person.page.getByLabel(date, { exact: true }).fill(inChina(at).slice(0, 10))
  await person.page.getByLabel(time, { exact: true }).fill(inChina(at).slice(11, 16))
}

test.group('What an administrator changes, candidates see at once', () => {
  journey('the switch, a rival administrator, more time for everyone', async (scene) => {
    const person = await scene.arrive(`live-${ACCOUNT}`)
    const candidate = new Candidate(person, 'sd', ACCOUNT)
    await candidate.come()
    const begin = person.button('上传相关材料')
    if ((await begin.count()) > 0) {
      await candidate.readNotices()
      await begin.click()
      await person.page.waitForURL(`**${candidate.dossierPath}`)
    } else await person.page.goto(candidate.dossierPath)
    const inputs = person.page.locator('input[type=file]')
    await inputs.first().waitFor({ state: 'attached' })
    await person.page.evaluate('window.stayed = true')

    // Off: the candidate, who only looks, learns of it.
    const admin = await scene.arrive(`live-${ADMIN}`)
    await openSeason(admin)
    await admin.says('上传已开启')
    await admin.look('season')
    await flip(admin, '关闭上传')
    await admin.says('上传已关闭')
    await person.says(/上传已截止/)
    await person.says(/服务器时间/)
    await until('nothing can be added', async () => (await inputs.count()) === 0)
    await person.look('switched-off')

    // The network goes and comes back; what was changed meanwhile is asked for.
    person.expects(/net::ERR_|Failed to load resource/)
    admin.expects(/net::ERR_|Failed to load resource/)
    portal.cut('network')
    await person.page.waitForTimeout(500)
    portal.mend('network')
    await flip(admin, '开启上传')
    await inputs.first().waitFor({ state: 'attached' })
    assert.equal(await person.page.evaluate('window.stayed'), true, 'the page was loaded anew')

    // Two administrators at the same form.
    const label = `上传${scene.width}`
    const form = admin.page.getByRole('region', { name: '按钮与关闭说明' })
    await form.getByRole('button', { name: '修改' }).click()
    const rival = await admin.newTab()
    await rival.goto('/sd/staff/season')
    const theirs = rival.getByRole('region', { name: '按钮与关闭说明' })
    await theirs.getByRole('button', { name: '修改' }).click()
    await theirs.getByLabel('按钮文字（中文）').fill(`交材料${scene.width}`)
    await theirs.getByRole('button', { name: '保存' }).click()
    await theirs.getByRole('button', { name: '修改' }).waitFor()
    await rival.close()
    await form.getByLabel('按钮文字（中文）').fill(label)
    await form.getByRole('button', { name: '保存' }).click()
    await admin.says('刚才有人修改了这一部分')
    await admin.says(`交材料${scene.width}`)
    await admin.look('two-administrators')
    await admin.button('仍用我的修改').click()
    await form.getByText(label, { exact: true }).waitFor()
    // As it was: other journeys press this button by its name.
    await form.getByRole('button', { name: '修改' }).click()
    await form.getByLabel('按钮文字（中文）').fill('上传相关材料')
    await form.getByRole('button', { name: '保存' }).click()
    await form.getByText('上传相关材料', { exact: true }).first().waitFor()

    // A window that ends before it begins.
    await admin.button('添加时段').click()
    await typeMoment(admin, '开始日期', '开始时刻', Date.now() + 60 * DAY)
    await typeMoment(admin, '结束日期', '结束时刻', Date.now() + 59 * DAY)
    const dialog = admin.page.getByRole('dialog')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('结束必须晚于开始。').waitFor()
    await admin.look('end-before-start')
    await dialog.getByRole('button', { name: '取消' }).click()

    // An outage: everybody gets more time, and is told why.
    await admin.button('统一延长…').click()
    await typeMoment(admin, '故障开始日期', '故障开始时刻', Date.now() - 3_600_000)
    const until40 = Date.now() + (scene.width === 390 ? 30 : 40) * DAY
    await typeMoment(admin, '延长至日期', '延长至时刻', until40)
    await admin.page.getByLabel('原因（中文，考生可见）').fill('机房停电，系统中断一小时')
    await admin.button('查看影响').click()
    await dialog.getByText(/填报中 \d+ 人/).waitFor()
    await admin.look('extension')
    await admin.button('确认统一延长').click()
    await admin.says(/上传时段由/)
    await person.says('考区已延长上传时间')
    await person.says(/机房停电/)
    await person.look('more-time')
    assert.equal(await person.page.evaluate('window.stayed'), true, 'the page was loaded anew')
    await admin.page.goto('/sd/staff/seasons')
    await admin.says('2027 年度')
    await admin.look('seasons')
  })
})
