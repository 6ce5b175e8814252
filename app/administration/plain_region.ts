/**
 * The rules of a new region that copies none: the national catalog as it is, an exam point that
 * reviews and a region that reviews again. Its staff set dates and switch uploads on.
 */
export function plainRegion(season: number): Record<string, unknown> {
  return {
    enabled: true,
    season,
    windows: [],
    upload_button: {
      visible: false,
      off_message_zh: '本考区材料上传尚未开放，请以通知为准。',
      off_message_en: 'Upload is not open in this region yet. Please follow its notices.',
      audience: [],
    },
    entry: 'grant_from_registration_account',
    notifications: { channels: ['in_app'], quiet_hours: ['21:30', '08:00'] },
    flags: {},
    catalog_overrides: [],
    image_rules: {},
    workflow: {
      stages: [
        {
          ...{ id: 'point', zh: '考点审核', en: 'Exam-point review', level: 'point' },
          ...{ mode: 'online', roles: ['point_reviewer'], sla_hours: 48, sampling_percent: 100 },
          ...{ can_return_materials: true, can_reject: false },
        },
        {
          ...{ id: 'region', zh: '考区复审', en: 'Region review', level: 'region' },
          ...{ mode: 'online', roles: ['region_reviewer'], sla_hours: 120, sampling_percent: 100 },
          ...{ can_return_materials: true, can_reject: true },
        },
      ],
      returns: {
        deadline_hours: 48,
        extend_past_window: true,
        extend_cap: null,
        max_rounds: null,
        resubmit_goes_to: 'same_stage',
      },
    },
    onsite: { mode: 'none', booking: false, slots_by: null, bring_originals: false },
    carry_over: {
      enabled: false,
      years: 2,
      same_region_only: true,
      locked_except: [],
      break_if_changed: ['category', 'id_no'],
    },
  }
}
