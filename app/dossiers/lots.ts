import type { LotAt } from '#app/core/workflow'
import { blindIndex } from '#app/shared/field_cipher'

/**
 * What a dossier draws for the stages that sample: fixed for each stage and round, so that nobody gets
 * another one by asking again, and from a key that only the server has, so that nobody knows it before.
 */
export function lotsOf({ id, round }: { id: string; round: number }): LotAt {
  return (stage) => {
    const digest = blindIndex('sample', `${id} ${stage} ${round}`)
    // 48 bits: what is left over of a hundred favours no lot that one could measure.
    return Number.parseInt(digest.slice(0, 12), 16) % 100
  }
}
