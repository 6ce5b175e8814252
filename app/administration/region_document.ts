import { parseCondition } from '#app/core/condition'
import {
  collectProblems,
  fail,
  JsonReader,
  ReleaseError,
  type DocumentProblem,
} from '#app/core/json_reader'
import type { Catalog, Flags } from '#app/core/release'
import { parseInstant, parseTimeOfDay, type Instant } from '#app/core/time'
import type { AudienceRule, SeasonWindow } from '#app/core/window'
import { isLine } from '#app/core/lines'
import { regionIdProblem } from '#app/regions/region_id'
import type { SeasonSettings } from '#app/regions/season_settings'
import { webLinkProblem } from '#app/regions/web_link'

/** What one region's object of `regions.json` says beside its release: the region, its points, live settings. */
export interface RegionDocument {
  region: {
    id: string
    code: string
    zh: string
    en: string
    summaryZh: string | null
    summaryEn: string | null
    enabled: boolean
    notes: Record<string, unknown>
  }
  points: {
    code: string
    parent: string | null
    zh: string
    en: string | null
    phone: string | null
  }[]
  uploadsOn: boolean
  windows: (SeasonWindow & { zh: string | null; en: string | null })[]
  /** No return's deadline passes it. */
  returnCapAt: Instant | null
  settings: SeasonSettings
  notices: { titleZh: string; titleEn: string | null; url: string | null; mustRead: boolean }[]
}

const BUTTON = { zh: '上传相关材料', en: 'Upload materials' }
/** Kept for people to read: where a rule comes from and what was assumed. */
const NOTES = ['archetype', 'evidence', 'sourced_points_zh', 'assumed']

/** Everything that a region's object may say, here or for its release; anything else is refused. */
const KEYS = [
  ...['id', 'code', 'zh', 'en', 'summary_zh', 'summary_en', 'enabled', 'season', ...NOTES],
  ...['windows', 'upload_button', 'entry', 'notices', 'exam_points', 'notifications'],
  'staff_uploads',
  ...['flags', 'catalog_overrides', 'image_rules', 'workflow', 'onsite', 'carry_over'],
  ...['own_materials', 'declaration', 'at_close', 'on_return_due', 'upload_grace_minutes'],
]

/** What the columns hold; a longer text would be cut or refused by the database, far from its path. */
const LONGEST = {
  regionCode: 8,
  name: 100,
  pointCode: 32,
  phone: 40,
  windowKind: 32,
  windowName: 200,
  title: 300,
  url: 1000,
}

/**
 * Reads the region, its points and its live settings.
 *
 * @throws ReleaseError with the first problem of each part
 */
export function readRegionDocument(json: unknown, catalog: Catalog, flags: Flags): RegionDocument {
  const problems: DocumentProblem[] = []
  const section = <T>(part: () => T): T | undefined => collectProblems(problems, part)
  const root = JsonReader.of(json, '')
  section(() => root.onlyKeys(KEYS))
  const parts = {
    region: section(() => region(root)),
    points: section(() => points(root)),
    uploadsOn: section(() => root.object('upload_button').bool('visible')),
    windows: section(() => windows(root)),
    returnCapAt: section(() => {
      const cap = root.object('workflow').object('returns').textOr('extend_cap', null)
      return cap === null ? null : parseInstant(cap)
    }),
    settings: section(() => settings(root, catalog, flags)),
    notices: section(() => root.objects('notices').map(notice)),
  }
  if (problems.length > 0) throw new ReleaseError(problems)
  return parts as RegionDocument
}

function region(root: JsonReader): RegionDocument['region'] {
  return {
    id: regionId(root),
    code: label(root, 'code', LONGEST.regionCode),
    zh: label(root, 'zh', LONGEST.name),
    en: label(root, 'en', LONGEST.name),
    summaryZh: root.textOr('summary_zh', null),
    summaryEn: root.textOr('summary_en', null),
    enabled: root.bool('enabled'),
    notes: Object.fromEntries(
      NOTES.filter((key) => root.has(key)).map((key) => [key, root.raw(key)])
    ),
  }
}

/** Exam points stand before their registration points, which have none of their own. */
function points(root: JsonReader): RegionDocument['points'] {
  const above = new Map<string, boolean>()
  return root.objects('exam_points').map((point) => {
    point.onlyKeys(['id', 'parent', 'zh', 'en', 'phone'])
    const code = label(point, 'id', LONGEST.pointCode)
    const parent = point.textOr('parent', null)
    if (above.has(code)) fail(point.at('id'), `"${code}" stands twice`)
    if (parent !== null && !above.get(parent)) {
      fail(point.at('parent'), `"${parent}" is no exam point listed before`)
    }
    above.set(code, parent === null)
    return {
      code,
      parent,
      zh: label(point, 'zh', LONGEST.name),
      en: labelOr(point, 'en', LONGEST.name),
      phone: labelOr(point, 'phone', LONGEST.phone),
    }
  })
}

