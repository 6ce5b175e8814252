import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import { Candidate } from '#tests/support/browser_candidate'
import { journey } from '#tests/support/browser_person'
import { portal } from '#tests/support/browser_portal'
import { Reviewer } from '#tests/support/browser_reviewer'

const PEOPLE = {
  390: { account: 'p01', name: '张怡琪' },
  1440: { account: 'p15', name: '梁娟峰' },
}

test.group('One dossier through the whole house (Sichuan, with a stage on site)', () => {
  journey('a candidate uploads, submits, mends one material and is approved', async (scene) => {
    const { account, name } = PEOPLE[scene.width]
    const person = await scene.arrive(account)
    const { page } = person
    const candidate = new Candidate(person, 'sc', account)

    // From the national page to the region, and signed in.
    await page.goto('/')
    await person.look('home')
    await page.getByRole('link', { name: /四川考区/ }).click()
    await page.waitForURL('**/sc')
    await person.look('portal-guest')
    await page.getByRole('link', { name: '使用报名账号登录' }).click()
    await page.getByRole('heading', { name: '登录报名账号' }).waitFor()
    await person.look('registration-system')
    await candidate.giveCredentials(page)
    await person.button('同意授权').waitFor()
    await person.look('authorisation')
    await person.button('同意授权').click()
    await page.waitForURL(`${portal.url}/sc`)

    // The second time nobody asks again.
    await candidate.signOut()
    await candidate.signIn()
    await page.waitForURL(`${portal.url}/sc`)

    // What must be read comes first.
    await person.says(name)
    await person.look('portal')
    assert.ok(await person.button('上传相关材料').isDisabled(), 'not before the notice is read')
    await candidate.readNotices()
    await person.button('上传相关材料').click()
    await page.waitForURL('**/sc/dossier')
    await person.says(/JPG/)
    await person.look('materials')

    // The sample.
    await candidate.item('居民身份证').getByRole('button', { name: '示例' }).click()
    await page.getByRole('dialog', { name: '示例：居民身份证' }).getByRole('img').first().waitFor()
    await person.look('sample')
    await candidate.closeDialog()

    // Two sides of a card, no third.
    await candidate.upload('居民身份证 人像面')
    await candidate.upload('居民身份证 国徽面')
    assert.equal(await candidate.thumbnails('居民身份证').count(), 2)
    assert.equal(await candidate.item('居民身份证').locator('input[type=file]').count(), 0)

    // Opened large, seen to be bad, deleted and uploaded again.
    await candidate.openLarge('居民身份证')
    await person.look('large')
    await candidate.closeDialog()
    await person.button('删除第 1 张 居民身份证').click()
    await page.getByRole('dialog', { name: '删除这张图片？' }).waitFor()
    await person.look('delete')
    await candidate.answerDialog('取消')
    await candidate.remove('居民身份证', 1)
    await candidate.upload('居民身份证 人像面')

    // Not complete: told what is missing.
    await (person.isOnPhone ? person.button(/还有 \d+ 项待处理/) : candidate.submitButton()).click()
    await page.getByRole('dialog', { name: '还不能提交' }).waitFor()
    await person.look('missing')
    await candidate.closeDialog()

    await candidate.uploadAllRequired()
    await person.look('complete')

    // A second tab, open since before.
    const second = await person.newTab()
    await second.goto(candidate.dossierPath)
    await second.getByRole('button', { name: '删除第 1 张 居民身份证' }).waitFor()

    await candidate.submitButton().click()
    await page.getByRole('dialog', { name: '确认提交审核' }).waitFor()
    await person.look('declaration')
    await page.getByRole('checkbox', { name: '我已阅读并作出以上承诺' }).check()
    await page.getByRole('button', { name: '确认提交' }).dblclick()
    await person.says('上报完成,内容已锁定')
    await person.says('回执编号')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await person.look('receipt')
    await candidate.assertLocked()

    // The second tab does not know yet: it is refused, told why, and locks too.
    person.expects(/status of 409/)
    const another = await candidate.photograph('其他补充材料')
    await candidate.input('其他补充材料', second).setInputFiles(another)
    await second
      .getByText(/这项材料现在不能修改|这份材料刚刚发生了变化/)
      .first()
      .waitFor()
    await second.getByText('上报完成,内容已锁定').first().waitFor()
    await candidate.assertLocked(second)
    await second.close()

    await candidate.openLarge('居民身份证')
    await candidate.closeDialog()

    // The exam point's reviewer returns one material, with a reason and a note.
    const point = new Reviewer(await scene.arrive(`sc-point-for-${account}`), 'sc', 'sc-point')
    await point.page.goto('/staff/login')
    await point.person.look('staff-login')
    await point.signIn()
    await point.person.look('queue')
    await point.claim(name)
    await point.person.look('workbench')
    const note = '人像面有反光，请在自然光下重拍'
    await point.returnItem('居民身份证', /./, note)
    await point.person.look('returning')
    await point.acceptTheRest()
    await point.openFinish()
    await point.person.look('finish-return')
    await point.confirm('确认退回')

    // The candidate reads it first of all; one material is open, all others are locked.
    await page.reload()
    await person.says('1 项材料被退回。')
    await person.says(new RegExp(note))
    await person.look('returned')
    const open = page
      .getByRole('article')
      .filter({ has: page.getByRole('button', { name: /^删除第/ }) })
    assert.equal(await open.count(), 1)
    await open.getByRole('heading', { name: /居民身份证/ }).waitFor()
    assert.ok((await page.getByText('已通过', { exact: true }).count()) > 0, 'accepted ones say so')
    await candidate.remove('居民身份证', 1)
    await person.says('还有 1 项待处理')
    await candidate.upload('居民身份证 人像面')
    await person.says('退回的材料都已处理')
    await candidate.submit()
    await person.look('receipt-again')

    // Only what was changed needs a verdict again.
    await point.claim(name)
    await point.person.says('还有 1 项未审')
    await point.person.look('second-round')
    await point.acceptTheRest()
    await point.finish('确认通过')

    // On site, then the region.
    await point.claim(name)
    await point.person.look('on-site')
    await point.acceptTheRest()
    await point.finish('确认通过')
    const region = new Reviewer(await scene.arrive(`sc-region-for-${account}`), 'sc', 'sc-region')
    await region.signIn()
    await region.claim(name)
    await region.acceptTheRest()
    await region.openFinish()
    await region.person.look('finish-approve')
    await region.confirm('确认通过')

    await page.reload()
    await person.says('审核通过')
    await person.says('您的报名材料已通过全部审核环节')
    await candidate.assertLocked()
    await person.look('approved')
    await page.goto('/sc')
    await page.getByRole('link', { name: '查看材料' }).waitFor()
    await person.look('portal-approved')
  })
})
