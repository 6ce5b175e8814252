import { materialJson, setBetween, settableJson } from '#app/core/material_json'
import { resolveRelease, type Catalog, type ReleaseDocument } from '#app/core/release'
import type { ImageRules, ReleaseMaterial, Stage, Workflow } from '#app/core/release'
import type { DraftDocument, MaterialEntry } from '#app/catalog/draft_document'

type Json = Record<string, unknown>

/**
 * Writes a release in the region format (docs/region-format.md), against the base catalog that it was
 * made from: reading it again gives the same release.
 */
export function releaseFile(release: ReleaseDocument, catalog: Catalog): DraftDocument {
  const national = new Set(catalog.materials.map(({ code }) => code))
  const own = release.materials.filter(({ code }) => !national.has(code))
  const file = {
    format: 1 as const,
    id: release.region,
    season: release.season,
    flags: release.flags,
    image_rules: imageRules(release.imageRules),
    workflow: workflow(release.workflow),
    onsite: {
      mode: release.onsite.mode,
      booking: release.onsite.booking,
      slots_by: release.onsite.slotsBy,
      bring_originals: release.onsite.bringOriginals,
    },
    carry_over: {
      enabled: release.carryOver.enabled,
      years: release.carryOver.years,
      same_region_only: release.carryOver.sameRegionOnly,
      locked_except: release.carryOver.lockedExcept,
      break_if_changed: release.carryOver.breakIfChanged,
    },
    declaration: { ...release.declaration },
    at_close: release.atClose,
    on_return_due: release.onReturnDue,
    upload_grace_minutes: release.uploadGraceMinutes,
    ...(own.length > 0 && {
      own_materials: own.map((material) => ({ ...materialJson(material), code: material.code })),
    }),
  }
  return { ...file, catalog_overrides: overrides(file, release, catalog) }
}

function imageRules(rules: ImageRules): Json {
  return {
    formats: rules.formats,
    stored_max_kb: rules.maxBytes / 1024,
    stored_min_kb: rules.minBytes === null ? null : rules.minBytes / 1024,
    min_short_side_px: rules.minShortSide,
    require_colour: rules.requireColour,
    require_upright: rules.requireUpright,
    accept_original_max_mb: rules.acceptOriginalMaxMb,
    accept_extra_formats: rules.acceptExtraFormats,
  }
}

function workflow({ stages, returns }: Workflow): Json {
  return {
    stages: stages.map((stage: Stage) => ({
      id: stage.id,
      zh: stage.zh,
      en: stage.en,
      level: stage.level,
      mode: stage.mode,
      roles: stage.roles,
      sla_hours: stage.slaHours,
      sampling_percent: stage.samplingPercent,
      can_return_materials: stage.canReturn,
      can_reject: stage.canReject,
      approvals: stage.approvals,
    })),
    returns: {
      deadline_hours: returns.deadlineHours,
      extend_past_window: returns.extendPastWindow,
      extend_cap: returns.extendCap,
      max_rounds: returns.maxRounds,
      resubmit_goes_to: returns.resubmitGoesTo,
    },
  }
}

/** What the region changed: its materials against those that the same catalog gives by itself. */
function overrides(file: Json, release: ReleaseDocument, catalog: Catalog): MaterialEntry[] {
  const plain = resolveRelease(catalog, file)
  const own = new Map(release.materials.map((material) => [material.code, material]))
  return plain.materials.flatMap((base) => {
    const material = own.get(base.code)
    return material ? changes(base, material) : []
  })
}

function changes(base: ReleaseMaterial, material: ReleaseMaterial): MaterialEntry[] {
  const { code } = base
  const set = setBetween(settableJson(base), settableJson(material))
  const operations = [
    material.strength === 'required' && 'require',
    material.strength === 'optional' && 'optional',
    material.hidden && 'hide',
    material.declaration && 'replace_with_online_declaration',
  ].filter((op) => op !== false)
  return [
    ...operations.map((op) => ({ code, op })),
    ...(Object.keys(set).length > 0 ? [{ code, set }] : []),
  ]
}
