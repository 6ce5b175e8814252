import { t } from '~/composables/use_text'

/** `all[1].any[0].eq` → `第 2 项 › 第 1 项`: where in a condition something is wrong. */
export function placeWords(path: string): string {
  const parts = [...path.matchAll(/(?:all|any)\[(\d+)\]/g)].map(([, at]) =>
    t('catalog.condition.part', { n: Number(at) + 1 })
  )
  return parts.join(' › ')
}
