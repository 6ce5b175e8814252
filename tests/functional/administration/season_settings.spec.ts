import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import AuditEntry from '#app/audit/models/audit_entry'
import type Staff from '#app/identity/models/staff'
import Season from '#app/regions/models/season'
import SeasonWindow from '#app/regions/models/season_window'
import { currentSeason } from '#app/regions/queries/current_season'
import { runInRegion } from '#app/shared/region_context'
import { inWorld, newStaff, staffOf } from '#tests/support/world'

const WINDOWS = [
  {
    kind: 'upload',
    start: '2027-01-14T10:00',
    end: '2027-01-27T24:00',
    zh: '材料上传',
    en: 'Upload',
  },
  { kind: 'blackout', start: '2027-02-05T00:00', end: '2027-02-11T24:00', zh: '', en: '' },
]
const CALENDAR = { windows: WINDOWS, returnCap: '2027-03-20T24:00' }
const BUTTON = { labelZh: '去上传', labelEn: 'Upload', offZh: '未开放', offEn: 'Not open' }
const AUDIENCE = {
  rules: [
    {
      when: { fact: 'military_status', eq: 'active' },
      show: false,
      messageZh: '现役军人请到现场审核。',
      messageEn: '',
    },
  ],
}
const NOTIFICATIONS = {
  channels: ['in_app', 'sms'],
  quietFrom: '22:00',
  quietUntil: '07:30',
  phoneListForUnreadHours: '36',
  smsReturnZh: '请更换{n}项材料。',
  smsReturnEn: '',
}
const SECTIONS: [string, object][] = [
  ['uploads', { on: false }],
  ['calendar', CALENDAR],
  ['button', BUTTON],
  ['audience', AUDIENCE],
  ['notifications', NOTIFICATIONS],
]

