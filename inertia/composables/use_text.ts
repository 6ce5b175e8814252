import { usePage } from '@inertiajs/vue3'
import { catalogs, type Catalog } from '~/composables/catalogs'
import type { Bilingual, Locale, SharedProps } from '~/types/shared'

export type TextParams = Record<string, string | number>

const ZONE = 'Asia/Shanghai'

/** The language of the page; the server decides it. */
function currentLocale(): Locale {
  const props = usePage().props as unknown as SharedProps | undefined
  return props?.locale ?? 'zh-CN'
}

function find(catalog: Catalog | undefined, key: string): string | undefined {
  let at: string | Catalog | undefined = catalog
  for (const part of key.split('.')) {
    if (typeof at !== 'object') return undefined
    at = at[part]
  }
  return typeof at === 'string' ? at : undefined
}

/** True when the catalog has this key: for texts whose key comes from the server. */
export function hasText(key: string): boolean {
  return find(catalogs[currentLocale()], key) !== undefined
}

/**
 * The text of a key (`dossier.submit`; `locks.`, `messages.`, `timeline.` and `staff.` are their own
 * files). Knows the part of ICU that our catalogs use: `{name}`, `{at, date}`, `{at, time}` and
 * `{n, plural, one {# picture} other {# pictures}}`. A missing key is logged and shown as it is.
 */
export function t(key: string, params: TextParams = {}): string {
  const text = find(catalogs[currentLocale()], key)
  if (text === undefined) {
    console.error(`No text for "${key}"`)
    return key
  }
  return fill(text, params)
}

function fill(text: string, params: TextParams): string {
  return text
    .replace(
      /\{(\w+),\s*plural,\s*((?:[=\w]+\s*\{[^{}]*\}\s*)+)\}/g,
      (_, name: string, forms: string) => plural(Number(params[name] ?? 0), forms)
    )
    .replace(/\{(\w+)(?:,\s*(date|time|number)[^}]*)?\}/g, (whole, name: string, kind?: string) => {
      const value = params[name]
      if (value === undefined) return whole
      if (kind === 'date') return formatDay(Number(value))
      if (kind === 'time') return formatInstant(Number(value))
      return typeof value === 'number' ? formatNumber(value) : value
    })
}

function plural(n: number, forms: string): string {
  const found = new Map<string, string>()
  for (const [, form, text] of forms.matchAll(/([=\w]+)\s*\{([^{}]*)\}/g)) found.set(form!, text!)
  const rule = new Intl.PluralRules(currentLocale()).select(n)
  const text = found.get(`=${n}`) ?? found.get(rule) ?? found.get('other') ?? ''
  return text.replaceAll('#', formatNumber(n))
}

/** A text of the region or the catalog in the page's language; an empty English falls back to Chinese. */
export function bi(text: Bilingual | null | undefined): string {
  if (!text) return ''
  return currentLocale() === 'en' ? text.en || text.zh : text.zh
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = currentLocale()
  const key = `${locale} ${name}`
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      timeZone: ZONE,
      hourCycle: 'h23',
      ...options,
    })
    formats.set(key, found)
  }
  return found
}

/** Day and minute, China Standard Time. */
export function formatInstant(at: number): string {
  return format('instant', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}

/** Day and minute without the year, for deadlines that are near. */
export function formatMoment(at: number): string {
  return format('moment', {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}

/** A day without the year, for the axis of a chart. */
export function formatShortDay(at: number): string {
  return format('short day', { month: 'numeric', day: 'numeric' }).format(at)
}

/** The day alone. */
function formatDay(at: number): string {
  return format('day', { year: 'numeric', month: 'short', day: 'numeric' }).format(at)
}

export function formatNumber(n: number): string {
  return new Intl.NumberFormat(currentLocale(), { useGrouping: false }).format(n)
}

/** Milliseconds → the two largest units, at least one minute: `3天 8小时`. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  if (days > 0) return hours > 0 ? t('time.days_hours', { days, hours }) : t('time.days', { days })
  if (hours > 0) {
    return minutes % 60 > 0
      ? t('time.hours_minutes', { hours, minutes: minutes % 60 })
      : t('time.hours', { hours })
  }
  return t('time.minutes', { minutes })
}

/** Bytes as the notices say it: `200 KB` is 200 × 1024 bytes. */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024
  if (kilobytes < 1024) return `${formatNumber(Math.ceil(kilobytes * 10) / 10)} KB`
  return `${formatNumber(Math.round((kilobytes / 1024) * 10) / 10)} MB`
}

/** Later than any count, earlier than any instant of ours (2001). */
const FIRST_INSTANT = 1_000_000_000_000

/** Parameters kept with a message or an entry, for its text: instants become words. */
export function readable(params: TextParams): TextParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && value > FIRST_INSTANT ? formatInstant(value) : value,
    ])
  )
}
