import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import { Candidate, PASSWORD } from '#tests/support/browser_candidate'
import { journey, type Person, type Width } from '#tests/support/browser_person'

const DAY = 86_400_000
const OWN_PASSWORD = 'lantern mosquito teacup'
/** Forms that are sent and switches that are turned, from nothing to a candidate's button. */
const MOST_STEPS = 10

const inChina = (at: number) => new Date(at + 8 * 3_600_000).toISOString()

async function typeMoment(person: Person, name: string, at: number) {
  const { page } = person
  await page.getByLabel(`${name}日期`, { exact: true }).fill(inChina(at).slice(0, 10))
  await page.getByLabel(`${name}时刻`, { exact: true }).fill(inChina(at).slice(11, 16))
}

test.group('A new region', () => {
  journey('is set up by its pages alone, until a candidate sees the button', async (scene) => {
    const regionId = `nm${scene.width}`
    let steps = 0
    const step = async (
      person: Person,
      button: string | RegExp,
      within = person.page.locator('body')
    ) => {
      steps++
      await within
        .getByRole('button', { name: button, exact: true })
        .filter({ visible: true })
        .click()
    }

    // The platform makes it and invites who does the rest.
    const platform = await scene.arrive('onboarding-platform')
    await platform.page.goto('/staff/login')
    await platform.page.getByLabel('账号', { exact: true }).fill('platform')
    await platform.page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await step(platform, '登录')
    await platform.page.waitForURL((url) => url.pathname !== '/staff/login')
    await platform.page.goto('/platform/regions/new')
    await fillRegion(platform, regionId, scene.width)
    await platform.look('new-region')
    await step(platform, '建立考区')
    await platform.page.waitForURL(`**/${regionId}/staff/people`)
    await platform.says(/请在这里邀请考区管理员/)
    await platform.look('invite-first')
    await platform.button('邀请人员').click()
    const invitation = platform.page.getByRole('dialog')
    await invitation.getByLabel('姓名').fill('乌兰')
    await invitation.getByLabel('账号').fill(`${regionId}-admin`)
    await invitation.getByRole('checkbox', { name: '考区管理员' }).check()
    await step(platform, '生成邀请链接')
    const link = await platform.page.getByLabel('一次性链接', { exact: true }).inputValue()

    // Its administrator comes by the link.
    const admin = await scene.arrive('onboarding-admin')
    const { page } = admin
    await page.goto(new URL(link).pathname)
    await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD)
    await step(admin, '保存并继续')
    await page.waitForURL(`**/${regionId}/staff/**`)
    await admin.look('first-page')

    // When: a window. Until then nothing opens, and the page says so.
    await page.goto(`/${regionId}/staff/season`)
    await admin.says('还没有时段，上传不会开放。')
    await admin.look('season-empty')
    await admin.button('添加时段').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('类别').selectOption({ label: '材料上传' })
    await typeMoment(admin, '开始', Date.now() - DAY)
    await typeMoment(admin, '结束', Date.now() + 20 * DAY)
    await step(admin, '保存', dialog)
    await dialog.waitFor({ state: 'hidden' })

    // Where.
    await page.goto(`/${regionId}/staff/points`)
    await admin.says('还没有考点')
    await admin.button('添加考点').first().click()
    await dialog.getByLabel('代码').fill('1501')
    await dialog.getByLabel('中文名称').fill('呼和浩特考点')
    await dialog.getByLabel('英文名称').fill('Hohhot')
    await step(admin, '保存', dialog)
    await admin.says('已添加呼和浩特考点')
    await twoAtOnePoint(admin)

    // What must be read.
    await page.goto(`/${regionId}/staff/notices`)
    await admin.look('notices-empty')
    await admin.button('添加通知').first().click()
    await dialog.getByLabel('中文标题').fill('报名工作通知')
    await dialog.getByLabel('链接地址').fill('https://wjw.nmg.gov.cn/notice')
    await step(admin, '保存', dialog)
    await dialog.waitFor({ state: 'hidden' })

    // What is asked: the first release came with the region; one piece changed makes the second.
    await page.goto(`/${regionId}/staff/materials/new`)
    await page.getByRole('textbox', { name: '代码' }).fill(`${regionId.toUpperCase()}_PROOF`)
    await page.getByLabel('中文名称').fill('本地居住证明')
    await page.getByLabel('英文名称').fill('Proof of residence')
    await page.locator('#field-required_when').getByLabel('适用范围').selectOption('always')
    await step(admin, '保存到草稿')
    await page.waitForURL(`**/${regionId}/staff/materials`)
    await page.goto(`/${regionId}/staff/publications/new`)
    await admin.button('发布第 2 版').click()
    await step(admin, '发布', page.getByRole('dialog'))
    await page.waitForURL(`**/${regionId}/staff/releases`)

    // And on.
    await page.goto(`/${regionId}/staff/season`)
    await admin.button('开启上传').click()
    await step(admin, '开启上传', dialog)
    await admin.says('考生现在可以上传。')
    await admin.look('open')

    const person = await scene.arrive('onboarding-candidate')
    const candidate = new Candidate(person, regionId, `new${scene.width}`)
    await candidate.signInFirstTime()
    await person.button('上传相关材料').waitFor()
    await person.says('材料上传')
    await person.look('button')
    await person.button('上传相关材料').click()
    await candidate.item('本地居住证明').waitFor()
    assert.ok(steps <= MOST_STEPS, `${steps} steps`)
  })
})

/** Who is second sees what the first one saved, and nothing of his own is lost. */
async function twoAtOnePoint(admin: Person) {
  const edit = { name: '修改呼和浩特考点' }
  const name = '中文名称'
  const dialog = admin.page.getByRole('dialog')
  await admin.page.getByRole('button', edit).click()
  const rival = await admin.newTab()
  await rival.goto(admin.page.url())
  await rival.getByRole('button', edit).click()
  const theirs = rival.getByRole('dialog')
  await theirs.getByLabel(name).fill('呼和浩特市考点')
  await theirs.getByRole('button', { name: '保存', exact: true }).click()
  await theirs.waitFor({ state: 'hidden' })
  await rival.close()
  await dialog.getByLabel('电话').fill('0471-0000001')
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await admin.says('刚有人修改了这个考点')
  await dialog.getByText('呼和浩特市考点').waitFor()
  await admin.look('two-at-one-point')
  await dialog.getByLabel(name).fill('呼和浩特考点')
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await admin.says('0471-0000001')
}

async function fillRegion({ page }: Person, regionId: string, width: Width) {
  await page.getByLabel('考区代码').fill(regionId)
  await page.getByLabel('省级代码').fill(String(width === 390 ? 15 : 16))
  await page.getByLabel('中文名称').fill(`内蒙古考区${width}`)
  await page.getByLabel('英文名称').fill(`Inner Mongolia ${width}`)
}
