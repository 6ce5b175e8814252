import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from './json_file.js'

/** One entry for one season, as the registration system knows it. */
export interface PersonRegistration {
  region: string
  season: number
  externalNumber: string
  /** Id of an exam point of the region. */
  pointId: string
  category: string
  institution: string
  /** Facts of origin "registration". */
  facts: Record<string, string | number | boolean>
  /** The candidate's own (wizard) answers, which the demo fills in beforehand. */
  answers: Record<string, string | number | boolean>
  /** For the portal's seeder only: a registration system knows nothing of approvals. */
  approvedLastSeason?: true
}

export interface Person {
  subject: string
  account: string
  password: string
  name: string
  idNo: string
  phone: string
  note: string
  noteEn: string
  registrations: PersonRegistration[]
}

export class People {
  private constructor(readonly all: readonly Person[]) {}

  static async open(path = shippedFile()) {
    const file = await readJson<{ candidates: Person[] }>(path)
    if (!file) throw new Error(`The sandbox has no demo people: ${path} is missing`)
    return new People(file.candidates)
  }

  bySubject(subject: string) {
    return this.all.find((person) => person.subject === subject)
  }

  /** Account names are forgiven capitals and blanks, as phones type them. */
  signIn(account: string, password: string) {
    const name = account.trim().toLowerCase()
    return this.all.find((person) => person.account === name && person.password === password)
  }
}

/** The built sandbox lies one folder deeper than the source, and the data may not have been copied. */
function shippedFile() {
  const places = ['..', join('..', '..')].map((up) =>
    join(import.meta.dirname, up, 'database', 'seeders', 'data', 'demo_people.json')
  )
  return places.find((place) => existsSync(place)) ?? places[0]
}
