import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { Role } from '#app/core/access'
import { checkWorkflow } from '#app/core/workflow'
import { publishRelease } from '#app/catalog/releases'
import type Dossier from '#app/dossiers/models/dossier'
import ExamPoint from '#app/regions/models/exam_point'
import Season from '#app/regions/models/season'
import { runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import { inWorld, signedInCandidate, staffOf } from '#tests/support/world'
import { as, codeOf, drawnInShanghai, fresh, handedIn, review } from './desk.js'

/** Takes a dossier from stage to stage by whoever the release names; gives the stages' ids. */
async function goThrough(client: ApiClient, dossier: Dossier): Promise<string[]> {
  const seen: string[] = []
  for (;;) {
    const { row, release } = await fresh(dossier)
    if (row.state === 'approved') return seen
    const stage = release.workflow.stages[row.stage]
    seen.push(stage.id)
    await review(client, await reviewerFor(dossier, stage.roles[0] as Role), dossier)
  }
}

async function reviewerFor({ regionId, examPointId }: Dossier, role: Role) {
  const point = await runInRegion(regionId, () => ExamPoint.findOrFail(examPointId))
  const parent = point.parentId
    ? await runInRegion(regionId, () => ExamPoint.findOrFail(point.parentId!))
    : point
  if (role === 'regpoint_clerk') return staffOf(regionId, role, point.code)
  return staffOf(regionId, role, role === 'point_reviewer' ? parent.code : undefined)
}

async function underClerk() {
  await runInRegion('gd', async () => {
    const parent = await ExamPoint.findByOrFail({ code: '4401' })
    const names = { zh: '越秀区报名点', en: null, phone: null }
    await ExamPoint.create({ code: '440104', parentId: parent.id, ...names })
  })
  return handedIn('gd', { persona: 'p03', pointId: '440104' })
}

test.group('Workflows by configuration alone', (group) => {
  inWorld(group)

  test('{region}: from submitting to approval through {stages}')
    .with([
      { region: 'sc', stages: ['point', 'onsite', 'region'], make: () => handedIn('sc') },
      { region: 'bj', stages: ['point', 'onsite', 'region'], make: () => handedIn('bj') },
      { region: 'sh', stages: ['first', 'check'], make: () => drawnInShanghai(true) },
      { region: 'gd', stages: ['regpoint', 'point', 'region'], make: underClerk },
      { region: 'sd', stages: ['point', 'region'], make: () => handedIn('sd') },
    ])
    .run(async ({ client, assert }, { stages, make }) => {
      assert.deepEqual(await goThrough(client, await make()), stages)
    })

  test('ha: nothing is uploaded, so nothing is reviewed', async ({ client, assert }) => {
    const { candidate } = await signedInCandidate('ha')
    const answer = await client
      .post('/ha/dossier')
      .withGuard('candidate')
      .loginAs(candidate)
      .withCsrfToken()
      .accept('json')
    assert.isAtLeast(answer.status(), 400)
    const queue = await as(client.post('/ha/staff/claims'), await staffOf('ha', 'region_reviewer'))
    assert.equal(codeOf(queue), 'NOTHING_TO_CLAIM')
  })

  test('a region with three stages online', async ({ client, assert }) => {
    const { release } = await fresh(await handedIn('sd'))
    const [point, region] = release.workflow.stages
    const second = { ...region, id: 'second', zh: '考区复审', en: 'Second review' }
    const workflow = { ...release.workflow, stages: [point, region, second] }
    assert.deepEqual(checkWorkflow(workflow), [])
    await runInRegion('sd', async () => {
      const { id: seasonId } = await Season.findByOrFail({ isCurrent: true })
      await transaction((trx) =>
        publishRelease({ seasonId, document: { ...release, workflow }, publishedBy: null }, trx)
      )
    })
    assert.deepEqual(await goThrough(client, await handedIn('sd')), ['point', 'region', 'second'])
  })
})
