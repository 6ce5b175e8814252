import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import type { BaseMaterial } from '#app/core/release'

export interface Sample {
  url: string
  place: string | null
}

let builtIn: Map<string, Sample[]> | null = null

/** The 示例 pictures of a material: those that the platform uploaded, else those of docs/samples.md. */
export function samplesOf({ code, samples }: Pick<BaseMaterial, 'code' | 'samples'>): Sample[] {
  if (samples)
    return samples.map(({ file, place }) => ({ url: `/samples/uploaded/${file}`, place }))
  builtIn ??= readIndex()
  return builtIn.get(code) ?? []
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
