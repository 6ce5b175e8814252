import { test } from '@japa/runner'
import { calendarFaults, concernedUpload, planExtension } from '#app/core/season_rules'
import { china } from './fixtures.js'

const span = (kind: string, start: string | null, end: string | null) => ({
  kind,
  start: start === null ? null : china(start),
  end: end === null ? null : china(end),
})
const part = (start: string, end: string) => ({
  kind: 'upload',
  start: china(start),
  end: china(end),
})

test.group('Season | calendar', () => {
  const parts = [
    span('upload', '2027-01-28 00:00', '2027-02-05 00:00'),
    span('upload', '2027-02-12 00:00', '2027-03-04 00:00'),
    span('blackout', '2027-02-05 00:00', '2027-02-12 00:00'),
    span('review', '2027-02-01 00:00', '2027-03-20 00:00'),
  ]

  test('parts that touch, and windows of other kinds at the same time, are fine', ({ assert }) => {
    assert.deepEqual(calendarFaults(parts, china('2027-03-04 00:00')), [])
    const touching = [
      span('upload', '2027-01-01 00:00', '2027-01-02 00:00'),
      span('upload', '2027-01-02 00:00', '2027-01-03 00:00'),
    ]
    assert.deepEqual(calendarFaults(touching, null), [])
    assert.deepEqual(calendarFaults([], china('2027-03-04 00:00')), [])
  })

  test('an end before the start, or at it, is told at the end', ({ assert }) => {
    for (const end of ['2027-01-13 00:00', '2027-01-14 10:00']) {
      assert.deepEqual(calendarFaults([span('upload', '2027-01-14 10:00', end)], null), [
        { field: 'windows.0.end', rule: 'end_before_start' },
      ])
    }
  })

  test('times that cannot be read are told one by one', ({ assert }) => {
    assert.deepEqual(calendarFaults([...parts, span('onsite', null, null)], null), [
      { field: 'windows.4.start', rule: 'unreadable' },
      { field: 'windows.4.end', rule: 'unreadable' },
    ])
  })

  test('windows of one kind that overlap are told at the later one, with the other', ({
    assert,
  }) => {
    const inside = span('upload', '2027-02-20 00:00', '2027-02-21 00:00')
    assert.deepEqual(calendarFaults([...parts, inside], null), [
      { field: 'windows.4.start', rule: 'overlap', other: 1 },
    ])
    const same = [parts[0], parts[0], parts[0]]
    assert.deepEqual(
      calendarFaults(same, null).map(({ field, other }) => [field, other]),
      [
        ['windows.1.start', 0],
        ['windows.2.start', 0],
      ]
    )
  })

  test('a cap before the last upload part ends is refused, at its end it is not', ({ assert }) => {
    assert.deepEqual(calendarFaults(parts, china('2027-03-03 23:59')), [
      { field: 'returnCap', rule: 'cap_before_upload_end' },
    ])
  })
})

test.group('Season | extension for everyone', () => {
  const windows = [
    part('2027-01-14 10:00', '2027-01-20 00:00'),
    part('2027-01-25 00:00', '2027-01-28 00:00'),
  ]
  const none = { since: null, newEnd: null, hours: null }

  test('the running part is concerned, or the last that ended since the outage began', ({
    assert,
  }) => {
    const of = (since: string, now: string) =>
      concernedUpload(windows, { since: china(since), now: china(now) })
    assert.equal(of('2027-01-15 00:00', '2027-01-15 06:00'), windows[0])
    assert.equal(of('2027-01-19 20:00', '2027-01-20 09:00'), windows[0])
    assert.isNull(of('2027-01-20 00:00', '2027-01-21 00:00'))
    assert.equal(of('2027-01-19 23:00', '2027-01-26 00:00'), windows[1])
    assert.isNull(of('2027-01-28 00:00', '2027-02-01 00:00'))
  })

  test('it moves the end by what lies between the old and the new one', ({ assert }) => {
    const planned = planExtension(
      windows,
      { ...none, since: china('2027-01-27 20:00'), newEnd: china('2027-01-28 12:00') },
      china('2027-01-28 01:00')
    )
    assert.deepEqual(planned, {
      ok: true,
      plan: { since: china('2027-01-27 20:00'), movedBy: 12 * 3_600_000, window: windows[1] },
    })
  })

  test('where only returns run, hours are given', ({ assert }) => {
    const since = china('2027-02-01 08:00')
    const now = china('2027-02-01 09:00')
    const planned = planExtension(windows, { ...none, since, hours: 6 }, now)
    assert.deepEqual(planned, { ok: true, plan: { since, movedBy: 21_600_000, window: null } })
    for (const hours of [null, 0, -1, 24 * 61]) {
      assert.deepEqual(planExtension(windows, { ...none, since, hours }, now), {
        ok: false,
        fault: { field: 'hours', rule: 'hours' },
      })
    }
  })

  const wrong: [string, { since: string | null; newEnd: string | null }, string, object][] = [
    [
      'no outage',
      { since: null, newEnd: '2027-01-28 12:00' },
      '2027-01-27 22:00',
      {
        field: 'since',
        rule: 'since_unreadable',
      },
    ],
    [
      'an outage to come',
      { since: '2027-01-27 23:00', newEnd: null },
      '2027-01-27 22:00',
      {
        field: 'since',
        rule: 'since_in_future',
      },
    ],
    [
      'no end',
      { since: '2027-01-27 20:00', newEnd: null },
      '2027-01-27 22:00',
      {
        field: 'newEnd',
        rule: 'end_unreadable',
      },
    ],
    [
      'the same end',
      { since: '2027-01-27 20:00', newEnd: '2027-01-28 00:00' },
      '2027-01-27 22:00',
      {
        field: 'newEnd',
        rule: 'end_not_later',
      },
    ],
    [
      'an end that is over',
      { since: '2027-01-27 20:00', newEnd: '2027-01-28 02:00' },
      '2027-01-28 03:00',
      {
        field: 'newEnd',
        rule: 'end_past',
      },
    ],
    [
      'an end next year',
      { since: '2027-01-27 20:00', newEnd: '2028-01-28 02:00' },
      '2027-01-28 03:00',
      {
        field: 'newEnd',
        rule: 'end_too_late',
      },
    ],
    [
      'an end inside the next part',
      { since: '2027-01-19 20:00', newEnd: '2027-01-25 00:01' },
      '2027-01-19 22:00',
      {
        field: 'newEnd',
        rule: 'meets_next',
        at: china('2027-01-25 00:00'),
      },
    ],
  ]
  for (const [title, { since, newEnd }, now, fault] of wrong) {
    test(`${title} is refused at its field`, ({ assert }) => {
      const plan = {
        since: since === null ? null : china(since),
        newEnd: newEnd === null ? null : china(newEnd),
        hours: null,
      }
      assert.deepEqual(planExtension(windows, plan, china(now)), { ok: false, fault })
    })
  }
})
