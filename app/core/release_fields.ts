import { sentence } from './condition_words.js'
import { factName, valueName } from './fact_words.js'
import type { DiffSection, Pair } from './release_diff.js'
import { parseInstant } from './time.js'
import type {
  Condition,
  ImageOverride,
  Locale,
  ReleaseDocument,
  ReleaseMaterial,
  Stage,
} from './release.js'

/** A property of a release that people compare: its name, and its value in words. */
export interface Field<T> extends Pair {
  read: (one: T) => unknown
  /** Null where there is nothing to say. */
  say: (value: any, words: ReleaseDocument) => Pair | null
}

const both = (text: string | number): Pair => ({ zh: String(text), en: String(text) })
const NONE: Pair = { zh: '无', en: 'none' }

const yesNo = (value: boolean): Pair => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
const text = (value: string | null) => (value ? both(value) : NONE)
const number = (value: number | null) => (value === null ? NONE : both(value))

function counted(zh: string, one: string, more: string) {
  return (value: number | null): Pair =>
    value === null ? NONE : { zh: `${value}${zh}`, en: `${value} ${value === 1 ? one : more}` }
}

const pictures = counted('张', 'picture', 'pictures')
const hours = counted('小时', 'hour', 'hours')
const minutes = counted('分钟', 'minute', 'minutes')

function named(names: Readonly<Record<string, Pair>>) {
  return (value: string | null): Pair => (value === null ? NONE : (names[value] ?? both(value)))
}

function joined(parts: readonly Pair[]): Pair {
  if (parts.length === 0) return NONE
  return {
    zh: parts.map(({ zh }) => zh).join('、'),
    en: parts.map(({ en }) => en).join(', '),
  }
}

const texts = (values: readonly string[]) => joined(values.map(both))

function condition(value: Condition, words: ReleaseDocument): Pair {
  const say = (locale: Locale) => sentence(value, words, locale)
  return { zh: say('zh-CN'), en: say('en') }
}

function materials(codes: readonly string[], { materials: known }: ReleaseDocument): Pair {
  return joined(codes.map((code) => known.find((one) => one.code === code) ?? both(code)))
}

function reasons(codes: readonly string[], { reasons: known }: ReleaseDocument): Pair {
  return joined(codes.map((code) => known.find((one) => one.code === code) ?? both(code)))
}

/** Columns of a registration that are no facts but may break what was approved. */
const COLUMNS: Readonly<Record<string, Pair>> = {
  id_no: { zh: '证件号码', en: 'ID number' },
  institution: { zh: '单位', en: 'institution' },
}

function facts(codes: readonly string[], words: ReleaseDocument): Pair {
  return joined(
    codes.map(
      (code) =>
        COLUMNS[code] ?? {
          zh: factName(code, words, 'zh-CN'),
          en: factName(code, words, 'en'),
        }
    )
  )
}

function picturesAllowed(value: ImageOverride | null): Pair {
  if (!value) return NONE
  const { formats, maxKb, minPx } = value
  return joined([
    ...(formats ? [both(formats.join('/').toUpperCase())] : []),
    ...(maxKb === undefined ? [] : [{ zh: `不超过${maxKb} KB`, en: `at most ${maxKb} KB` }]),
    ...(minPx
      ? [{ zh: `不小于${minPx.join('×')}像素`, en: `at least ${minPx.join('×')} px` }]
      : []),
  ])
}

const ROLE_NAMES: Readonly<Record<string, Pair>> = {
  regpoint_clerk: { zh: '报名点经办', en: 'Registration-point clerk' },
  point_reviewer: { zh: '考点审核员', en: 'Exam-point reviewer' },
  point_admin: { zh: '考点管理员', en: 'Exam-point administrator' },
  region_reviewer: { zh: '考区审核员', en: 'Region reviewer' },
  region_lead: { zh: '审核组长', en: 'Review lead' },
  region_admin: { zh: '考区管理员', en: 'Region administrator' },
  auditor: { zh: '监督查阅', en: 'Auditor' },
}

