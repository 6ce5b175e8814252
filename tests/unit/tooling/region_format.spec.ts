import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { readRegionDocument } from '#app/administration/region_document'
import { JsonReader } from '#app/core/json_reader'
import { parseCatalog, resolveRelease } from '#app/core/release'
import { seedDocument } from '#database/demo/people'

/** Of a material, in the shape of `catalog.json`, whose own keys the document does not repeat. */
const MATERIALS = /^(own_materials|catalog_overrides\[\d+\]\.set)/
const documented = documentedKeys()

test.group('docs/region-format.md', (group) => {
  const taken = new Set<string>()

  group.setup(() => {
    const catalog = parseCatalog(seedDocument('catalog.json'))
    const onlyKeys = JsonReader.prototype.onlyKeys
    JsonReader.prototype.onlyKeys = function (known) {
      if (!MATERIALS.test(this.path)) known.forEach((key) => taken.add(key))
      return onlyKeys.call(this, known)
    }
    for (const region of seedDocument('regions.json').regions) {
      const json = { ...region, season: 2027, declaration: { version: '1', zh: '一', en: 'one' } }
      readRegionDocument(json, catalog, resolveRelease(catalog, json).flags)
    }
    JsonReader.prototype.onlyKeys = onlyKeys
    // Names of flags are the catalog's.
    const flags = Object.keys(seedDocument('regions.json').regions[0].flags)
    flags.forEach((flag) => taken.delete(flag))
  })

  test('names every key that the reader takes', ({ assert }) => {
    assert.isAbove(taken.size, 60)
    assert.deepEqual(
      [...taken].filter((key) => !documented.has(key)),
      []
    )
  })

  test('promises no key that the reader refuses', ({ assert }) => {
    const named = tableRows().flatMap(([first]) => keysIn(first).map((key) => key.split('.')[0]))
    assert.deepEqual(
      named.map((key) => key.replace('[]', '')).filter((key) => !taken.has(key)),
      []
    )
  })
})

/** The cells of the table of keys. */
function tableRows(): string[][] {
  const text = readFileSync(app.makePath('docs/region-format.md'), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').slice(1, -1))
}

function keysIn(cell: string): string[] {
  return [...cell.matchAll(/`([\w.[\]/]+)`/g)].map(([, key]) => key)
}

/** `label_zh/en` stands for two keys, `workflow.stages[]` for its last part too. */
function documentedKeys(): Set<string> {
  const keys = tableRows().flatMap(([key, says]) => [...keysIn(key), ...keysIn(says)])
  return new Set(
    keys.flatMap((key) => {
      const plain = key.replaceAll('[]', '')
      const [both, other] = plain.split('/')
      const pair = other ? [both, both.replace(/[a-z]+$/, other)] : [plain]
      return pair.flatMap((one) => one.split('.'))
    })
  )
}
