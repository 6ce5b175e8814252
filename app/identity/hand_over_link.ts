import type { HttpContext } from '@adonisjs/core/http'
import StaffMail from '#app/identity/mails/staff_mail'
import type Staff from '#app/identity/models/staff'
import { sendMail } from '#app/identity/send_mail'
import { showOnce } from '#app/identity/shown_once'
import type { LinkKind } from '#app/identity/staff_links'
import env from '#start/env'

interface Link {
  kind: LinkKind
  path: string
  /** Milliseconds. */
  expiresAt: number
}

/**
 * Mails a one-time link to the person; where that cannot be, shows it once to him who gave it out, to
 * hand it over. Says what to tell him.
 */
export async function handOverLink(ctx: HttpContext, staff: Staff, link: Link): Promise<string> {
  const { i18n, region, session } = ctx
  const { email, login, name } = staff
  const { expiresAt, kind } = link
  const url = new URL(link.path, env.get('APP_URL')).href
  const facts = { name, login, url, region: { zh: region.zh, en: region.en } }
  if (email && (await sendMail(new StaffMail(email, kind, facts, expiresAt)))) {
    return i18n.t('identity.people.link_mailed', { name, email })
  }
  showOnce(session, 'staffLink', { login, name, url, expiresAt })
  return i18n.t(`identity.people.${kind === 'invitation' ? 'invited' : 'link_made'}`, { name })
}
