import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'

export interface Bilingual {
  zh: string
  en: string | null
}

/** A text of the catalogs in both languages, for places where the page chooses. */
export function inBoth(key: string, params?: Record<string, string | number>): Bilingual {
  return {
    zh: i18nManager.locale('zh-CN').t(key, params),
    en: i18nManager.locale('en').t(key, params),
  }
}

/** An instant (ms) as people in China read it, to the minute. */
export function wordInstant(at: number, locale: string): string {
  const time = DateTime.fromMillis(at, { zone: 'Asia/Shanghai' }).setLocale(locale)
  return locale === 'en' ? time.toFormat('d LLL yyyy, HH:mm') : time.toFormat('yyyy年M月d日 HH:mm')
}

/**
 * Variables as they go into a text: `deadline` becomes a date, `stageZh`/`stageEn` become `stage`
 * and `reasonZh`/`reasonEn` `reason` in the reader's language.
 */
export function wordVariables(
  { stageZh, stageEn, reasonZh, reasonEn, deadline, ...others }: Record<string, string | number>,
  locale: string
): Record<string, string | number> {
  const stage = locale === 'en' ? stageEn : stageZh
  const reason = locale === 'en' ? reasonEn : reasonZh
  return {
    ...others,
    ...(stage !== undefined && { stage }),
    ...(reason !== undefined && { reason }),
    ...(typeof deadline === 'number' && { deadline: wordInstant(deadline, locale) }),
  }
}
