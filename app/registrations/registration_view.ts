import { factName, valueName } from '#app/core/fact_words'
import type { FactDefinition, FactValue, ReleaseDocument } from '#app/core/release'
import type ExamPoint from '#app/regions/models/exam_point'
import type Season from '#app/regions/models/season'
import type { Plain } from '#app/shared/joined_models'
import type Registration from '#app/registrations/models/registration'
import { maskIdNo, maskPhone } from '#app/registrations/masks'
import { phoneOf } from '#app/registrations/phone'
import { decryptField } from '#app/shared/field_cipher'

interface Bilingual {
  zh: string
  en: string | null
}

/** The registration card. Whole numbers never leave: a page that reveals them asks for it and is logged. */
export interface RegistrationView {
  id: string
  externalNumber: string
  name: string
  idNoMasked: string
  phoneMasked: string
  category: Bilingual
  examPoint: Bilingual & { phone: string | null }
  institution: string | null
  year: number
  facts: { label: Bilingual; value: Bilingual }[]
}

/** What the registration system says of a candidate, in the words of the release that asks him. */
export function registrationView(
  registration: Plain<typeof Registration>,
  point: Plain<typeof ExamPoint>,
  season: Plain<typeof Season>,
  release: ReleaseDocument
): RegistrationView {
  const category = release.categories.find(({ id }) => id === registration.category)
  return {
    id: registration.id,
    externalNumber: registration.externalNumber,
    name: decryptField(registration.nameEncrypted),
    idNoMasked: maskIdNo(decryptField(registration.idNoEncrypted)),
    phoneMasked: maskPhone(phoneOf(registration)),
    category: { zh: category?.zh ?? registration.category, en: category?.en ?? null },
    examPoint: { zh: point.zh, en: point.en, phone: point.phone },
    institution: registration.institution,
    year: season.year,
    facts: release.facts
      .filter(({ code, origin }) => origin === 'registration' && code in registration.facts)
      .map((fact) => factRow(fact, registration.facts[fact.code], release)),
  }
}

function factRow(fact: FactDefinition, value: FactValue, release: ReleaseDocument) {
  return {
    label: { zh: factName(fact.code, release, 'zh-CN'), en: fact.en },
    value: {
      zh: valueName(fact.code, value, release, 'zh-CN'),
      en: asLabel(valueName(fact.code, value, release, 'en')),
    },
  }
}

/** The core words values for sentences ("a tertiary hospital"); a card wants "Tertiary hospital". */
export function asLabel(words: string): string {
  const noun = words.replace(/^(an?|the) /, '')
  return noun.charAt(0).toUpperCase() + noun.slice(1)
}
