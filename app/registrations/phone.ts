import type Season from '#app/regions/models/season'
import type Registration from '#app/registrations/models/registration'
import { decryptField } from '#app/shared/field_cipher'

/** Regions that let in by the registration account and then ask for what it lacks. */
const ASKS_FOR_PHONE = 'grant_then_complete_profile'

/** Whether the candidate has yet to confirm the phone that his region will reach him at. */
export function phoneIsOpen(
  { settings }: Pick<Season, 'settings'>,
  { phoneConfirmedAt }: Pick<Registration, 'phoneConfirmedAt'>
): boolean {
  return settings.entry === ASKS_FOR_PHONE && phoneConfirmedAt === null
}

/** The number that he is reached at: the one he confirmed, else the registration system's. */
export function phoneOf(
  registration: Pick<Registration, 'contactPhoneEncrypted' | 'phoneEncrypted'>
): string {
  return decryptField(registration.contactPhoneEncrypted ?? registration.phoneEncrypted)
}

/** Without what people write between digits; null where it is no number that takes messages. */
export function plainPhone(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '').replace(/^00/, '+')
  const isMainland = /^(?:\+?86)?1[3-9]\d{9}$/.test(digits)
  if (isMainland) return digits.slice(-11)
  return /^\+(?!86)[1-9]\d{6,14}$/.test(digits) ? digits : null
}
