import { bi, hasText, t } from '~/composables/use_text'
import type { MaterialChange } from '~/types/catalog'

/** What a change is, in a few words: "改为选交", or the name of the field. */
export function changeName({ key }: MaterialChange): string {
  const operation = `catalog.change.${key}`
  return hasText(operation) ? t(operation) : fieldName(key)
}

export function fieldName(key: string): string {
  const name = `catalog.fields.${key}`
  return hasText(name) ? t(name) : key
}

/** From what to what; null for an operation, which says it all. */
export function changeValues({ before, after }: MaterialChange): string | null {
  if (!before && !after) return null
  const none = t('catalog.change.none')
  return t('catalog.change.from_to', { before: bi(before) || none, after: bi(after) || none })
}

export function groupName(group: string): string {
  const name = `catalog.groups.${group}`
  return hasText(name) ? t(name) : group
}
