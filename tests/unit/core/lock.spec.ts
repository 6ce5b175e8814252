import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import type { Need, Openness, State } from '#app/core/dossier'
import { lockReason } from '#app/core/lock'
import { CLOSES, NEEDS, NOW, STATES } from './dossier_fixtures.js'

const WINDOWS: Record<string, Openness> = {
  open: { open: true, blackout: false, closesAt: CLOSES },
  closed: { open: false, blackout: false, closesAt: NOW },
  blackout: { open: false, blackout: true, closesAt: NOW },
}
/** A minute's distance would hide what happens at the deadline itself. */
const DEADLINES: Record<string, number | null> = {
  none: null,
  running: NOW + 1,
  reached: NOW,
  passed: NOW - 1,
}
const WANTED: readonly (Need | 'wanted')[] = [...NEEDS, 'wanted']

/** Several values of a column are separated by spaces; * is any. */
const TABLE: [
  state: string,
  window: string,
  reopened: string,
  deadline: string,
  need: string,
  reason: string | null,
][] = [
  ['approved ineligible withdrawn lapsed', '*', '*', '*', '*', 'final'],
  ['held', '*', '*', '*', '*', 'held'],
  ['submitted in_review', '*', '*', '*', '*', 'submitted'],

  ['draft returned', 'blackout', '*', '*', '*', 'blackout'],
  ['draft', 'closed', '*', 'none reached passed', '*', 'window_closed'],
  ['draft', 'open', '*', '*', 'required optional wanted', null],
  // Given more time by name after it had lapsed.
  ['draft', 'closed', '*', 'running', 'required optional wanted', null],
  ['draft', 'open', '*', '*', 'not_asked', 'not_asked'],
  ['draft', 'closed', '*', 'running', 'not_asked', 'not_asked'],
  ['draft', 'open', '*', '*', 'carried_over', 'kept_from_last_time'],
  ['draft', 'closed', '*', 'running', 'carried_over', 'kept_from_last_time'],
  ['draft', 'open', '*', '*', 'waived', 'waived'],
  ['draft', 'closed', '*', 'running', 'waived', 'waived'],
  ['draft', 'open', '*', '*', 'declared', 'declared_online'],
  ['draft', 'closed', '*', 'running', 'declared', 'declared_online'],
  ['draft', 'open', '*', '*', 'onsite', 'shown_on_site'],
  ['draft', 'closed', '*', 'running', 'onsite', 'shown_on_site'],

  ['returned', 'open closed', 'no', '*', '*', 'not_returned'],
  ['returned', 'open closed', 'yes', 'none running', '*', null],
  ['returned', 'open closed', 'yes', 'reached passed', '*', 'deadline_passed'],
]
const REASONS = [...new Set(TABLE.map((row) => row[5]))].filter((reason) => reason !== null)

const fits = (cell: string, value: string) => cell === '*' || cell.split(' ').includes(value)

function reasonFor(state: State, window: string, reopened: string, deadline: string, need: string) {
  return lockReason(
    { state, deadline: DEADLINES[deadline] },
    {
      need: need === 'wanted' ? 'not_asked' : (need as Need),
      wanted: need === 'wanted',
      reopened: reopened === 'yes' ? { changed: false, answer: null } : null,
    },
    WINDOWS[window],
    NOW
  )
}

test.group('Lock | complete table', () => {
  for (const state of STATES) {
    test(`${state}: every window, return, deadline and need`, ({ assert }) => {
      for (const window of Object.keys(WINDOWS)) {
        for (const reopened of ['yes', 'no']) {
          for (const deadline of Object.keys(DEADLINES)) {
            for (const need of WANTED) {
              const values = [state, window, reopened, deadline, need]
              const rows = TABLE.filter((row) =>
                values.every((value, i) => fits(row[i] as string, value))
              )
              assert.lengthOf(rows, 1, `one row for ${values}`)
              const got = reasonFor(state, window, reopened, deadline, need)
              assert.equal(got, rows[0][5], String(values))
            }
          }
        }
      }
    })
  }
})

test.group('Lock | rules', () => {
  const draft = { state: 'draft' as State, deadline: null }
  const asked = { need: 'required' as Need, wanted: false, reopened: null }

  test('a deadline is exclusive and counts at the first byte of an upload', ({ assert }) => {
    const returned = { state: 'returned' as State, deadline: NOW }
    const open = { ...asked, reopened: { changed: true, answer: '没有反光' } }
    assert.isNull(lockReason(returned, open, WINDOWS.closed, NOW - 1))
    assert.equal(lockReason(returned, open, WINDOWS.closed, NOW), 'deadline_passed')
  })

  test('a draft knows no deadline', ({ assert }) => {
    assert.isNull(lockReason({ ...draft, deadline: NOW - 1 }, asked, WINDOWS.open, NOW))
  })

  test('what was wanted does not open what is not asked for another reason', ({ assert }) => {
    for (const need of ['waived', 'carried_over', 'onsite', 'declared'] as const) {
      assert.isNotNull(lockReason(draft, { ...asked, need, wanted: true }, WINDOWS.open, NOW))
    }
  })

  for (const language of ['zh-CN', 'en']) {
    test(`every reason has its words in ${language}`, ({ assert }) => {
      const file = new URL(`../../../resources/lang/${language}/locks.json`, import.meta.url)
      assert.sameMembers(Object.keys(JSON.parse(readFileSync(file, 'utf8'))), REASONS)
    })
  }
})
