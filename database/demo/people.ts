import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#app/core/access'
import type { RegisteredPerson } from '#app/identity/validators/registered_person'

export interface DemoCandidate extends Omit<RegisteredPerson, 'registrations'> {
  account: string
  password: string
  note: string
  noteEn: string
  registrations: (RegisteredPerson['registrations'][number] & { approvedLastSeason?: true })[]
}

export interface DemoStaff {
  login: string
  password: string
  name: string
  note: string
  noteEn: string
  platformAdmin?: true
  /** `region` and `point` as in regions.json; without a point: the whole region. */
  memberships: { region: string; role: Role; point?: string }[]
}

/** A document of the seed data, by its file name. */
export function seedDocument(name: string): any {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../seeders/data', name), 'utf8'))
}

/** Everybody one can sign in as in the demo. All of them are invented. */
export function demoPeople(): { candidates: DemoCandidate[]; staff: DemoStaff[] } {
  return seedDocument('demo_people.json')
}