const STRENGTHS = {
  as_base: { zh: '按国家目录', en: 'as in the national catalog' },
  required: { zh: '改为必交', en: 'made required' },
  optional: { zh: '改为选交', en: 'made optional' },
}
const LEVELS = {
  registration_point: { zh: '报名点', en: 'registration point' },
  point: { zh: '考点', en: 'exam point' },
  region: { zh: '考区', en: 'region' },
}
const MODES = { online: { zh: '线上', en: 'online' }, onsite: { zh: '现场', en: 'on site' } }
const ONSITE = {
  all: { zh: '全部考生', en: 'every candidate' },
  none: { zh: '不要求', en: 'not asked' },
  military_only: { zh: '仅军队考生', en: 'military only' },
}
const GOES_TO = {
  same_stage: { zh: '原环节', en: 'the same stage' },
  first_stage: { zh: '第一个环节', en: 'the first stage' },
}
const AT_CLOSE = {
  lapse: { zh: '逾期失效', en: 'lapses' },
  submit_if_complete: { zh: '材料齐全的自动提交', en: 'is submitted if complete' },
}
const ON_RETURN_DUE = {
  lapse: { zh: '逾期失效', en: 'lapses' },
  back_to_review: { zh: '按原材料继续审核', en: 'goes back to review' },
}
const VALID = {
  'until_changed': { zh: '至内容变更', en: 'until it changes' },
  'document_date': { zh: '按证件有效期', en: 'as the document says' },
  'season': { zh: '当年度有效', en: 'for the season' },
  '6_months': { zh: '6个月内', en: 'for six months' },
}

function field<T>(zh: string, en: string, read: Field<T>['read'], say: Field<T>['say']): Field<T> {
  return { zh, en, read, say }
}

export const MATERIAL_FIELDS: readonly Field<ReleaseMaterial>[] = [
  field('中文名称', 'Chinese name', ({ zh }) => zh, text),
  field('英文名称', 'English name', ({ en }) => en, text),
  field('必交条件', 'Required when', ({ requiredWhen }) => requiredWhen, condition),
  field('选交条件', 'Optional when', ({ offeredWhen }) => offeredWhen, condition),
  field(
    '本考区要求',
    'Rule of this region',
    ({ strength }) => strength ?? 'as_base',
    named(STRENGTHS)
  ),
  field('不收此项', 'Hidden', ({ hidden }) => hidden, yesNo),
  field('改为在线声明', 'Declared online', ({ declaration }) => declaration, yesNo),
  field('最少张数', 'Fewest pictures', ({ min }) => min, pictures),
  field('最多张数', 'Most pictures', ({ max }) => max, pictures),
  field('图片位置', 'Places', ({ places }) => places, texts),
  field('图片要求', 'Its own picture rule', ({ imageOverride }) => imageOverride, picturesAllowed),
  field('可互相替代', 'Alternatives', ({ alternatives }) => alternatives, materials),
  field('可代替', 'Stands in for', ({ canReplace }) => canReplace, materials),
  field('退回原因', 'Return reasons', ({ returnReasons }) => returnReasons, reasons),
  field('中文说明', 'Chinese guidance', ({ guidanceZh }) => guidanceZh, text),
  field('英文说明', 'English guidance', ({ guidanceEn }) => guidanceEn, text),
  field('中文示例说明', 'Chinese words on the sample', ({ sampleZh }) => sampleZh, text),
  field('英文示例说明', 'English words on the sample', ({ sampleEn }) => sampleEn, text),
  field('备注', 'Note', ({ note }) => note, text),
  field(
    '须填写图片说明',
    'Candidate names the pictures',
    ({ noteRequired }) => noteRequired,
    yesNo
  ),
  field('沿用往年材料', 'Carried over', ({ carryOver }) => carryOver, yesNo),
  field('有效期', 'Valid', ({ valid }) => valid, named(VALID)),
  field(
    '现场审核后补传',
    'Uploaded after the on-site check',
    ({ stage }) => stage === 'after_onsite',
    yesNo
  ),
  field('排列次序', 'Order', ({ order }) => order, number),
]

export const STAGE_FIELDS: readonly Field<Stage>[] = [
  field('中文名称', 'Chinese name', ({ zh }) => zh, text),
  field('英文名称', 'English name', ({ en }) => en, text),
  field('层级', 'Level', ({ level }) => level, named(LEVELS)),
  field('方式', 'Mode', ({ mode }) => mode, named(MODES)),
  field(
    '审核角色',
    'Roles',
    ({ roles }) => roles,
    (roles: readonly string[]) => joined(roles.map(named(ROLE_NAMES)))
  ),
  field('审核时限', 'Time to review', ({ slaHours }) => slaHours, hours),
  field('抽查比例', 'Sample', ({ samplingPercent }) => `${samplingPercent}%`, text),
  field('须同意人数', 'Reviewers who must agree', ({ approvals }) => approvals, number),
  field('可退回', 'May return', ({ canReturn }) => canReturn, yesNo),
  field('可判不合格', 'May reject', ({ canReject }) => canReject, yesNo),
]

function instant(value: string | null): Pair {
  const at = value === null ? null : parseInstant(value)
  if (at === null) return NONE
  return both(new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))
}

type Release = ReleaseDocument

