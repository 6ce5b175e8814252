import { resolveRelease, type Catalog, type ReleaseDocument } from '#app/core/release'
import type { ImageOverride, ImageRules, ReleaseMaterial, Stage, Workflow } from '#app/core/release'
import type { SeasonSettings } from '#app/regions/season_settings'

type Json = Record<string, unknown>

/** A season's release and live settings, as a region works with them now. */
export interface RegionState {
  release: ReleaseDocument
  /** The base catalog that the release was made from. */
  catalog: Catalog
  enabled: boolean
  uploadsOn: boolean
  settings: SeasonSettings
  /** ms. */
  returnCapAt: number | null
  windows: readonly {
    kind: string
    startsAt: number
    endsAt: number
    zh: string | null
    en: string | null
  }[]
}

/**
 * Writes a region's rules and live settings in the format of `regions.json` (docs/region-format.md),
 * without what is the region's own: its id and names, points, notices and notes.
 */
export function regionFile(state: RegionState): Json {
  const { release, settings } = state
  const cap = state.returnCapAt === null ? null : instant(state.returnCapAt)
  const file = {
    enabled: state.enabled,
    season: release.season,
    windows: state.windows.map(({ kind, startsAt, endsAt, zh, en }) => ({
      kind,
      start: instant(startsAt),
      end_exclusive: instant(endsAt),
      zh,
      en,
    })),
    upload_button: {
      visible: state.uploadsOn,
      label_zh: settings.button.zh,
      label_en: settings.button.en,
      off_message_zh: settings.offMessage.zh,
      off_message_en: settings.offMessage.en,
      audience: settings.audience.map(({ when, show, messageZh, messageEn }) => ({
        when,
        show,
        message_zh: messageZh,
        message_en: messageEn,
      })),
    },
    entry: settings.entry,
    notifications: {
      channels: settings.notifications.channels,
      quiet_hours: settings.notifications.quietHours,
      phone_list_for_unread_hours: settings.notifications.phoneListForUnreadHours,
      sms_return_zh: settings.notifications.smsReturnZh,
      sms_return_en: settings.notifications.smsReturnEn,
    },
    flags: release.flags,
    image_rules: imageRules(release.imageRules),
    workflow: workflow(release.workflow, cap),
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
  }
  return { ...file, catalog_overrides: overrides(file, state) }
}

/** ms → ISO in China Standard Time, as regions write their notices. */
function instant(at: number): string {
  return new Date(at + 8 * 3_600_000)
    .toISOString()
    .replace('.000Z', '+08:00')
    .replace('Z', '+08:00')
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

function workflow({ stages, returns }: Workflow, extendCap: string | null): Json {
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
      extend_cap: extendCap,
      max_rounds: returns.maxRounds,
      resubmit_goes_to: returns.resubmitGoesTo,
    },
  }
}

/** Fields of a material that an override's `set` may change, by their key in the file. */
const FIELDS: Readonly<Record<string, (material: ReleaseMaterial) => unknown>> = {
  zh: ({ zh }) => zh,
  en: ({ en }) => en,
  guidance_zh: ({ guidanceZh }) => guidanceZh,
  guidance_en: ({ guidanceEn }) => guidanceEn,
  sample_zh: ({ sampleZh }) => sampleZh,
  sample_en: ({ sampleEn }) => sampleEn,
  note: ({ note }) => note,
  note_required: ({ noteRequired }) => noteRequired,
  order: ({ order }) => order,
  min: ({ min }) => min,
  max: ({ max }) => max,
  slots: ({ places }) => places,
  required_when: ({ requiredWhen }) => requiredWhen,
  offered_when: ({ offeredWhen }) => offeredWhen,
  return_reasons: ({ returnReasons }) => returnReasons,
  alternatives: ({ alternatives }) => alternatives,
  can_replace: ({ canReplace }) => canReplace,
  carry_over: ({ carryOver }) => carryOver,
  valid: ({ valid }) => valid,
  stage: ({ stage }) => stage,
  image_override: ({ imageOverride }) => imageOverride && imageOverrideFile(imageOverride),
}

function imageOverrideFile({ formats, maxKb, minPx }: ImageOverride): Json {
  return {
    ...(formats && { formats }),
    ...(maxKb !== undefined && { max_kb: maxKb }),
    ...(minPx && { min_px: minPx }),
  }
}

/** What the region changed: its materials against those that the same catalog gives by itself. */
function overrides(file: Json, { catalog, release }: RegionState): Json[] {
  const plain = resolveRelease(catalog, { ...file, id: release.region })
  const own = new Map(release.materials.map((material) => [material.code, material]))
  return plain.materials.flatMap((base) => {
    const material = own.get(base.code)
    return material ? changes(base, material) : []
  })
}

function changes(base: ReleaseMaterial, material: ReleaseMaterial): Json[] {
  const { code } = base
  const set = Object.fromEntries(
    Object.entries(FIELDS)
      .map(([key, read]) => [key, read(base), read(material)] as const)
      .filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after))
      .map(([key, , after]) => [key, after])
  )
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
