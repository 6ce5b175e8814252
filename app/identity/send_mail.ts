import logger from '@adonisjs/core/services/logger'
import mail from '@adonisjs/mail/services/main'
import identityConfig from '#config/identity'
import type StaffMail from '#app/identity/mails/staff_mail'

/**
 * Whether a letter is on its way. Never throws: what it tells has happened, or can be told otherwise.
 * Outside of transactions only.
 */
export async function sendMail(letter: StaffMail): Promise<boolean> {
  if (!identityConfig.mail) return false
  try {
    await mail.send(letter)
    return true
  } catch (error) {
    logger.error({ err: error, kind: letter.kind }, 'a letter to staff could not be sent')
    return false
  }
}
