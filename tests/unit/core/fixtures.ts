import { readFileSync } from 'node:fs'
import {
  parseCatalog,
  resolveRelease,
  type Facts,
  type ReleaseDocument,
  type ReleaseMaterial,
} from '#app/core/release'

const read = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../database/seeders/data/${name}`, import.meta.url), 'utf8')
  )

export type Json = Record<string, any>

export const catalogJson: Json = read('catalog.json')
export const catalog = parseCatalog(catalogJson)

/** A region's document as it is stored, to be changed by a test. */
export function regionJson(id: string): Json {
  return read('regions.json').regions.find((region: Json) => region.id === id)
}

export const REGION_IDS = ['SC', 'BJ', 'SH', 'GD', 'SD', 'HA'] as const

/** The release that region `id` gets, with some of its document replaced. */
export function releaseOf(id: string, changes: Json = {}): ReleaseDocument {
  return resolveRelease(catalog, { ...regionJson(id), ...changes })
}

export interface Persona {
  id: string
  zh: string
  en: string
  region: string
  facts: Facts
  expected: Partial<Record<string, string[]>>
}
export const personas: Persona[] = catalogJson.personas
export const persona = (id: string) => personas.find((one) => one.id.startsWith(id))!

export function material(release: ReleaseDocument, code: string): ReleaseMaterial {
  return release.materials.find((one) => one.code === code)!
}

/** `2027-01-28 09:30` in China → ms. */
export function china(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}
