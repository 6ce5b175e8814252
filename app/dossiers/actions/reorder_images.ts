import { notFound } from '#app/shared/exceptions/refused'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'

export interface NewOrder {
  candidateId: string
  itemId: string
  /** Ids of all pictures of the item. */
  order: string[]
}

/** @throws Refused NOT_FOUND, ITEM_LOCKED, ORDER_OUTDATED where a picture came or went meanwhile */
export default class ReorderImages {
  async handle({ candidateId, itemId, order }: NewOrder) {
    const item = await Item.find(itemId)
    const dossier = item && (await Dossier.find(item.dossierId))
    if (dossier?.candidateId !== candidateId) notFound()
    return passGate({
      dossierId: dossier.id,
      event: { type: 'reorder', item: itemId, order },
      by: { kind: 'candidate', id: candidateId },
    })
  }
}
