import type { FactValue, Locale } from './release.js'

type Pair = readonly [zh: string, en: string]

/** What the catalog calls by a question ("直接报考/…") reads badly in a sentence; these nouns do not. */
const NOUNS: Readonly<Record<string, Pair>> = {
  id_type: ['身份证件类型', 'your identity document'],
  nationality_group: ['身份类别', 'your citizenship group'],
  category: ['报考类别', 'your exam category'],
  route: ['报考路径', 'your route'],
  stream: ['报考门类', 'your stream'],
  level: ['报考级别', 'your level'],
  path: ['报考方式', 'your way of entry'],
  lineage_type: ['师承或确有专长类型', 'your traditional-medicine route'],
  edu_level: ['学历层次', 'your level of education'],
  edu_source: ['学历来源', 'the origin of your qualification'],
  diploma_status: ['毕业证状态', 'your diploma'],
  probation_months_at_review: ['至审核日试用月数', 'your probation at review, in months,'],
  inst_type: ['试用(执业)机构类型', 'your institution'],
  military_status: ['军队身份', 'your military status'],
  extra_test: ['短线医学专业加试', 'your extra test'],
}

/** Yes and no of a fact that is true or false. */
const CLAIMS: Readonly<Record<string, { yes: Pair; no: Pair }>> = {
  hmt_already_licensed: {
    yes: ['已取得台港澳合法行医资格', 'you are licensed in Hong Kong, Macao or Taiwan'],
    no: ['未取得台港澳合法行医资格', 'you are not licensed in Hong Kong, Macao or Taiwan'],
  },
  hmt_mainland_degree: {
    yes: ['以内地(大陆)医学学历报考', 'you apply on a mainland medical degree'],
    no: ['不以内地(大陆)医学学历报考', 'you do not apply on a mainland medical degree'],
  },
  edu_in_chsi: {
    yes: ['学信网可查到该学历', 'your qualification is on CHSI'],
    no: ['学信网查不到该学历', 'your qualification is not on CHSI'],
  },
  edu_has_prior_stage: {
    yes: ['学历为专升本、分段培养或成人学历', 'your qualification builds on an earlier diploma'],
    no: ['学历无需前置学历', 'your qualification does not build on an earlier diploma'],
  },
  secondary_out_of_province: {
    yes: ['中专学历在省外取得', 'your secondary diploma is from another province'],
    no: ['中专学历在本省取得', 'your secondary diploma is from this province'],
  },
  secondary_unrecognised_old: {
    yes: ['属原不承认的中等卫生专业学历', 'your secondary qualification was formerly unrecognised'],
    no: ['不属原不承认的中等卫生专业学历', 'your secondary qualification was always recognised'],
  },
  graduating_postgrad: {
    yes: ['为当年毕业研究生', 'you graduate as a postgraduate this year'],
    no: ['不是当年毕业研究生', 'you do not graduate as a postgraduate this year'],
  },
  practice_years_ok_at_review: {
    yes: ['至审核日助理执业年限已满', 'your years as an assistant are complete at review'],
    no: ['至审核日助理执业年限未满', 'your years as an assistant are not complete at review'],
  },
  cross_province_reregistered: {
    yes: ['跨省变更注册后新证显示年限不足', 'your licence was re-registered across provinces'],
    no: ['未跨省变更注册', 'your licence was not re-registered across provinces'],
  },
  western_doctor_to_integrated: {
    yes: ['为临床医师报考中西医结合', 'you are a clinical doctor applying for integrated medicine'],
    no: [
      '不是临床医师报考中西医结合',
      'you are not a clinical doctor applying for integrated medicine',
    ],
  },
  in_residency_training: {
    yes: ['正在住院医师规范化培训', 'you are in residency training'],
    no: ['不在住院医师规范化培训期', 'you are not in residency training'],
  },
  approved_before_here: {
    yes: ['近年在本考区审核通过且报考信息未变', 'you were approved here in a recent year'],
    no: ['近年未在本考区审核通过', 'you were not approved here in a recent year'],
  },
  identity_changed: {
    yes: ['姓名或证件号码曾变更', 'your name or ID number has changed'],
    no: ['姓名和证件号码未变更', 'your name and ID number have not changed'],
  },
}

