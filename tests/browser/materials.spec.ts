import { strict as assert } from 'node:assert'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { PASSWORD } from '#tests/support/browser_candidate'
import { journey, until, type Person } from '#tests/support/browser_person'

/** Another region and material for each width: the portal keeps what the first journey did. */
const PLACES = {
  390: { admin: 'bj-admin', region: 'bj', code: 'BJ_LOCAL_PROOF', national: 'EDU_PRIOR_DIPLOMA' },
  1440: { admin: 'sc-admin', region: 'sc', code: 'SC_LOCAL_PROOF', national: 'EDU_LOST_PROOF' },
}

async function signIn(person: Person, login: string) {
  const { page } = person
  await page.goto('/staff/login')
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await person.button('登录').click()
  await page.waitForURL((url) => url.pathname !== '/staff/login')
}

const number = (page: Page, name: string) => page.getByRole('spinbutton', { name })

test.group('Materials', () => {
  journey('a region changes one, undoes it, adds its own and previews', async (scene) => {
    const { admin: login, region, code } = PLACES[scene.width]
    const admin = await scene.arrive(`materials-${login}`)
    const { page } = admin
    const base = `/${region}/staff`
    await signIn(admin, login)
    await page.goto(`${base}/materials`)
    await page.getByRole('heading', { name: '身份证件', exact: false }).first().waitFor()
    await admin.look('materials')

    // A condition that cannot be is told while it is built, and refused.
    admin.expects(/status of 422/)
    await page.goto(`${base}/materials/EDU_DEGREE`)
    const condition = page.locator('#field-required_when')
    await condition.getByText('学历层次为硕士及以上').waitFor()
    await condition.getByRole('button', { name: '添加条件', exact: true }).last().click()
    const part = condition.getByRole('group', { name: '第 4 项', exact: true })
    await part.getByLabel('报考信息').selectOption({ label: '学历层次' })
    await part.getByLabel('中专').check()
    await condition.getByText('永远不会成立').waitFor()
    await admin.look('condition')
    await admin.button('保存到草稿').click()
    await until('the field to have the focus', () =>
      condition.evaluate((field) => field.matches(':focus-within'))
    )
    await condition.getByRole('button', { name: '删除第 4 项' }).click()
    await number(page, '最少张数').fill('3')
    await number(page, '最多张数').fill('2')
    await admin.button('保存到草稿').click()
    await admin.says('多于最多张数')
    await number(page, '最少张数').fill('1')
    await number(page, '最多张数').fill('4')
    await page.getByLabel('不在本考区使用').check()
    await admin.button('保存到草稿').click()
    await page.waitForURL(`**${base}/materials`)
    await admin.says('已保存到草稿')

    await page.getByRole('button', { name: /^有调整/ }).click()
    await admin.look('changes')
    await page.getByRole('button', { name: '撤销学位证书的调整：不在本考区使用' }).click()
    await admin.says('已撤销')

    // A material of its own.
    await page.goto(`${base}/materials/new`)
    await page.getByRole('textbox', { name: '代码' }).fill(code)
    await page.getByLabel('中文名称').fill('本地居住证明')
    await page.getByLabel('英文名称').fill('Proof of local residence')
    await page.locator('#field-required_when').getByLabel('适用范围').selectOption('always')
    await admin.look('own')
    await admin.button('保存到草稿').click()
    await page.waitForURL(`**${base}/materials`)

    await page.goto(`${base}/preview`)
    await page.getByRole('heading', { name: '本地居住证明' }).waitFor()
    await admin.look('preview')
    assert.ok(await page.locator('input[type=file]').first().isDisabled())
    const persona = page.getByRole('combobox', { name: '示例考生' })
    await persona.selectOption({ label: '海外学历大陆居民' })
    await page.getByText('学历来源为国(境)外院校').first().waitFor()
  })

  journey('the platform adds a sample and publishes the national catalog', async (scene) => {
    const { national } = PLACES[scene.width]
    const platform = await scene.arrive('platform')
    const { page } = platform
    await signIn(platform, 'platform')
    await page.goto('/platform/catalog')
    await page.getByRole('heading', { name: '国家材料目录' }).waitFor()
    await platform.look('national-catalog')
    await page.goto(`/platform/catalog/materials/${national}`)
    await page.locator('input[type=file]').setInputFiles('tests/support/images/idfront-00.jpg')
    await platform.says('示例图已上传')
    await number(page, '最多张数').fill('9')
    await platform.look('national-material')
    await platform.button('保存到草稿').click()
    await page.waitForURL('**/platform/catalog')
    await page.getByRole('heading', { name: '草稿的调整' }).waitFor()
    await platform.button('发布新版本').click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await platform.look('publish-catalog')
    await dialog.getByRole('button', { name: '发布新版本' }).click()
    await platform.says('已发布')
  })
})
