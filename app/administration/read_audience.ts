import type { HttpContext } from '@adonisjs/core/http'
import { ConditionError, parseCondition } from '#app/core/condition'
import { conditionFaults } from '#app/core/condition_faults'
import type { Condition, ReleaseDocument } from '#app/core/release'
import type { AudienceRule } from '#app/core/window'
import { refuseFaults, type FormFault } from '#app/administration/season_faults'
import { releaseDocument } from '#app/catalog/releases'
import type Season from '#app/regions/models/season'

interface TypedRule {
  when?: unknown
  show: boolean
  messageZh?: string | null
  messageEn?: string | null
}

/**
 * What was typed as audience rules: conditions that the season's release knows, and a message where
 * the button is taken away. Else all that is wrong, at its fields.
 */
export async function readAudience(
  ctx: Pick<HttpContext, 'i18n'>,
  season: Season,
  rules: readonly TypedRule[]
): Promise<AudienceRule[]> {
  const release =
    season.currentReleaseId === null ? null : await releaseDocument(season.currentReleaseId)
  const faults: FormFault[] = []
  const read = rules.map((rule, index) => {
    const messageZh = rule.messageZh || null
    if (!rule.show && messageZh === null) {
      faults.push({ field: `rules.${index}.messageZh`, rule: 'message_missing' })
    }
    const when = readCondition(rule.when, release, `rules.${index}.when`, faults)
    return { when, show: rule.show, messageZh, messageEn: rule.messageEn || null }
  })
  refuseFaults(ctx, faults)
  return read.map(({ when, ...rule }) => ({ ...rule, when: when! }))
}

function readCondition(
  json: unknown,
  release: ReleaseDocument | null,
  path: string,
  faults: FormFault[]
): Condition | null {
  const { facts, flags, categories } = release ?? { facts: [], flags: {}, categories: [] }
  const wrong = (field: string, reason: string) =>
    faults.push({ field, rule: 'condition', params: { reason } })
  try {
    const condition = parseCondition(json, { facts, flags, path })
    const impossible = conditionFaults(condition, { facts, categories, path })
    for (const fault of impossible) wrong(fault.path, fault.reason)
    return condition
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error
    wrong(error.path, error.reason)
    return null
  }
}
