import { collectProblems, fail, type DocumentProblem, type JsonReader } from './json_reader.js'
import { baseMaterial, type CatalogReferences } from './parse_catalog.js'
import type { BaseMaterial } from './release.js'

const MOST = 50
const KEYS = [
  ...['code', 'group', 'order', 'zh', 'en', 'min', 'max', 'required_when', 'offered_when'],
  ...['guidance_zh', 'guidance_en', 'sample_zh', 'sample_en', 'return_reasons', 'slots'],
  ...['alternatives', 'sensitive', 'carry_over', 'valid', 'region_flag', 'machine_readable'],
  ...['image_override', 'note', 'note_required', 'evidence'],
]

/** A region's own codes begin with its id, so that the national catalog never gets the same one. */
export function ownPrefix(regionId: string): string {
  return `${regionId.toUpperCase()}_`
}

/**
 * `own_materials`: materials that only this region has, in the catalog's shape. What is wrong with
 * one goes to `problems`, and it is left out.
 *
 * @param base what conditions, reasons and alternatives may name, without the region's own
 */
export function ownMaterials(
  region: JsonReader,
  base: CatalogReferences,
  problems: DocumentProblem[]
): BaseMaterial[] {
  if (!region.has('own_materials')) return []
  const list = collectProblems(problems, () => region.objects('own_materials')) ?? []
  if (list.length > MOST) {
    problems.push({ path: 'own_materials', reason: `expects at most ${MOST} entries` })
    return []
  }
  const codes = list.flatMap((json) => collectProblems(problems, () => ownCode(json, region)) ?? [])
  const twice = codes.find((code, i) => codes.indexOf(code) !== i)
  if (twice !== undefined) {
    problems.push({ path: 'own_materials', reason: `"${twice}" stands twice` })
    return []
  }
  const known = { ...base, materials: [...base.materials, ...codes] }
  return list
    .filter((json) => codes.includes(String(json.raw('code'))))
    .flatMap(
      (json) => collectProblems(problems, () => baseMaterial(json.onlyKeys(KEYS), known)) ?? []
    )
}

function ownCode(json: JsonReader, region: JsonReader): string {
  const code = json.text('code')
  const prefix = ownPrefix(region.text('id'))
  const rest = code.slice(prefix.length)
  if (code.startsWith(prefix) && /^[A-Z][A-Z0-9_]{1,39}$/.test(rest)) return code
  return fail(json.at('code'), `expects ${prefix} and capital letters, digits or _`)
}

/**
 * A region's file for another region: its own materials get codes of the other one, wherever the file
 * names them.
 */
export function ownedBy<T extends object>(file: T, regionId: string): T {
  const own: readonly { code: string }[] = 'own_materials' in file ? (file.own_materials as []) : []
  const codes = new Map(
    own.map(({ code }) => [code, ownPrefix(regionId) + code.slice(code.indexOf('_') + 1)])
  )
  if (codes.size === 0) return file
  return JSON.parse(JSON.stringify(file), (_, value) => codes.get(value) ?? value)
}
