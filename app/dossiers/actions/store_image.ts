import { v7 as uuid } from 'uuid'
import type { By } from '#app/core/dossier'
import { judgeImage } from '#app/core/image_rules'
import type { ImageRules } from '#app/core/release'
import { Refused } from '#app/shared/exceptions/refused'
import { fingerprint } from '#app/shared/idempotency'
import { passGate } from '#app/dossiers/gate'
import { dropImage, putImage, type ImageKey } from '#app/dossiers/images/image_files'
import { inspectImage } from '#app/dossiers/images/inspect'
import type { ReceivedFile } from '#app/dossiers/images/receive'
import type Dossier from '#app/dossiers/models/dossier'

export interface NewImage {
  dossier: Pick<Dossier, 'id' | 'regionId' | 'seasonId' | 'candidateId'>
  itemId: string
  /** A place's code, or null for the first free one. */
  place: string | null
  /** The stored picture that gives way in the same transaction. */
  replaces?: string | null
  rules: ImageRules
  file: ReceivedFile
  /** When the first byte arrived, ms: this decides whether it was in time. */
  startedAt: number
  idempotencyKey: string | null
  /** Who sends it, where not the candidate himself. */
  by?: By
  /** How it came, for the audit. */
  via?: string
}

/**
 * Judges a received file and stores it: object first, row second (RELIABILITY.md, write order).
 * A refusal at the gate takes the object back; a crash in between leaves one for the sweep.
 *
 * @throws Refused with what core/image_rules or the gate refuses
 */
export default class StoreImage {
  async handle(upload: NewImage) {
    const {
      dossier,
      itemId,
      place,
      replaces = null,
      rules,
      file,
      startedAt,
      idempotencyKey,
    } = upload
    const { measured, thumbnail } = await inspectImage(file.bytes)
    const [refusal] = judgeImage(rules, measured).refusals
    if (refusal) throw new Refused(refusal)
    if (!thumbnail || !measured.format) throw new Refused({ code: 'IMAGE_DAMAGED' })

    const { regionId, seasonId, candidateId } = dossier
    const by: By = upload.by ?? { kind: 'candidate', id: candidateId }
    const id = uuid()
    const key: ImageKey = { regionId, seasonId, dossierId: dossier.id, id, format: measured.format }
    await putImage(key, file.bytes, thumbnail)
    try {
      const passage = await passGate({
        dossierId: dossier.id,
        event: {
          type: 'add_image',
          item: itemId,
          image: { id, sha256: file.sha256, place },
          startedAt,
          ...(replaces && { replaces }),
        },
        by,
        via: upload.via,
        image: {
          format: measured.format,
          sha256: file.sha256,
          bytes: measured.bytes,
          width: measured.width!,
          height: measured.height!,
          orientation: measured.orientation,
          receivedAt: startedAt,
        },
        ...(idempotencyKey && {
          repeatable: {
            actor: `${by.kind}:${by.id}`,
            key: idempotencyKey,
            fingerprint: fingerprint('add_image', itemId, place, replaces, file.sha256),
          },
        }),
      })
      if (passage.repeated) await dropImage(key)
      const { format, width, height, bytes } = measured
      const stored = {
        id,
        itemId,
        sha256: file.sha256,
        format,
        width: width!,
        height: height!,
        bytes,
        receivedAt: startedAt,
        addedBy: by.kind === 'staff' ? by.id : null,
      }
      // Of a repeated upload only its id is known: the first one may have been moved since.
      const placed = passage.repeated ? null : passage.placed
      return { ...passage, image: placed && { ...stored, ...placed } }
    } catch (error) {
      // Only a refusal proves that nothing was committed; after a lost connection the row may exist.
      if (error instanceof Refused) await dropImage(key)
      throw error
    }
  }
}
