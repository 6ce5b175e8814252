import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

interface Sample {
  url: string
  place: string | null
}

let byMaterial: Map<string, Sample[]> | null = null

/** The 示例 pictures of a material (docs/samples.md); read once. */
export function samplesOf(material: string): Sample[] {
  byMaterial ??= readIndex()
  return byMaterial.get(material) ?? []
}

function readIndex() {
  const file = app.publicPath('samples/index.json')
  const index: { code: string; places: Record<string, string> }[] = JSON.parse(
    readFileSync(file, 'utf8')
  )
  return new Map(
    index.map(({ code, places }) => [
      code,
      Object.entries(places).map(([place, name]) => ({
        url: `/samples/${name}`,
        place: place || null,
      })),
    ])
  )
}
