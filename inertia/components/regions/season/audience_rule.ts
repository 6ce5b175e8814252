import type { ConditionJson } from '~/types/catalog'

/** A rule as it is typed and sent. */
export interface TypedRule {
  when: ConditionJson
  show: boolean
  messageZh: string
  messageEn: string
}
