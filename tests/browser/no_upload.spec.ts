import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import { Candidate } from '#tests/support/browser_candidate'
import { journey } from '#tests/support/browser_person'

test.group('Where the button is not shown', () => {
  journey('Henan tells its candidate what to bring', async (scene) => {
    const account = scene.width === 390 ? 'p09' : 'p12'
    const person = await scene.arrive(account)
    const candidate = new Candidate(person, 'ha', account)
    await person.page.goto('/ha')
    await person.says('本考区不在线上传材料')
    await person.look('portal-not-online')
    await candidate.signInFirstTime()

    await person.page
      .getByRole('region', { name: '需要准备的材料' })
      .getByText('居民身份证', { exact: true })
      .waitFor()
    await person.page.getByRole('region', { name: '考区通知' }).getByRole('link').first().waitFor()
    assert.equal(await person.button('上传相关材料').count(), 0)
    await person.look('what-to-bring')
  })

  journey('a serving soldier reads what his region says to him', async (scene) => {
    const person = await scene.arrive(`p14-${scene.width}`)
    const candidate = new Candidate(person, 'sc', 'p14')
    await candidate.signIn()
    const agree = person.button('同意授权')
    await agree
      .or(person.page.getByRole('heading', { name: '报名信息' }))
      .first()
      .waitFor()
    if (await agree.count()) await agree.click()

    await person.says('韩雪敏')
    await person.says(/军/)
    assert.equal(await person.button('上传相关材料').count(), 0)
    await person.look('soldier')
    await person.page.goto('/sc/dossier')
    assert.equal(await person.page.locator('input[type=file]').count(), 0)
  })
})