test.group('Live settings of a season', (group) => {
  inWorld(group)

  test('a guest signs in first; who has no role in the region gets 404', async ({
    client,
    assert,
  }) => {
    const season = await seasonOf('sc')
    const guest = await client.get('/sc/staff/season').redirects(0)
    guest.assertHeader('location', '/staff/login')
    const other = await staffOf('bj', 'region_admin')
    for (const path of [
      '/sc/staff/season',
      '/sc/staff/seasons',
      `/sc/staff/seasons/${season.id}`,
    ]) {
      const page = await client.get(path).withGuard('staff').loginAs(other)
      page.assertStatus(404)
    }
    for (const [section, form] of SECTIONS) {
      const body = { version: season.version, ...form }
      const unknown = await send(client, null, season.id, section, body)
      unknown.assertStatus(401)
      const foreign = await send(client, other, season.id, section, body)
      foreign.assertStatus(404)
    }
    await assertUntouched(assert, season)
  })

  test('all staff of the region look, and only its administrators change', async ({
    client,
    assert,
  }) => {
    const season = await seasonOf('sc')
    for (const role of ['point_reviewer', 'region_lead', 'auditor'] as const) {
      const staff = await staffOf('sc', role, role === 'point_reviewer' ? '5101' : undefined)
      const page = await show(client, staff)
      assert.isFalse(page.canChange)
      for (const [section, form] of SECTIONS) {
        const answer = await send(client, staff, season.id, section, {
          version: season.version,
          ...form,
        })
        answer.assertStatus(403)
      }
    }
    const platform = await newStaff('national', { isPlatformAdmin: true })
    const refused = await send(client, platform, season.id, 'uploads', {
      version: season.version,
      on: false,
    })
    refused.assertStatus(403)
    await assertUntouched(assert, season)
  })

  test("another region's season is as unknown as a missing one", async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const foreign = await seasonOf('bj')
    for (const id of [foreign.id, 'nothing']) {
      for (const [section, form] of SECTIONS) {
        const answer = await send(client, admin, id, section, { version: foreign.version, ...form })
        answer.assertStatus(404)
      }
      const page = await client.get(`/sc/staff/seasons/${id}`).withGuard('staff').loginAs(admin)
      page.assertStatus(404)
    }
    await assertUntouched(assert, foreign, 'bj')
  })

  test('the switch is flipped at once, kept in the chain, and flipping it to what it is changes nothing', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { id, version } = await seasonOf('sc')
    const off = await send(client, admin, id, 'uploads', { version, on: false })
    assert.deepEqual(off.body(), { version: version + 1 })
    assert.isFalse((await seasonOf('sc')).uploadsOn)
    const portal = await client.get('/sc').withInertia()
    assert.equal((portal.inertiaProps as any).openness.reason, 'switched_off')

    const same = await send(client, admin, id, 'uploads', { version: version + 1, on: false })
    assert.deepEqual(same.body(), { version: version + 1 })
    const [entry, ...more] = await chain()
    assert.lengthOf(more, 0)
    assert.deepInclude(entry.$attributes, { action: 'uploads_switched', actorId: admin.id })
    assert.deepInclude(entry.payload, { on: false, season: 2027 })
  })

  test('windows and cap are saved as a whole, 24:00 is the next midnight', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { id, version } = await seasonOf('sc')
    const saved = await send(client, admin, id, 'calendar', { version, ...CALENDAR })
    saved.assertStatus(200)
    const { season, windows } = (await runInRegion('sc', () => currentSeason()))!
    assert.deepEqual(
      windows.map(({ kind, startsAt, endsAt, zh, en }) => [kind, startsAt, endsAt, zh, en]),
      [
        ['upload', at('2027-01-14T10:00'), at('2027-01-28T00:00'), '材料上传', 'Upload'],
        ['blackout', at('2027-02-05T00:00'), at('2027-02-12T00:00'), null, null],
      ]
    )
    assert.equal(season.returnCapAt, at('2027-03-21T00:00'))

    const page = await show(client, admin)
    assert.isTrue(page.canChange)
    assert.lengthOf(page.season.windows, 2)
    const [entry] = await chain()
    assert.equal(entry.action, 'calendar_changed')
    assert.lengthOf(entry.payload.after.windows, 2)
    const again = await send(client, admin, id, 'calendar', { version: version + 1, ...CALENDAR })
    assert.deepEqual(again.body(), { version: version + 1 })
    assert.lengthOf(await chain(), 1)
  })

  const upload = WINDOWS[0]
  const name = '眉'.repeat(10_000)
  for (const [what, form, field] of [
    [
      'an end before its start',
      { windows: [{ ...upload, end: '2027-01-13T10:00' }] },
      'windows.0.end',
    ],
    ['an end at its start', { windows: [{ ...upload, end: upload.start }] }, 'windows.0.end'],
    [
      'a day that does not exist',
      { windows: [{ ...upload, end: '2027-02-30T10:00' }] },
      'windows.0.end',
    ],
    ['no start', { windows: [{ ...upload, start: '' }] }, 'windows.0.start'],
    ['a window that overlaps one of its kind', { windows: [upload, upload] }, 'windows.1.start'],
    ['a kind that nobody knows', { windows: [{ ...upload, kind: 'party' }] }, 'windows.0.kind'],
    ['a name of 10,000 characters', { windows: [{ ...upload, zh: name }] }, 'windows.0.zh'],
    ['a name of two lines', { windows: [{ ...upload, en: 'a\nb' }] }, 'windows.0.en'],
    ['a cap before uploads end', { returnCap: '2027-01-20T00:00' }, 'returnCap'],
    ['a cap that is no time', { returnCap: 'soon' }, 'returnCap'],
  ] as [string, object, string][]) {
    test(`${what} is refused at its field and nothing is saved`, async ({ client, assert }) => {
      const admin = await staffOf('sc', 'region_admin')
      const season = await seasonOf('sc')
      const before = await windowsOf('sc')
      const body = { version: season.version, ...CALENDAR, ...form }
      const refused = await send(client, admin, season.id, 'calendar', body)
      refused.assertStatus(422)
      const errors = refused.body().errors as { field: string; message: string }[]
      assert.deepEqual(
        errors.map((error) => error.field),
        [field]
      )
      assert.match(errors[0].message, /[\u4e00-\u9fff]/)
      assert.deepEqual(await windowsOf('sc'), before)
      await assertUntouched(assert, season)
    })
  }

  test('everything that is wrong is told at once', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { id, version } = await seasonOf('sc')
    const windows = [{ ...upload, start: '', end: '' }, upload, { ...upload, end: '' }]
    const refused = await send(client, admin, id, 'calendar', { version, windows, returnCap: null })
    assert.sameMembers(
      refused.body().errors.map((error: { field: string }) => error.field),
      ['windows.0.start', 'windows.0.end', 'windows.2.end']
    )
  })

  test('button, audience rules and notifications are saved each by itself', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { id, version } = await seasonOf('sc')
    await send(client, admin, id, 'button', { version, ...BUTTON })
    await send(client, admin, id, 'audience', { version: version + 1, ...AUDIENCE })
    const last = await send(client, admin, id, 'notifications', {
      version: version + 2,
      ...NOTIFICATIONS,
    })
    assert.deepEqual(last.body(), { version: version + 3 })
    const { settings } = await seasonOf('sc')
    assert.deepEqual(settings.button, { zh: '去上传', en: 'Upload' })
    assert.deepEqual(settings.offMessage, { zh: '未开放', en: 'Not open' })
    assert.deepEqual(settings.audience, [
      {
        when: { fact: 'military_status', eq: 'active' },
        show: false,
        messageZh: '现役军人请到现场审核。',
        messageEn: null,
      },
    ])
    assert.deepEqual(settings.notifications, {
      channels: ['in_app', 'sms'],
      quietHours: ['22:00', '07:30'],
      phoneListForUnreadHours: 36,
      smsReturnZh: '请更换{n}项材料。',
      smsReturnEn: null,
    })
    assert.deepEqual(
      (await chain()).map(({ action }) => action),
      ['button_changed', 'audience_changed', 'notifications_changed']
    )
    const page = await show(client, admin)
    assert.isNotEmpty(page.season.audience[0].words.zh)
  })

  const rule = AUDIENCE.rules[0]
  for (const [section, what, form, field] of [
    ['button', 'no label', { ...BUTTON, labelZh: '' }, 'labelZh'],
    [
      'button',
      'a label of 10,000 characters',
      { ...BUTTON, labelEn: 'a'.repeat(10_000) },
      'labelEn',
    ],
    ['button', 'a message of 10,000 characters', { ...BUTTON, offZh: name }, 'offZh'],
    [
      'audience',
      'an unknown fact',
      { rules: [{ ...rule, when: { fact: 'shoe', eq: 'x' } }] },
      'rules.0.when',
    ],
    ['audience', 'no condition', { rules: [{ ...rule, when: null }] }, 'rules.0.when'],
    ['audience', 'no message', { rules: [{ ...rule, messageZh: '' }] }, 'rules.0.messageZh'],
    [
      'notifications',
      'a channel that is none',
      { ...NOTIFICATIONS, channels: ['owl'] },
      'channels.0',
    ],
    ['notifications', 'a time that is none', { ...NOTIFICATIONS, quietFrom: '25:00' }, 'quietFrom'],
    [
      'notifications',
      'too many hours',
      { ...NOTIFICATIONS, phoneListForUnreadHours: 900 },
      'phoneListForUnreadHours',
    ],
  ] as [string, string, object, string][]) {
    test(`${section} with ${what} is refused at its field`, async ({ client, assert }) => {
      const admin = await staffOf('sc', 'region_admin')
      const season = await seasonOf('sc')
      const body = { version: season.version, ...form }
      const refused = await send(client, admin, season.id, section, body)
      refused.assertStatus(422)
      const [first] = refused.body().errors
      assert.isTrue(first.field.startsWith(field), first.field)
      await assertUntouched(assert, season)
    })
  }

  test('a condition that nobody can fulfil is refused with its place', async ({
    client,
    assert,
  }) => {
    const admin = await staffOf('sc', 'region_admin')
    const { id, version } = await seasonOf('sc')
    const fact = 'military_status'
    const when = {
      all: [
        { fact, eq: 'active' },
        { fact, eq: 'none' },
      ],
    }
    const refused = await send(client, admin, id, 'audience', {
      version,
      rules: [{ ...rule, when }],
    })
    refused.assertStatus(422)
    assert.match(refused.body().errors[0].field, /^rules\.0\.when/)
  })

  test('the second to save gets 409, and what the first saved stays', async ({
    client,
    assert,
  }) => {
    const [first, second] = [
      await staffOf('sc', 'region_admin'),
      await staffOf('sc', 'region_admin'),
    ]
    const { id, version } = await seasonOf('sc')
    const saved = await send(client, first, id, 'button', { version, ...BUTTON })
    saved.assertStatus(200)
    for (const [section, form] of SECTIONS) {
      const late = await send(client, second, id, section, { version, ...form })
      late.assertStatus(409)
      assert.equal(late.body().errors[0].code, 'SEASON_MOVED_ON')
    }
    const now = await seasonOf('sc')
    assert.equal(now.settings.button.zh, '去上传')
    assert.equal(now.version, version + 1)
    assert.lengthOf(await chain(), 1)
    const anew = await send(client, second, id, 'button', {
      version: version + 1,
      ...BUTTON,
      labelZh: '上传材料',
    })
    anew.assertStatus(200)
  })

  test('an archived season can be read and not changed', async ({ client, assert }) => {
    const admin = await staffOf('sc', 'region_admin')
    const season = await seasonOf('sc')
    await runInRegion('sc', async () => {
      await season.merge({ isCurrent: false, archivedAt: 1 }).save()
    })
    const page = await client
      .get(`/sc/staff/seasons/${season.id}`)
      .withGuard('staff')
      .loginAs(admin)
      .withInertia()
    assert.equal((page.inertiaProps as any).season.state, 'archived')
    assert.isFalse((page.inertiaProps as any).canChange)
    for (const [section, form] of SECTIONS) {
      const refused = await send(client, admin, season.id, section, {
        version: season.version,
        ...form,
      })
      refused.assertStatus(409)
      assert.equal(refused.body().errors[0].code, 'SEASON_ARCHIVED')
    }
  })
})

