import { test } from '@japa/runner'
import fc from 'fast-check'
import type { Returns, Stage, Workflow } from '#app/core/release'
import { afterDaytime, DAY, HOUR, isQuiet, type QuietHours } from '#app/core/time'
import {
  checkWorkflow,
  drawsAfter,
  isLast,
  LEAST_DAYTIME,
  nextStage,
  returnDeadline,
  returnsTo,
} from '#app/core/workflow'
import { china, REGION_IDS, releaseOf } from './fixtures.js'

test.group('Workflow | stages', () => {
  const { workflow } = releaseOf('SC')

  test('are walked in order to the last', ({ assert }) => {
    assert.equal(nextStage(workflow, 0), 1)
    assert.equal(nextStage(workflow, 2), null)
    assert.isFalse(isLast(workflow, 1))
    assert.isTrue(isLast(workflow, 2))
  })

  test('a sampling stage passes over the dossiers that were not drawn', ({ assert }) => {
    const shanghai = releaseOf('SH').workflow
    assert.equal(
      nextStage(shanghai, 0, () => 29),
      1
    )
    assert.equal(
      nextStage(shanghai, 0, () => 30),
      null
    )
    assert.isTrue(isLast(shanghai, 0, () => 30))
  })

  test('draws are told up to the stage that is next', ({ assert }) => {
    const { workflow: two } = releaseOf('SH')
    const percents = [100, 30, 20, 100, 50]
    const stages = percents.map((samplingPercent) => ({ ...two.stages[0], samplingPercent }))
    const drawsWith = (...lots: number[]) =>
      drawsAfter({ ...two, stages }, 0, (stage) => lots[stage - 1]).map(({ stage, drawn }) => [
        stage,
        drawn,
      ])
    assert.deepEqual(drawsWith(29), [[1, true]])
    assert.deepEqual(drawsWith(30, 19), [
      [1, false],
      [2, true],
    ])
    assert.deepEqual(drawsWith(99, 99), [
      [1, false],
      [2, false],
    ])
    assert.deepEqual(
      drawsAfter(workflow, 0, () => 99),
      [],
      'no stage of Sichuan samples'
    )
  })

  test('a returned dossier comes back to its stage, or to the first', ({ assert }) => {
    assert.equal(returnsTo(workflow, 2), 2)
    const first = { ...workflow, returns: { ...workflow.returns, resubmitGoesTo: 'first_stage' } }
    assert.equal(returnsTo(first as Workflow, 2), 0)
  })
})

test.group('Workflow | check', () => {
  for (const id of REGION_IDS) {
    test(`${id} may publish its workflow`, ({ assert }) =>
      assert.deepEqual(checkWorkflow(releaseOf(id).workflow), []))
  }

  const { workflow } = releaseOf('SC')
  const stage = (index: number, change: Partial<Stage>): Workflow => ({
    ...workflow,
    stages: workflow.stages.map((one, i) => (i === index ? { ...one, ...change } : one)),
  })
  const returns = (change: Partial<Returns>): Workflow => ({
    ...workflow,
    returns: { ...workflow.returns, ...change },
  })
  const refused: [string, Workflow, string][] = [
    ['no stage', { ...workflow, stages: [] }, 'WORKFLOW_EMPTY'],
    ['two stages of one name', stage(1, { id: 'point' }), 'STAGE_TWICE'],
    ['a stage that nobody works at', stage(0, { roles: [] }), 'STAGE_WITHOUT_ROLES'],
    [
      'a clerk at a point’s stage',
      stage(0, { roles: ['regpoint_clerk'] }),
      'STAGE_ROLE_TOO_NARROW',
    ],
    [
      'a point reviewer at the region’s stage',
      stage(2, { roles: ['point_admin'] }),
      'STAGE_ROLE_TOO_NARROW',
    ],
    ['an auditor who reviews', stage(2, { roles: ['auditor'] }), 'STAGE_ROLE_TOO_NARROW'],
    [
      'a point after the region',
      stage(0, { level: 'region', roles: ['region_lead'] }),
      'STAGE_GOES_DOWN',
    ],
    ['nobody who may reject', stage(2, { canReject: false }), 'WORKFLOW_NOBODY_REJECTS'],
    ['no approval at all', stage(0, { approvals: 0 }), 'STAGE_APPROVALS'],
    ['a first stage that only samples', stage(0, { samplingPercent: 50 }), 'STAGE_FIRST_SAMPLED'],
    ['returns without hours', returns({ deadlineHours: null }), 'RETURN_WITHOUT_DEADLINE'],
    ['returns that come back nowhere', returns({ resubmitGoesTo: null }), 'RETURN_WITHOUT_STAGE'],
    ['a cap that is no instant', returns({ extendCap: 'soon' }), 'RETURN_CAP'],
  ]
  for (const [title, spoilt, code] of refused) {
    test(`forbids ${title}`, ({ assert }) =>
      assert.include(
        checkWorkflow(spoilt).map((problem) => problem.code),
        code
      ))
  }
})

