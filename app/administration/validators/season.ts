import vine from '@vinejs/vine'
import { WINDOW_KINDS } from '#app/core/season_rules'
import { line } from './region.js'

/** The version of the season that was on the screen. */
const version = vine.number().withoutDecimals().min(1)
const label = () => vine.string().trim().minLength(1).maxLength(40).use(line())
const sentence = () => vine.string().trim().minLength(1).maxLength(500)
const name = () => vine.string().trim().maxLength(200).use(line()).nullable().optional()
/** `2027-01-27T24:00`; whether it can be read, and what it means among the others, core/season_rules says. */
const moment = () => vine.string().maxLength(20).nullable().optional()
const timeOfDay = () => vine.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const uploadsValidator = vine.create({ version, on: vine.boolean({ strict: true }) })

export const calendarValidator = vine.create({
  version,
  windows: vine
    .array(
      vine.object({
        kind: vine.enum(WINDOW_KINDS),
        start: moment(),
        end: moment(),
        zh: name(),
        en: name(),
      })
    )
    .maxLength(60),
  returnCap: moment(),
})

export const buttonValidator = vine.create({
  version,
  labelZh: label(),
  labelEn: label(),
  offZh: sentence(),
  offEn: sentence(),
})

export const audienceValidator = vine.create({
  version,
  rules: vine
    .array(
      vine.object({
        /** Read by core/condition against the facts and flags of the season's release. */
        when: vine.any(),
        show: vine.boolean({ strict: true }),
        messageZh: vine.string().trim().maxLength(500).nullable().optional(),
        messageEn: vine.string().trim().maxLength(500).nullable().optional(),
      })
    )
    .maxLength(30),
})

export const CHANNELS = ['in_app', 'sms', 'email', 'phone', 'wechat_service_account'] as const

export const notificationsValidator = vine.create({
  version,
  channels: vine.array(vine.enum(CHANNELS)).distinct().maxLength(CHANNELS.length),
  quietFrom: timeOfDay(),
  quietUntil: timeOfDay(),
  phoneListForUnreadHours: vine.number().withoutDecimals().range([1, 336]).nullable().optional(),
  smsReturnZh: vine.string().trim().maxLength(300).use(line()).nullable().optional(),
  smsReturnEn: vine.string().trim().maxLength(300).use(line()).nullable().optional(),
})

export const newSeasonValidator = vine.create({
  year: vine.number().withoutDecimals().range([2020, 2100]),
  /** `<region>:<season id>`; only what the administrator may copy is found. */
  source: vine.string().regex(/^[a-z][a-z0-9-]{1,15}:[0-9a-f-]{36}$/),
})

export const extensionValidator = vine.create({
  version,
  since: moment(),
  newEnd: moment(),
  hours: vine.number().min(1).max(1440).nullable().optional(),
  reasonZh: vine.string().trim().minLength(2).maxLength(500).use(line()),
  reasonEn: vine.string().trim().maxLength(500).use(line()).nullable().optional(),
})

/** A preview is asked for while one is still writing why. */
export const extensionPreviewValidator = vine.create({
  since: moment(),
  newEnd: moment(),
  hours: vine.number().min(1).max(1440).nullable().optional(),
})
