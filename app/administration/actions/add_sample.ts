import { inject } from '@adonisjs/core'
import { v7 as uuid } from 'uuid'
import { EditBaseCatalog, type EditedBase } from '#app/catalog/actions/edit_base_catalog'
import { drawSample, keepSample } from '#app/catalog/sample_files'
import type { SamplePicture } from '#app/core/release'
import { inspectImage } from '#app/dossiers/images/inspect'
import { Refused } from '#app/shared/exceptions/refused'

const MOST = 6

export interface NewSample {
  code: string
  revision: string
  /** The side that it shows; null where the material has none. */
  place: string | null
  bytes: Buffer
  /** Staff id. */
  by: string
}

/**
 * Puts a picture beside a material of the national catalog's draft, with the watermark on it. One
 * that shows the same side is replaced.
 *
 * @throws IMAGE_FORMAT, IMAGE_DAMAGED for bytes that are no whole JPEG or PNG; SAMPLES_FULL
 */
@inject()
export class AddSample {
  constructor(private edit: EditBaseCatalog) {}

  async handle({ code, revision, place, bytes, by }: NewSample): Promise<EditedBase> {
    const { measured, thumbnail } = await inspectImage(bytes)
    if (measured.format === null) {
      throw new Refused({ code: 'IMAGE_FORMAT', params: { formats: 'jpg/png' } })
    }
    if (!thumbnail) throw new Refused({ code: 'IMAGE_DAMAGED' })
    const file = `${uuid()}.jpg`
    await keepSample(file, await drawSample(bytes))
    return this.edit.handle({
      code,
      revision,
      by,
      change: (before) => {
        const samples = ((before?.samples ?? []) as SamplePicture[]).filter(
          (one) => place === null || one.place !== place
        )
        if (samples.length >= MOST)
          throw new Refused({ code: 'SAMPLES_FULL', params: { max: MOST } })
        return { ...before!, samples: [...samples, { file, place }] }
      },
    })
  }
}
