import { createHash } from 'node:crypto'
import type ExamPoint from '#app/regions/models/exam_point'
import type Region from '#app/regions/models/region'
import { canonicalJson } from '#app/shared/canonical_json'
import type { Bilingual } from '#app/shared/wording'

/** How candidates reach an office; what is not known is null. */
export interface Contact {
  phone: string | null
  hoursZh: string | null
  hoursEn: string | null
  addressZh: string | null
  addressEn: string | null
}

/** An exam point or registration point, as a model or as a plain row. */
type Office = Contact & Pick<ExamPoint, 'zh' | 'en'>

/** The same as pages show it (inertia/types/regions.ts). */
export interface ContactView {
  name: Bilingual
  phone: string | null
  hours: Bilingual | null
  address: Bilingual | null
}

export function contactOf(region: Region): Contact {
  return {
    phone: region.contactPhone,
    hoursZh: region.contactHoursZh,
    hoursEn: region.contactHoursEn,
    addressZh: region.contactAddressZh,
    addressEn: region.contactAddressEn,
  }
}

/** Changes when any of it does: a form sends back the one that it was filled from. */
export function contactSeal(contact: Contact): string {
  return createHash('sha256').update(canonicalJson(contact)).digest('hex').slice(0, 16)
}

/** The same for a point's names and how it is reached. */
export function officeSeal(office: Office): string {
  // By name: a rest of a model's row holds none of its columns.
  const { zh, en, phone, hoursZh, hoursEn, addressZh, addressEn } = office
  const words = { zh, en, phone, hoursZh, hoursEn, addressZh, addressEn }
  return createHash('sha256').update(canonicalJson(words)).digest('hex').slice(0, 16)
}

export function regionContact(region: Region): ContactView {
  return view({ zh: region.zh, en: region.en }, contactOf(region))
}

export function pointContact(point: Office): ContactView {
  return view({ zh: point.zh, en: point.en }, point)
}

/** Those offices that can be reached at all, the nearest first. */
export function reachable(contacts: readonly ContactView[]): ContactView[] {
  return contacts.filter(({ phone, address }) => phone !== null || address !== null)
}

function view(name: Bilingual, contact: Contact): ContactView {
  const { phone, hoursZh, hoursEn, addressZh, addressEn } = contact
  return {
    name,
    phone,
    hours: hoursZh === null ? null : { zh: hoursZh, en: hoursEn },
    address: addressZh === null ? null : { zh: addressZh, en: addressEn },
  }
}
