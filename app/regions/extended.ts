import type Season from '#app/regions/models/season'

/** What candidates are shown of the last extension for everyone, until its new end; null after it. */
export function extendedView({ settings }: Pick<Season, 'settings'>, now: number) {
  const { extended } = settings
  if (!extended || extended.until <= now) return null
  const { until, reasonZh, reasonEn } = extended
  return { until, reason: { zh: reasonZh, en: reasonEn } }
}
