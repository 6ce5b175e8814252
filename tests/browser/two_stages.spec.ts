import assert from 'node:assert/strict'
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

const APPROVED = '您的报名材料已通过全部审核环节'

/** Each stage accepts everything; after the last one that sees him the candidate is told that he is approved. */
async function walk({ arrive }: Scene, { region, account, name, reviewers }: Cast) {
  const person = await arrive(account)
  const candidate = new Candidate(person, region, account)
  await candidate.begin()
  await candidate.uploadAllRequired()
  await candidate.submit()

  let dossier = ''
  let stages = 0
  for (const login of reviewers) {
    const reviewer = new Reviewer(await arrive(`${login}-for-${account}`), region, login)
    await reviewer.signIn()
    await reviewer.claim(name)
    dossier = new URL(reviewer.page.url()).pathname
    await reviewer.acceptTheRest()
    await reviewer.finish('确认通过')
    stages++
    await person.page.reload()
    await person.says(/通过/)
    if (await person.page.getByText(APPROVED).first().isVisible()) break
  }
  await person.says(APPROVED)
  await candidate.assertLocked()
  await person.look(`approved-${region}`)
  return { dossier, stages }
}

/** The dossier as a lead prints it for the file. */
async function readOnPaper(person: Person, dossier: string) {
  await person.page.goto(`${dossier}/print`)
  await person.look('print')
}

test.group('Two online stages', () => {
  journey('Shandong: the exam point, then the region', async (scene) => {
    const { stages } = await walk(scene, SHANDONG[scene.width])
    assert.equal(stages, 2)
  })
  journey('Shanghai: first review, then second check of who is drawn', async (scene) => {
    const { dossier } = await walk(scene, SHANGHAI[scene.width])
    const lead = new Reviewer(await scene.arrive(`lead-${scene.width}`), 'sh', 'sh-lead')
    await lead.signIn()
    await readOnPaper(lead.person, dossier)
  })
})
