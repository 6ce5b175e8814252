import { applyOverrides } from './apply_overrides.js'
import { tighten } from './image_rules.js'
import {
  collectProblems,
  fail,
  JsonReader,
  ReleaseError,
  type DocumentProblem,
} from './json_reader.js'
import {
  carryOver,
  declaration,
  onsite,
  regionFlags,
  regionImageRules,
  workflow,
} from './region_sections.js'
import type { Catalog, ImageRules, ReleaseDocument, ReleaseMaterial } from './release.js'

export { ReleaseError } from './json_reader.js'
export { parseCatalog } from './parse_catalog.js'

/**
 * Makes a season's release: the base catalog, with the region's overrides applied and its flags, image rules,
 * workflow, carry-over and declaration (keys as in `regions.json`; live settings in the same document are left aside).
 *
 * @throws {ReleaseError} every problem found, each with its path and reason
 */
export function resolveRelease(catalog: Catalog, regionJson: unknown): ReleaseDocument {
  const region = JsonReader.of(regionJson, '')
  const problems: DocumentProblem[] = []
  const section = <T>(read: () => T): T | undefined => collectProblems(problems, read)

  const flags = section(() => regionFlags(catalog, region.object('flags')))
  const imageRules = section(() => regionImageRules(catalog, region.object('image_rules')))
  const materials = applyOverrides(catalog, region, flags, problems)
  const parts = {
    region: section(() => region.text('id')),
    season: section(() => season(region)),
    workflow: section(() => workflow(region.object('workflow'))),
    carryOver: section(() => carryOver(catalog.facts, materials, region.object('carry_over'))),
    onsite: section(() => onsite(region.object('onsite'))),
    declaration: section(() => declaration(region)),
    atClose: section(() => optional(region, 'at_close', ['lapse', 'submit_if_complete'])),
    onReturnDue: section(() => optional(region, 'on_return_due', ['lapse', 'back_to_review'])),
    uploadGraceMinutes: section(() => region.intOr('upload_grace_minutes', 10, 0, 60)),
  }
  if (imageRules) problems.push(...imageRuleProblems(materials, imageRules))
  if (problems.length > 0) throw new ReleaseError(problems)

  return {
    format: 1,
    catalogVersion: catalog.version,
    facts: catalog.facts,
    categories: catalog.categories,
    reasons: catalog.reasons,
    materials,
    flags: flags!,
    imageRules: imageRules!,
    region: parts.region!,
    season: parts.season!,
    workflow: parts.workflow!,
    carryOver: parts.carryOver!,
    onsite: parts.onsite!,
    declaration: parts.declaration!,
    atClose: parts.atClose!,
    onReturnDue: parts.onReturnDue!,
    uploadGraceMinutes: parts.uploadGraceMinutes!,
  }
}

function optional<const T extends string>(
  json: JsonReader,
  key: string,
  values: readonly [T, ...T[]]
): T {
  return json.has(key) ? json.oneOf(key, values) : values[0]
}

function season(region: JsonReader): number {
  if (region.has('season')) return region.int('season', 2000, 2999)
  const [first] = region.has('windows') ? region.objects('windows') : []
  const year = first && Number(first.text('start').slice(0, 4))
  return year || fail('season', 'expects a year')
}

function imageRuleProblems(
  materials: readonly ReleaseMaterial[],
  rules: ImageRules
): DocumentProblem[] {
  return materials
    .filter(({ imageOverride }) => tighten(rules, imageOverride).formats.length === 0)
    .map(({ code }) => ({
      path: `materials.${code}.image_override.formats`,
      reason: `none of them is taken by this region (${rules.formats.join(', ')})`,
    }))
}