function send(client: ApiClient, staff: Staff | null, id: string, section: string, form: object) {
  const request = client
    .put(`/sc/staff/seasons/${id}/${section}`)
    .withCsrfToken()
    .accept('json')
    .redirects(0)
    .json(form)
  return staff ? request.withGuard('staff').loginAs(staff) : request
}

async function show(client: ApiClient, staff: Staff): Promise<any> {
  const page = await client.get('/sc/staff/season').withGuard('staff').loginAs(staff).withInertia()
  page.assertInertiaComponent('regions/season')
  return page.inertiaProps
}

const at = (minute: string) => Date.parse(`${minute}:00+08:00`)

function seasonOf(region: string): Promise<Season> {
  return runInRegion(region, () => Season.query().where('is_current', true).firstOrFail())
}

function windowsOf(region: string) {
  return runInRegion(region, async () =>
    (await SeasonWindow.query().orderBy('id')).map((window) => ({ ...window.$attributes }))
  )
}

async function assertUntouched(assert: any, season: Season, region = 'sc') {
  const now = await runInRegion(region, () => Season.findOrFail(season.id))
  assert.deepEqual(now.$attributes, season.$attributes)
  assert.lengthOf(await chain(region), 0)
}

function chain(region = 'sc'): Promise<any[]> {
  return runInRegion(region, () =>
    AuditEntry.query().where('chain', `region:${region}`).orderBy('seq')
  )
}