function settings(root: JsonReader, catalog: Catalog, flags: Flags): SeasonSettings {
  const button = root.object('upload_button')
  button.onlyKeys([
    ...['visible', 'label_zh', 'label_en', 'off_message_zh', 'off_message_en', 'audience'],
  ])
  return {
    button: {
      zh: button.textOr('label_zh', BUTTON.zh),
      en: button.textOr('label_en', BUTTON.en),
    },
    offMessage: { zh: button.text('off_message_zh'), en: button.text('off_message_en') },
    audience: button.objects('audience').map((rule) => audience(rule, catalog, flags)),
    entry: root.text('entry'),
    notifications: notifications(root.object('notifications')),
    staffUploads: root.bool('staff_uploads', false),
  }
}

function notice(json: JsonReader): RegionDocument['notices'][number] {
  json.onlyKeys(['title_zh', 'title_en', 'url', 'must_read_before_upload'])
  return {
    titleZh: label(json, 'title_zh', LONGEST.title),
    titleEn: labelOr(json, 'title_en', LONGEST.title),
    url: json.has('url') ? webAddress(json, 'url') : null,
    mustRead: json.bool('must_read_before_upload', false),
  }
}

/** One line that says something: names stand in tables, on buttons and in messages. */
function label(json: JsonReader, key: string, longest: number): string {
  const text = json.text(key)
  if (text.length > longest) fail(json.at(key), `expects at most ${longest} characters`)
  return isLine(text) ? text : fail(json.at(key), 'expects one line of text')
}

function labelOr(json: JsonReader, key: string, longest: number): string | null {
  return json.has(key) && json.raw(key) !== '' ? label(json, key, longest) : null
}

function regionId(root: JsonReader): string {
  const id = root.text('id').toLowerCase()
  const problem = regionIdProblem(id)
  if (problem === 'reserved') fail('id', `"${id}" is a word of the platform's own addresses`)
  return problem ? fail('id', 'expects 2 to 16 letters or digits') : id
}

/** Candidates click on it: nothing but a page of the web. */
function webAddress(json: JsonReader, key: string): string {
  const url = label(json, key, LONGEST.url)
  return webLinkProblem(url) === null
    ? url
    : fail(json.at(key), 'expects an https address without an account in it')
}

function windows(root: JsonReader): RegionDocument['windows'] {
  const starts = new Set<string>()
  return root.objects('windows').map((json) => {
    const one = window(json)
    const start = `${one.kind} ${one.start}`
    if (starts.has(start)) fail(json.at('start'), `a window "${one.kind}" starts then already`)
    starts.add(start)
    return one
  })
}

function window(json: JsonReader): RegionDocument['windows'][number] {
  json.onlyKeys(['kind', 'start', 'end_exclusive', 'zh', 'en'])
  const start = instant(json, 'start')
  const end = instant(json, 'end_exclusive')
  if (end <= start) fail(json.at('end_exclusive'), 'expects an instant after the start')
  return {
    kind: label(json, 'kind', LONGEST.windowKind),
    start,
    end,
    zh: labelOr(json, 'zh', LONGEST.windowName),
    en: labelOr(json, 'en', LONGEST.windowName),
  }
}

function instant(json: JsonReader, key: string): Instant {
  return parseInstant(json.text(key)) ?? fail(json.at(key), 'expects an instant with its offset')
}

function audience(json: JsonReader, catalog: Catalog, flags: Flags): AudienceRule {
  json.onlyKeys(['when', 'show', 'message_zh', 'message_en'])
  return {
    when: parseCondition(json.raw('when'), { facts: catalog.facts, flags, path: json.at('when') }),
    show: json.bool('show'),
    messageZh: json.textOr('message_zh', null),
    messageEn: json.textOr('message_en', null),
  }
}

function notifications(json: JsonReader): SeasonSettings['notifications'] {
  json.onlyKeys([
    ...['channels', 'quiet_hours', 'phone_list_for_unread_hours'],
    ...['sms_return_zh', 'sms_return_en'],
  ])
  const quietHours = json.texts('quiet_hours')
  if (quietHours.length !== 2 || quietHours.some((time) => parseTimeOfDay(time) === null)) {
    fail(json.at('quiet_hours'), 'expects two times of day')
  }
  return {
    channels: json.texts('channels'),
    quietHours: [quietHours[0], quietHours[1]],
    phoneListForUnreadHours: json.intOr('phone_list_for_unread_hours', null, 1, 24 * 14),
    smsReturnZh: json.textOr('sms_return_zh', null),
    smsReturnEn: json.textOr('sms_return_en', null),
  }
}
