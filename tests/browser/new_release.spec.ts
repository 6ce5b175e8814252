import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import { Candidate, PASSWORD } from '#tests/support/browser_candidate'
import { journey, until, type Person, type Scene } from '#tests/support/browser_person'

const ADMIN = 'gd-admin'
const BASE = '/gd/staff'

/** Who hands in, who still works on his draft, and the material that comes in between. */
const CAST = {
  390: { handsIn: 'p03', drafts: 'p04', code: 'GD_PROOF_A', name: '本地居住证明' },
  1440: { handsIn: 'p20', drafts: 'p04', code: 'GD_PROOF_B', name: '单位说明' },
}

async function signIn(admin: Person) {
  const { page } = admin
  await page.goto('/staff/login')
  await page.getByLabel('账号', { exact: true }).fill(ADMIN)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await admin.button('登录').click()
  await page.waitForURL((url) => url.pathname !== '/staff/login')
}

async function arrive(scene: Scene, account: string) {
  const candidate = new Candidate(await scene.arrive(`release-${account}`), 'gd', account)
  await candidate.come()
  await candidate.readNotices()
  const begin = candidate.person.button('提交报名材料')
  if ((await begin.count()) > 0) await begin.click()
  else await candidate.page.goto(candidate.dossierPath)
  await candidate.page.waitForURL(`**${candidate.dossierPath}`)
  return candidate
}

test.group('A new release', () => {
  journey('drafts follow with a banner, what was handed in is moved on purpose', async (scene) => {
    const { handsIn, drafts, code, name } = CAST[scene.width]
    const draft = await arrive(scene, drafts)
    const other = await arrive(scene, handsIn)
    await other.uploadAllRequired()
    await other.submit()

    const admin = await scene.arrive(`release-${ADMIN}`)
    const { page } = admin
    await signIn(admin)
    await page.goto(`${BASE}/materials/new`)
    await page.getByRole('textbox', { name: '代码' }).fill(code)
    await page.getByLabel('中文名称').fill(name)
    await page.getByLabel('英文名称').fill('Proof')
    await page.locator('#field-required_when').getByLabel('适用范围').selectOption('always')
    await admin.button('保存到草稿').click()
    await page.waitForURL(`**${BASE}/materials`)

    // What publishing would do, before it is done.
    await page.goto(`${BASE}/publications/new`)
    await admin.says(/有 \d+ 份会新增必交材料/)
    await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .filter({ hasText: /\d+ 份/ })
      .waitFor()
    await admin.look('impact')
    await admin.button(/^发布第 \d+ 版$/).click()
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await page.waitForURL(`**${BASE}/releases`)
    await admin.says(/已发布，填报中的材料正在更新/)
    await admin.look('releases')

    // The draft has moved by itself, and its page says what is new.
    await until('the draft to follow', async () => {
      await draft.page.reload()
      // Of an earlier release there may be a banner already.
      return (await draft.page.getByText(`新增：${name}`).count()) > 0
    })
    await draft.page.getByRole('heading', { name: '材料要求已更新' }).waitFor()
    await draft.item(name).waitFor()
    await draft.person.look('banner')

    // What was handed in stays, until an administrator moves it and says why.
    await other.page.reload()
    assert.equal(await other.item(name).count(), 0, 'nothing new for who has handed in')
    await other.assertLocked()
    await page
      .getByRole('link', { name: /^查看与比较/ })
      .first()
      .click()
    await page.waitForURL(/\/releases\/[\w-]+$/)
    await admin.button('已提交的改用此版').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '改用此版' }).click()
    await dialog.getByText('请写明理由').waitFor()
    await dialog.getByLabel('理由').fill('省厅通知要求补充此项材料')
    await admin.look('move')
    await dialog.getByRole('button', { name: '改用此版' }).click()
    await admin.says(/正在改用第 \d+ 版/)

    // Only what is new opens, and he is told.
    await until('what was handed in to follow', async () => {
      await other.page.reload()
      return (await other.item(name).count()) > 0
    })
    const input = other.page.locator('input[type=file]')
    const open = other.page.getByRole('article').filter({ has: input })
    assert.equal(await open.count(), 1, 'only what is new opens')
    await other.person.look('moved')
    await other.upload(name)
    await other.submit()
  })
})
