import { t } from '~/composables/use_text'

/**
 * The import answers a program and a person alike, in English. Here its reasons become sentences in
 * the language of the page; what is captured stands for `a` and `b`.
 */
const REASONS: readonly [RegExp, key: string][] = [
  [/^(?:unknown key|is not known here)$/, 'unknown_key'],
  [/^(?:expects an object|expects an object: .+)$/, 'object'],
  [/^expects a list$/, 'list'],
  [/^expects a text$/, 'text'],
  [/^expects true or false$/, 'flag'],
  [/^expects a number$/, 'number'],
  [/^expects a year$/, 'year'],
  [/^a year is needed/, 'year_needed'],
  [/^expects (?:a text of )?at most ([\d,]+) characters$/, 'longest'],
  [/^expects one line of text$/, 'line'],
  [/^expects a whole number from (\d+) to (\d+)$/, 'whole'],
  [/^expects two whole numbers$/, 'sides'],
  [/^expects one of (.+)$/, 'one_of'],
  [/^expects at least one format$/, 'format'],
  [/^expects 2 to 16 letters or digits$/, 'id'],
  [/^\"(.+)\" is a word of the platform's own addresses$/, 'reserved'],
  [/^is taken$/, 'taken'],
  [/^"(.+)" stands twice$/, 'twice'],
  [/^"(.+)" is used by (\d+) dossiers$/, 'in_use'],
  [/^"(.+)" is no exam point listed before$/, 'parent'],
  [/^"(.+)" would stand under a registration point$/, 'deep_point'],
  [/^a window "(.+)" starts then already$/, 'window_twice'],
  [/^expects an instant after the start$/, 'after_start'],
  [/^expects an instant with its offset$/, 'instant'],
  [/^expects two times of day$/, 'times'],
  [/^expects an http or https address$/, 'address'],
  [/^unknown material "(.+)"$/, 'material'],
  [/^"(.+)" is not known$/, 'unknown'],
  [/^"(.+)" is not a value of (.+)$/, 'value'],
  [/^unknown fact (.+)$/, 'fact'],
  [/^(.+) is not a number$/, 'no_number'],
  [/^expects a flag name$/, 'flag_name'],
  [/^unknown flag "(.+)"$/, 'unknown_flag'],
  [/^flag "(.+)" is not a (.+)$/, 'flag_kind'],
  [/^a condition is an object$/, 'condition'],
  [/^no such condition: (.+)$/, 'no_condition'],
  [/^(?:is )?nested deeper than (\d+)$/, 'deep'],
  [/^more than max \((\d+)\)$/, 'more_than_max'],
  [/^expects at least one value$/, 'one_value'],
  [/^expects at least one condition$/, 'one_condition'],
  [/^can never hold together with part (\d+)$/, 'never_with'],
  [/^can never hold$/, 'never'],
  [/^cannot stand in for itself$/, 'itself'],
  [/^expects at most (\d+) entries$/, 'most_entries'],
  [/^expects (\w+_) and capital letters, digits or _$/, 'own_code'],
  [/^expects capital letters, digits or _$/, 'capital_code'],
  [/^nothing cannot stand in for another material$/, 'nothing_stands_in'],
  [/^none of them is taken by this region \((.+)\)$/, 'formats'],
  [/^is (.+); this version reads format 1$/, 'other_format'],
  [/^is demanded by the national rule$/, 'national'],
  [/^expects one region, not a list$/, 'one_region'],
  [/^is not UTF-8/, 'not_utf8'],
  [/^is not JSON: (.+)$/, 'not_json'],
  [/^there is no base catalog yet$/, 'no_catalog'],
  [/^WORKFLOW_EMPTY$/, 'workflow_empty'],
  [/^WORKFLOW_NOBODY_REJECTS$/, 'workflow_nobody_rejects'],
  [/^STAGE_UNNAMED$/, 'stage_unnamed'],
  [/^STAGE_TWICE$/, 'stage_twice'],
  [/^STAGE_WITHOUT_ROLES$/, 'stage_without_roles'],
  [/^STAGE_ROLE_TOO_NARROW$/, 'stage_role_too_narrow'],
  [/^STAGE_GOES_DOWN$/, 'stage_goes_down'],
  [/^STAGE_APPROVALS$/, 'stage_approvals'],
  [/^STAGE_SAMPLING$/, 'stage_sampling'],
  [/^STAGE_FIRST_SAMPLED$/, 'stage_first_sampled'],
  [/^STAGE_SLA$/, 'stage_sla'],
  [/^RETURN_CAP$/, 'return_cap'],
  [/^RETURN_ROUNDS$/, 'return_rounds'],
  [/^RETURN_WITHOUT_DEADLINE$/, 'return_without_deadline'],
  [/^RETURN_WITHOUT_STAGE$/, 'return_without_stage'],
]

/** A reason in the page's language, or as it came where it is not known here. */
export function reasonWords(reason: string): { text: string; known: boolean } {
  for (const [form, key] of REASONS) {
    const found = form.exec(reason)
    if (!found) continue
    const [, a = '', b = ''] = found
    return { text: t(`administration.reasons.${key}`, { a, b }), known: true }
  }
  return { text: reason, known: false }
}