test.group('Workflow | the deadline of a return', () => {
  const quietHours: QuietHours = ['21:30', '08:00']
  const uploadClosesAt = china('2027-01-28 00:00')
  const rules: Returns = {
    deadlineHours: 48,
    extendPastWindow: true,
    extendCap: '2027-02-27T00:00:00+08:00',
    maxRounds: null,
    resubmitGoesTo: 'same_stage',
  }
  const table: [string, Partial<Returns>, string, string | null][] = [
    ['the release’s hours', {}, '2027-02-18 10:00', '2027-02-20 10:00'],
    ['never in quiet hours: an hour after they end', {}, '2027-02-18 23:00', '2027-02-21 09:00'],
    [
      'the start of quiet hours is daytime’s last moment',
      {},
      '2027-02-18 21:30',
      '2027-02-20 21:30',
    ],
    ['their end would have run out overnight', {}, '2027-02-18 08:00', '2027-02-20 09:00'],
    [
      'few hours are stretched to 12 of daytime',
      { deadlineHours: 12 },
      '2027-02-18 20:00',
      '2027-02-19 18:30',
    ],
    ['the cap, moved before the night it falls in', {}, '2027-02-25 10:00', '2027-02-26 21:30'],
    ['too near to the cap for 12 hours of daytime', {}, '2027-02-26 12:00', null],
    ['past the cap', {}, '2027-03-01 12:00', null],
    [
      'the upload window, where returns may not outlive it',
      { extendPastWindow: false },
      '2027-01-27 09:00',
      '2027-01-27 21:30',
    ],
    ['no cap at all', { extendCap: null }, '2027-03-10 10:00', '2027-03-12 10:00'],
    ['a workflow without returns', { deadlineHours: null }, '2027-02-18 10:00', null],
  ]
  for (const [title, change, now, expected] of table) {
    test(title, ({ assert }) => {
      const deadline = returnDeadline({ ...rules, ...change }, china(now), {
        uploadClosesAt,
        quietHours,
      })
      assert.equal(deadline, expected && china(expected))
    })
  }

  test('a cap that the region has moved takes the place of the release’s', ({ assert }) => {
    const extendCap = china('2027-03-05 18:00')
    const deadline = returnDeadline(rules, china('2027-03-04 09:00'), {
      uploadClosesAt,
      quietHours,
      extendCap,
    })
    assert.equal(deadline, extendCap)
  })

  test('the clock stands still in a blackout', ({ assert }) => {
    const blackouts = [{ start: china('2027-02-05 00:00'), end: china('2027-02-12 00:00') }]
    const at = (now: string) =>
      returnDeadline(rules, china(now), { uploadClosesAt, quietHours, blackouts })
    assert.equal(at('2027-02-04 12:00'), china('2027-02-13 12:00'))
    assert.equal(at('2027-02-06 12:00'), china('2027-02-14 09:00'))
  })

  test('whatever the hour, a deadline leaves 12 hours of daytime and ends by day', () => {
    const clock = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minutes) => {
      const pad = (n: number) => String(n).padStart(2, '0')
      return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
    })
    const evening = fc.integer({ min: 20 * 60, max: 23 * 60 + 59 })
    const morning = fc.integer({ min: 5 * 60, max: 9 * 60 })
    const quiet = fc
      .tuple(evening, morning)
      .map((ends) =>
        ends.map(
          (n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
        )
      ) as unknown as fc.Arbitrary<QuietHours>
    fc.assert(
      fc.property(quiet, clock, fc.integer({ min: 1, max: 200 }), (hours, time, deadlineHours) => {
        const now = china(`2027-02-10 ${time}`)
        const deadline = returnDeadline({ ...rules, deadlineHours }, now, {
          uploadClosesAt,
          quietHours: hours,
        })
        if (deadline === null) return true
        return (
          deadline >= afterDaytime(now, LEAST_DAYTIME, hours) &&
          !isQuiet(deadline - 1, hours) &&
          deadline <= china('2027-02-27 00:00')
        )
      })
    )
  })

  test('without quiet hours every hour counts', ({ assert }) => {
    const now = china('2027-02-18 23:00')
    const deadline = returnDeadline(rules, now, { uploadClosesAt, quietHours: null })
    assert.equal(deadline, now + 2 * DAY)
    assert.equal(afterDaytime(now, 12 * HOUR, null), now + 12 * HOUR)
  })
})
