import { test } from '@japa/runner'
import { Candidate } from '#tests/support/browser_candidate'
import { journey, type Person, type Scene } from '#tests/support/browser_person'
import { Reviewer } from '#tests/support/browser_reviewer'

interface Cast {
  region: string
  account: string
  name: string
  reviewers: string[]
}

const SHANDONG: Record<number, Cast> = {
  390: { region: 'sd', account: 'p13', name: '罗俊', reviewers: ['sd-point-3703', 'sd-region'] },
  1440: { region: 'sd', account: 'p18', name: '萧峰勇', reviewers: ['sd-point', 'sd-region'] },
}
const SHANGHAI: Record<number, Cast> = {
  390: { region: 'sh', account: 'p02', name: '于超佳', reviewers: ['sh-region', 'sh-lead'] },
  1440: { region: 'sh', account: 'p17', name: '萧雨志', reviewers: ['sh-region', 'sh-lead'] },
}

/** Each stage accepts everything; after the last one the candidate is told that he is approved. */
async function walk({ arrive }: Scene, { region, account, name, reviewers }: Cast) {
  const person = await arrive(account)
  const candidate = new Candidate(person, region, account)
  await candidate.begin()
  await candidate.uploadAllRequired()
  await candidate.submit()

  for (const login of reviewers) {
    const reviewer = new Reviewer(await arrive(`${login}-for-${account}`), region, login)
    await reviewer.signIn()
    await reviewer.claim(name)
    const { pathname } = new URL(reviewer.person.page.url())
    await reviewer.acceptTheRest()
    await reviewer.finish('确认通过')
    if (login.endsWith('-lead')) await readOnPaper(reviewer.person, pathname)
    await person.page.reload()
    await person.says(login === reviewers.at(-1) ? '您的报名材料已通过全部审核环节' : /通过/)
  }
  await candidate.assertLocked()
  await person.look(`approved-${region}`)
}

/** The dossier as a lead prints it for the file. */
async function readOnPaper(person: Person, dossier: string) {
  await person.page.goto(`${dossier}/print`)
  await person.look('print')
}

test.group('Two online stages', () => {
  journey('Shandong: the exam point, then the region', (scene) =>
    walk(scene, SHANDONG[scene.width])
  )
  journey('Shanghai: first review, then second check', (scene) =>
    walk(scene, SHANGHAI[scene.width])
  )
})
