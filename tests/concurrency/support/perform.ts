import { readFileSync } from 'node:fs'
import { passGate } from '#app/dossiers/gate'
import { putImage } from '#app/dossiers/images/image_files'
import { runInRegion } from '#app/shared/region_context'
import type { Doom } from './doom.js'

/** Does what a doomed process is told to do: object first, row second; repeatable under its key. */
export function perform({ regionId, seasonId, dossierId, event, by, file, key }: Doom) {
  return runInRegion(regionId, async () => {
    const repeatable = { actor: `${by.kind}:${by.id}`, key, fingerprint: key }
    if (event.type !== 'add_image') return passGate({ dossierId, event, by, repeatable })
    const { image, startedAt } = event
    const bytes = readFileSync(file!)
    const object = { regionId, seasonId, dossierId, id: image.id, format: 'jpeg' as const }
    await putImage(object, bytes, bytes)
    const facts = { sha256: image.sha256, bytes: bytes.length, receivedAt: startedAt }
    const sides = { format: 'jpeg' as const, width: 1600, height: 1200, orientation: 1 }
    return passGate({ dossierId, event, by, repeatable, image: { ...facts, ...sides } })
  })
}
