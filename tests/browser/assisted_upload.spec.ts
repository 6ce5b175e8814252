import { test } from '@japa/runner'
import { Candidate } from '#tests/support/browser_candidate'
import { photographOf } from '#tests/support/browser_pictures'
import { journey, until, type Person } from '#tests/support/browser_person'
import { Reviewer } from '#tests/support/browser_reviewer'

/** The same candidate at both widths. */
const ACCOUNT = 'p16'
const [NUMBER, NAME] = ['20275101000006', '彭雨浩']

async function allow(admin: Person) {
  const { page } = admin
  await page.goto('/sc/staff/season')
  await page.getByRole('button', { name: '修改 代为上传' }).click()
  await page.getByLabel('允许工作人员代考生上传图片').check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await admin.says('已开启：工作人员可以代考生上传图片。')
}

test.group('Staff upload for a candidate', () => {
  journey('the region allows it, a picture is added, he sees who did it', async (scene) => {
    const person = await scene.arrive(`assisted-${ACCOUNT}`)
    const candidate = new Candidate(person, 'sc', ACCOUNT)
    await candidate.come()
    const begin = person.button('上传相关材料')
    if ((await begin.count()) > 0) {
      await candidate.readNotices()
      await begin.click()
      await person.page.waitForURL(`**${candidate.dossierPath}`)
    }

    const admin = await scene.arrive('assisted-admin')
    await new Reviewer(admin, 'sc', 'sc-admin').enter()
    await allow(admin)
    await admin.look('season')

    const staff = await scene.arrive('assisted-point')
    const { page } = staff
    staff.expects(/status of 422/)
    await new Reviewer(staff, 'sc', 'sc-point').enter()
    await page.goto('/sc/staff/assisted-uploads')
    const number = page.getByLabel('报名序号或完整证件号码')
    await number.fill('20270000000000')
    await staff.button('查找考生').click()
    await staff.says(/没有找到可以代为上传的考生/)
    await staff.look('search')
    await number.fill(NUMBER)
    await number.press('Enter')
    await page.getByRole('heading', { name: `代 ${NAME} 上传` }).waitFor()

    const before = await page.getByRole('button', { name: /^删除第/ }).count()
    const free = page.locator('input[type=file]:not([capture])').first()
    await free.setInputFiles(await photographOf(`assisted ${scene.width}`, { minKb: 0, maxKb: 50 }))
    await page
      .getByRole('button', { name: /^删除第/ })
      .nth(before)
      .waitFor()
    await staff.look('uploaded')
    await page
      .getByRole('button', { name: /^删除第/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await staff.look('remove')
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()

    await person.page.goto(candidate.dossierPath)
    const tile = person.page.getByRole('button', { name: /由考点工作人员（.+）于 .+ 代为上传/ })
    await tile.first().waitFor()
    const told = person.page.getByText('工作人员代您上传了图片')
    await until('the message came', async () => {
      await person.page.reload()
      return (await told.count()) > 0
    })
    await person.look('dossier')
    await tile.first().click()
    await person.page
      .getByRole('dialog')
      .getByText(/代为上传/)
      .first()
      .waitFor()
    await person.look('viewer')
  })
})
