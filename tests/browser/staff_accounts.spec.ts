import { strict as assert } from 'node:assert'
import { test } from '@japa/runner'
import { codeAt, stepAt } from '#app/identity/totp'
import { PASSWORD } from '#tests/support/browser_candidate'
import { journey, until, type Person } from '#tests/support/browser_person'

const NEW = 'lantern mosquito teacup'

/** Another administrator for each width: the portal keeps what the first journey did. */
const PEOPLE = {
  390: { admin: 'bj-admin', region: 'bj' },
  1440: { admin: 'sc-admin', region: 'sc' },
}

async function signIn(person: Person, login: string, password: string) {
  const { page } = person
  await page.goto('/staff/login')
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await person.button('登录').click()
}

/** The code of the app; a step that was used already has to pass first. */
async function typeCode(person: Person, secret: string, send: string, used = -1) {
  await until('the next code', async () => stepAt(Date.now()) > used)
  const step = stepAt(Date.now())
  await person.page.getByLabel('6 位动态验证码').fill(codeAt(secret, step))
  await person.button(send).click()
  return step
}

async function choose(person: Person, name: string, action: string) {
  await person.button(`管理 ${name}`).click()
  await person.page
    .getByRole('button', { name: action, exact: true })
    .filter({ visible: true })
    .click()
}

test.group('Accounts of staff', () => {
  journey('an invitation, the second factor, the account, a reset', async (scene) => {
    const { admin: login, region } = PEOPLE[scene.width]
    const admin = await scene.arrive(`staff-${login}`)
    await signIn(admin, login, PASSWORD)
    await admin.page.waitForURL(/\/staff\/queue/)
    await admin.page.goto(`/${region}/staff/people`)
    await admin.page.getByRole('heading', { name: '人员管理' }).waitFor()
    await admin.look('people')

    // Invite.
    const newcomerLogin = `limin-${scene.width}`
    await admin.button('邀请人员').click()
    await admin.page.getByLabel('姓名').fill('李敏')
    await admin.page.getByRole('dialog').getByLabel('账号').fill(newcomerLogin)
    await admin.page.getByRole('checkbox', { name: '考点审核员' }).check()
    await admin.look('invite')
    await admin.page.getByRole('checkbox', { name: '考点审核员' }).uncheck()
    await admin.page.getByRole('checkbox', { name: '考区审核员' }).check()
    await admin.button('生成邀请链接').click()
    const link = await admin.page.getByLabel('一次性链接', { exact: true }).inputValue()
    await admin.look('link')

    // Follow the link.
    const newcomer = await scene.arrive(`staff-newcomer`)
    const { page } = newcomer
    await page.goto(new URL(link).pathname)
    await page.getByRole('heading', { name: '设置密码，启用账号' }).waitFor()
    await newcomer.look('set-password')
    newcomer.expects(/status of 422/)
    await page.getByLabel('新密码', { exact: true }).fill('password1234')
    await newcomer.button('保存并继续').click()
    await newcomer.says('这个密码太常见')
    await page.getByLabel('新密码', { exact: true }).fill(NEW)
    await newcomer.button('保存并继续').click()
    await page.waitForURL(/\/staff\/queue/)

    // Switch the second factor on.
    await page.goto('/staff/account')
    await page.getByRole('heading', { name: '登录中的设备' }).waitFor()
    await newcomer.look('account')
    await newcomer.button('启用动态验证码').click()
    await page.getByRole('heading', { name: '设置动态验证码' }).waitFor()
    await newcomer.look('second-factor')
    const secret = (await page.locator('.select-all').innerText()).replaceAll(' ', '')
    const used = await typeCode(newcomer, secret, '确认并启用')
    await page.getByRole('heading', { name: '请保存恢复码' }).waitFor()
    await newcomer.look('recovery-codes')
    const codes = await page.getByRole('list', { name: '十个恢复码' }).locator('li').allInnerTexts()
    assert.equal(codes.length, 10)
    await page.getByLabel('我已妥善保存').check()
    await newcomer.button('继续').click()
    await page.waitForURL(/\/staff\/queue/)

    // Sign in again: a used code is refused, a recovery code is taken.
    await page.goto('/staff/account')
    await newcomer.button('退出所有设备').first().click()
    await page.getByRole('dialog').getByRole('button', { name: '退出所有设备' }).click()
    await page.waitForURL(/\/staff\/login/)
    await signIn(newcomer, newcomerLogin, NEW)
    await page.getByRole('heading', { name: '输入动态验证码' }).waitFor()
    await page.getByLabel('6 位动态验证码').fill(codeAt(secret, used))
    await newcomer.button('验证并登录').click()
    await newcomer.says('验证码不正确或已用过')
    await newcomer.look('code')
    await newcomer.button('手机不在身边？使用恢复码').click()
    await newcomer.look('recovery-code')
    await page.getByLabel('恢复码', { exact: true }).fill(codes[0]!)
    await newcomer.button('验证并登录').click()
    await page.waitForURL(/\/staff\/queue/)
    await page.goto('/staff/account')
    await newcomer.says('剩余恢复码：9 个')
    await newcomer.button('关闭动态验证码').click()
    await newcomer.look('confirm-code')

    // The administrator asks for a reset, and suspends.
    await admin.page.reload()
    await choose(admin, '李敏', '重置动态验证码')
    await admin.page.getByLabel('理由（如何核实本人）').fill('当面核实，手机遗失')
    await admin.look('ask-reset')
    await admin.button('提交，等待确认').click()
    await admin.says('申请重置动态验证码')
    await admin.button('管理 李敏').click()
    await admin.look('menu')
    await admin.page
      .getByRole('button', { name: '停用', exact: true })
      .filter({ visible: true })
      .click()
    await admin.page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await admin.says('已停用')
    await admin.look('suspended')
    await page.goto(`/${region}/staff/queue`)
    await page.waitForURL(/\/staff\/login/)

    // The same in English.
    if (admin.isOnPhone) await admin.button('打开菜单').click()
    await admin.button('English').click()
    await admin.page.locator('html[lang=en]').waitFor()
    await admin.page.goto(`/${region}/staff/people`)
    await admin.look('people-en')
    await admin.page.goto('/staff/account')
    await admin.look('account-en')
  })
})