const VALUES: Readonly<Record<string, Readonly<Record<string, Pair>>>> = {
  id_type: {
    resident_id: ['居民身份证', 'a resident identity card'],
    temp_resident_id: ['临时居民身份证', 'a temporary identity card'],
    police_id_proof: ['户籍派出所身份证明', 'a police station proof of identity'],
    hmt_permit: ['港澳台居民来往内地(大陆)通行证', 'a Hong Kong, Macao or Taiwan travel permit'],
    hmt_residence_permit: ['港澳台居民居住证', 'a Hong Kong, Macao or Taiwan residence permit'],
    passport: ['护照', 'a passport'],
    military_id: ['军人身份证件', 'a military identity document'],
  },
  nationality_group: {
    mainland: ['内地(大陆)居民', 'mainland resident'],
    hmt: ['港澳台居民', 'Hong Kong, Macao or Taiwan resident'],
    foreign: ['外籍人员', 'foreign citizen'],
  },
  route: {
    regular: ['具有规定学历', 'the prescribed qualification'],
    lineage: ['师承或确有专长', 'apprenticeship or recognised expertise'],
  },
  stream: {
    clinical: ['临床', 'clinical'],
    dental: ['口腔', 'dental'],
    public_health: ['公共卫生', 'public health'],
    tcm: ['中医', 'traditional Chinese medicine'],
    integrated: ['中西医结合', 'integrated medicine'],
    ethnic: ['民族医', 'ethnic medicine'],
    rural: ['乡村全科', 'rural general practice'],
  },
  level: {
    physician: ['执业医师', 'physician'],
    assistant: ['执业助理医师', 'assistant physician'],
  },
  path: {
    direct: ['直接报考', 'direct entry'],
    assistant_upgrade: ['执业助理医师报考执业医师', 'an assistant upgrading to physician'],
  },
  lineage_type: {
    none: ['无', 'none'],
    master_apprentice: ['师承', 'apprenticeship'],
    expertise: ['确有专长', 'recognised expertise'],
  },
  edu_level: {
    secondary: ['中专', 'secondary'],
    college: ['大专', 'college'],
    bachelor: ['本科', 'bachelor'],
    master: ['硕士', 'master'],
    doctor: ['博士', 'doctor'],
    none: ['无', 'none'],
  },
  edu_source: {
    mainland: ['境内院校', 'a mainland school'],
    overseas: ['国(境)外院校', 'an overseas school'],
    military_school: ['军队院校', 'a military school'],
  },
  diploma_status: {
    held: ['已取得', 'in hand'],
    lost: ['已遗失', 'lost'],
    pending_this_year: ['当年毕业待取得', 'due this year'],
  },
  inst_type: {
    tertiary_hospital: ['三级医院', 'a tertiary hospital'],
    other_hospital: ['其他医院', 'another hospital'],
    township_center: ['乡镇卫生院', 'a township health centre'],
    village_clinic: ['村卫生室', 'a village clinic'],
    clinic: ['诊所', 'a clinic'],
    cdc_or_public_health: ['疾控或公共卫生机构', 'a public-health institution'],
  },
  military_status: {
    none: ['非军队人员', 'none'],
    active: ['现役军人', 'serving'],
    civilian_staff: ['军队文职人员', 'civilian staff of the forces'],
    veteran_military_diploma: ['持军队院校学历的退役人员', 'a veteran with a military diploma'],
  },
  extra_test: {
    none: ['无', 'none'],
    prehospital: ['院前急救', 'prehospital emergency care'],
    pediatrics: ['儿科', 'paediatrics'],
  },
}

/** Facts whose values rise; "none" stands outside. */
const RISING: Readonly<Record<string, readonly FactValue[]>> = {
  edu_level: ['secondary', 'college', 'bachelor', 'master', 'doctor'],
}

/** The least of `values` where they are all from there upwards ("本科及以上"), else null. */
export function valuesUpwards(code: string, values: readonly FactValue[]): FactValue | null {
  const rising = RISING[code] ?? []
  const upwards = rising.slice(rising.length - values.length)
  const same = values.length > 1 && upwards.every((value) => values.includes(value))
  return same && upwards.length === values.length ? upwards[0]! : null
}

const of = (pair: Pair, locale: Locale) => (locale === 'zh-CN' ? pair[0] : pair[1])

interface FactNames {
  facts: readonly { code: string; zh: string; en: string }[]
  categories: readonly { id: string; zh: string; en: string }[]
}

/** A fact as a noun ("学历层次", "your level of education"). */
export function factName(code: string, words: FactNames, locale: Locale): string {
  if (NOUNS[code]) return of(NOUNS[code], locale)
  const fact = words.facts.find((one) => one.code === code)
  return fact ? of([fact.zh, fact.en], locale) : code
}

/** A value of a fact, for sentences and for the choices of a form. */
export function valueName(
  code: string,
  value: FactValue,
  words: FactNames,
  locale: Locale
): string {
  if (typeof value === 'boolean') return of(value ? ['是', 'yes'] : ['否', 'no'], locale)
  if (code === 'category') {
    const category = words.categories.find(({ id }) => id === value)
    if (category) return of([category.zh, category.en], locale)
  }
  const pair = VALUES[code]?.[String(value)]
  return pair ? of(pair, locale) : String(value)
}

/** A yes-or-no fact as a claim ("学信网可查到该学历", "your qualification is not on CHSI"). */
export function claim(code: string, yes: boolean, words: FactNames, locale: Locale): string {
  const known = CLAIMS[code]
  if (known) return of(yes ? known.yes : known.no, locale)
  const name = factName(code, words, locale)
  if (yes) return name
  return locale === 'zh-CN' ? `并非"${name}"` : `not "${name}"`
}
