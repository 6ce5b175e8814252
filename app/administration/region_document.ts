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
import type { SeasonSettings } from '#app/regions/season_settings'

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
  ...['flags', 'catalog_overrides', 'image_rules', 'workflow', 'onsite', 'carry_over'],
  ...['declaration', 'at_close', 'on_return_due', 'upload_grace_minutes'],
]

/** @throws ReleaseError with the path and reason of the first thing that is wrong */
export function readRegionDocument(json: unknown, catalog: Catalog, flags: Flags): RegionDocument {
  const problems: DocumentProblem[] = []
  const document = collectProblems(problems, () => read(json, catalog, flags))
  if (!document) throw new ReleaseError(problems)
  return document
}

function read(json: unknown, catalog: Catalog, flags: Flags): RegionDocument {
  const root = JsonReader.of(json, '')
  root.onlyKeys(KEYS)
  const button = root.object('upload_button')
  const cap = root.object('workflow').object('returns').textOr('extend_cap', null)
  return {
    region: {
      id: regionId(root),
      code: root.text('code'),
      zh: root.text('zh'),
      en: root.text('en'),
      summaryZh: root.textOr('summary_zh', null),
      summaryEn: root.textOr('summary_en', null),
      enabled: root.bool('enabled'),
      notes: Object.fromEntries(
        NOTES.filter((key) => root.has(key)).map((key) => [key, root.raw(key)])
      ),
    },
    points: root.objects('exam_points').map((point) => ({
      code: point.text('id'),
      parent: point.textOr('parent', null),
      zh: point.text('zh'),
      en: point.textOr('en', null),
      phone: point.textOr('phone', null),
    })),
    uploadsOn: button.bool('visible'),
    windows: root.objects('windows').map(window),
    returnCapAt: cap === null ? null : parseInstant(cap),
    settings: {
      button: {
        zh: button.textOr('label_zh', BUTTON.zh),
        en: button.textOr('label_en', BUTTON.en),
      },
      offMessage: { zh: button.text('off_message_zh'), en: button.text('off_message_en') },
      audience: button.objects('audience').map((rule) => audience(rule, catalog, flags)),
      entry: root.text('entry'),
      notifications: notifications(root.object('notifications')),
    },
    notices: root.objects('notices').map((notice) => ({
      titleZh: notice.text('title_zh'),
      titleEn: notice.textOr('title_en', null),
      url: notice.has('url') ? webAddress(notice, 'url') : null,
      mustRead: notice.bool('must_read_before_upload', false),
    })),
  }
}

function regionId(root: JsonReader): string {
  const id = root.text('id').toLowerCase()
  return /^[a-z][a-z0-9-]{1,15}$/.test(id) ? id : fail('id', 'expects 2 to 16 letters or digits')
}

/** Candidates click on it: nothing but a page of the web. */
function webAddress(json: JsonReader, key: string): string {
  const url = json.text(key)
  const known = URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
  return known ? url : fail(json.at(key), 'expects an http or https address')
}

function window(json: JsonReader) {
  const start = instant(json, 'start')
  const end = instant(json, 'end_exclusive')
  if (end <= start) fail(json.at('end_exclusive'), 'expects an instant after the start')
  const [zh, en] = [json.textOr('zh', null), json.textOr('en', null)]
  return { kind: json.text('kind'), start, end, zh, en }
}

function instant(json: JsonReader, key: string): Instant {
  return parseInstant(json.text(key)) ?? fail(json.at(key), 'expects an instant with its offset')
}

function audience(json: JsonReader, catalog: Catalog, flags: Flags): AudienceRule {
  return {
    when: parseCondition(json.raw('when'), { facts: catalog.facts, flags, path: json.at('when') }),
    show: json.bool('show'),
    messageZh: json.textOr('message_zh', null),
    messageEn: json.textOr('message_en', null),
  }
}

function notifications(json: JsonReader): SeasonSettings['notifications'] {
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