/** Everything beside materials, flags and stages, section by section. */
export const RELEASE_FIELDS: readonly (readonly [DiffSection, readonly Field<Release>[]])[] = [
  [
    'image_rules',
    [
      field(
        '图片格式',
        'Formats',
        ({ imageRules }) => imageRules.formats,
        (formats: readonly string[]) => both(formats.join('/').toUpperCase())
      ),
      field('单张上限', 'Largest file', ({ imageRules }) => kilobytes(imageRules.maxBytes), text),
      field('单张下限', 'Smallest file', ({ imageRules }) => kilobytes(imageRules.minBytes), text),
      field(
        '短边最小像素',
        'Shortest side, px',
        ({ imageRules }) => imageRules.minShortSide,
        number
      ),
      field('必须彩色', 'In colour', ({ imageRules }) => imageRules.requireColour, yesNo),
      field('必须正立', 'Upright', ({ imageRules }) => imageRules.requireUpright, yesNo),
      field(
        '原图上限',
        'Largest original',
        ({ imageRules }) => `${imageRules.acceptOriginalMaxMb} MB`,
        text
      ),
      field(
        '可转换的格式',
        'Formats that the browser converts',
        ({ imageRules }) => imageRules.acceptExtraFormats,
        texts
      ),
    ],
  ],
  [
    'workflow',
    [
      field(
        '退回补正时限',
        'Time to correct',
        ({ workflow }) => workflow.returns.deadlineHours,
        hours
      ),
      field(
        '退回可晚于上传截止',
        'Corrections after the window',
        ({ workflow }) => workflow.returns.extendPastWindow,
        yesNo
      ),
      field(
        '退回补正最晚至',
        'No correction after',
        ({ workflow }) => workflow.returns.extendCap,
        instant
      ),
      field(
        '最多退回次数',
        'Returns at most',
        ({ workflow }) => workflow.returns.maxRounds,
        number
      ),
      field(
        '补正后回到',
        'A corrected dossier goes to',
        ({ workflow }) => workflow.returns.resubmitGoesTo,
        named(GOES_TO)
      ),
    ],
  ],
  [
    'carry_over',
    [
      field('沿用往年材料', 'Carry-over', ({ carryOver }) => carryOver.enabled, yesNo),
      field('沿用年数', 'Years', ({ carryOver }) => carryOver.years, number),
      field('限本考区', 'This region only', ({ carryOver }) => carryOver.sameRegionOnly, yesNo),
      field('每年须重交', 'Asked every year', ({ carryOver }) => carryOver.lockedExcept, materials),
      field(
        '变更后不再沿用',
        'Ended by a change of',
        ({ carryOver }) => carryOver.breakIfChanged,
        facts
      ),
    ],
  ],
  [
    'onsite',
    [
      field('现场审核', 'On-site check', ({ onsite }) => onsite.mode, named(ONSITE)),
      field('须预约', 'By appointment', ({ onsite }) => onsite.booking, yesNo),
      field('预约单位', 'Appointments by', ({ onsite }) => onsite.slotsBy, text),
      field('携带原件', 'Bring originals', ({ onsite }) => onsite.bringOriginals, yesNo),
    ],
  ],
  [
    'declaration',
    [
      field('声明版本', 'Version', ({ declaration }) => declaration.version, text),
      field('中文声明', 'Chinese text', ({ declaration }) => declaration.zh, text),
      field('英文声明', 'English text', ({ declaration }) => declaration.en, text),
    ],
  ],
  [
    'time',
    [
      field('上传截止时未提交', 'A draft at the close', ({ atClose }) => atClose, named(AT_CLOSE)),
      field(
        '补正到期未提交',
        'A return at its deadline',
        ({ onReturnDue }) => onReturnDue,
        named(ON_RETURN_DUE)
      ),
      field(
        '截止后可提交时间',
        'Time to submit after the close',
        ({ uploadGraceMinutes }) => uploadGraceMinutes,
        minutes
      ),
    ],
  ],
  [
    'catalog',
    [
      field('国家目录版本', 'National catalog', ({ catalogVersion }) => catalogVersion, text),
      field('年度', 'Season', ({ season }) => season, number),
    ],
  ],
]

function kilobytes(bytes: number | null): string | null {
  return bytes === null ? null : `${bytes / 1024} KB`
}

/** The words of a flag that is a list of values of a fact, or of one that is on or off. */
export function flagWords(
  value: boolean | readonly string[],
  fact: string | null,
  words: ReleaseDocument
): Pair {
  if (typeof value === 'boolean') return fact === null ? yesNo(value) : NONE
  const say = (one: string, locale: Locale) =>
    fact === null ? one : valueName(fact, one, words, locale)
  return joined(value.map((one) => ({ zh: say(one, 'zh-CN'), en: say(one, 'en') })))
}
