import i18nManager from '@adonisjs/i18n/services/main'
import { BaseMail } from '@adonisjs/mail'

export type StaffMailKind =
  'invitation' | 'password' | 'second_factor_reset' | 'second_factor_reset_elsewhere'

/** By language, where it differs: names of regions. */
type Words = Record<string, string | { zh: string; en: string }>

/**
 * A letter to somebody on the staff: plain text, Chinese first and English below, because nobody knows
 * which one he reads. Its texts are `mails.<kind>`.
 */
export default class StaffMail extends BaseMail {
  constructor(
    readonly to: string,
    readonly kind: StaffMailKind,
    private facts: Words,
    private at: number
  ) {
    super()
  }

  prepare() {
    const [zh, en] = [this.#wording('zh-CN'), this.#wording('en')]
    this.message
      .to(this.to)
      .subject(`${zh.subject} / ${en.subject}`)
      .text(`${zh.body}\n\n————\n\n${en.body}\n`)
  }

  #wording(locale: 'zh-CN' | 'en') {
    const i18n = i18nManager.locale(locale)
    const time = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Asia/Shanghai',
    })
    const words = Object.entries(this.facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value[locale === 'en' ? 'en' : 'zh'],
    ])
    const params = { ...Object.fromEntries(words), at: time.format(this.at) }
    return {
      subject: i18n.t(`mails.${this.kind}.subject`, params),
      body: i18n.t(`mails.${this.kind}.body`, params),
    }
  }
}
