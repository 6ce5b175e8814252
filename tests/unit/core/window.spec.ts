import { test } from '@japa/runner'
import { inBlackout, openness, uploadsEndAt, type SeasonSettings } from '#app/core/window'
import { china, regionJson, type Json } from './fixtures.js'

function season(id: string, changes: Partial<SeasonSettings> = {}): SeasonSettings {
  const { enabled, upload_button: button, windows } = regionJson(id)
  return {
    enabled,
    visible: button.visible,
    windows: windows.map((one: Json) => ({
      kind: one.kind,
      start: Date.parse(one.start),
      end: Date.parse(one.end_exclusive),
    })),
    audience: button.audience.map((one: Json) => ({
      when: one.when,
      show: one.show,
      messageZh: one.message_zh,
      messageEn: one.message_en,
    })),
    facts: {},
    flags: {},
    offMessage: { zh: button.off_message_zh, en: button.off_message_en },
    ...changes,
  }
}

test.group('Windows | Guangdong, two upload parts around a closure', () => {
  const table: [string, string, string | null, string | null, string | null][] = [
    ['before the first part', '2027-01-20 12:00', 'before', null, '2027-01-28 00:00'],
    ['the first instant', '2027-01-28 00:00', null, '2027-02-05 00:00', null],
    ['the last minute of part one', '2027-02-04 23:59', null, '2027-02-05 00:00', null],
    [
      'the closure begins as the part ends',
      '2027-02-05 00:00',
      'blackout',
      null,
      '2027-02-12 00:00',
    ],
    ['part two', '2027-02-12 00:00', null, '2027-03-04 00:00', null],
    ['24时 is over', '2027-03-04 00:00', 'after', null, null],
  ]
  for (const [title, at, reason, closesAt, opensAt] of table) {
    test(title, ({ assert }) => {
      const got = openness(season('GD'), china(at))
      assert.equal(got.reason, reason)
      assert.equal(got.open, reason === null)
      assert.equal(got.button, 'shown')
      assert.equal(got.closesAt, closesAt && china(closesAt))
      assert.equal(got.opensAt, opensAt && china(opensAt))
    })
  }

  test('the last part is the one that ends it', ({ assert }) => {
    assert.equal(uploadsEndAt(season('GD').windows), china('2027-03-04 00:00'))
  })
})

test.group('Windows | rules', () => {
  const during = china('2027-01-20 12:00')

  test('a blackout beats an upload window, and ends before it', ({ assert }) => {
    const base = season('SC')
    const blackout = {
      kind: 'blackout',
      start: china('2027-01-21 00:00'),
      end: china('2027-01-22 00:00'),
    }
    const settings = { ...base, windows: [...base.windows, blackout] }
    assert.equal(openness(settings, during).closesAt, blackout.start)
    assert.equal(openness(settings, blackout.start).reason, 'blackout')
    assert.equal(openness(settings, blackout.start).opensAt, blackout.end)
    assert.isTrue(inBlackout(settings.windows, blackout.start))
    assert.isFalse(inBlackout(settings.windows, blackout.end))
    assert.isNull(openness(settings, blackout.end).reason)
  })

  test('parts that touch are one', ({ assert }) => {
    const windows = [
      { kind: 'upload', start: china('2027-01-14 00:00'), end: china('2027-01-21 00:00') },
      { kind: 'upload', start: china('2027-01-21 00:00'), end: china('2027-01-25 00:00') },
    ]
    assert.equal(openness(season('SC', { windows }), during).closesAt, china('2027-01-25 00:00'))
  })

  test('between two parts it says when it opens again', ({ assert }) => {
    const windows = season('GD').windows.filter(({ kind }) => kind !== 'blackout')
    const got = openness(season('GD', { windows }), china('2027-02-08 00:00'))
    assert.include(got, { reason: 'between', opensAt: china('2027-02-12 00:00') })
  })

  test('review and registration windows guard nothing', ({ assert }) => {
    const windows = season('SC').windows.filter(({ kind }) => kind !== 'upload')
    assert.isFalse(openness(season('SC', { windows }), during).open)
  })

  test('the switch takes the button away and gives the region’s message', ({ assert }) => {
    const got = openness(season('SC', { visible: false }), during)
    assert.include(got, { button: 'absent', open: false, reason: 'switched_off' })
    assert.match(got.message!.zh, /尚未开放/)
  })

  test('a region without online upload is disabled whatever else is set', ({ assert }) => {
    const got = openness(season('HA', { visible: true }), during)
    assert.include(got, { button: 'absent', open: false, reason: 'disabled' })
    assert.match(got.message!.zh, /现场审核/)
  })

  test('serving military do not see the button and read why', ({ assert }) => {
    const got = openness(season('SC', { facts: { military_status: 'active' } }), during)
    assert.include(got, { button: 'absent', open: false, reason: 'audience' })
    assert.match(got.message!.zh, /现役军人/)
    assert.match(got.message!.en, /Serving military/)
  })

  test('an unknown military status keeps nobody out', ({ assert }) => {
    assert.isTrue(openness(season('SC'), during).open)
  })

  test('the first audience rule that fits decides', ({ assert }) => {
    const rule = { messageZh: null, messageEn: null }
    const audience = [
      { ...rule, when: { fact: 'inst_type', eq: 'clinic' }, show: true },
      { ...rule, when: { const: true }, show: false },
    ]
    assert.isTrue(openness(season('SC', { audience, facts: { inst_type: 'clinic' } }), during).open)
    assert.isFalse(openness(season('SC', { audience }), during).open)
  })

  test('the region’s message does not speak of closing before it has opened', ({ assert }) => {
    assert.isNull(openness(season('SH'), china('2027-01-01 00:00')).message)
    assert.match(openness(season('SH'), china('2027-02-01 00:00')).message!.zh, /已截止/)
  })
})
