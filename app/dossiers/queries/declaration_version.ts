import { releaseDocument } from '#app/catalog/releases'
import { itemDeclaration } from '#app/catalog/item_declaration'
import Dossier from '#app/dossiers/models/dossier'
import Item from '#app/dossiers/models/item'

/** Version of the words that an item's tick stands for; undefined where its release has no such material. */
export async function declarationVersion(
  dossierId: string,
  itemId: string
): Promise<string | undefined> {
  const { releaseId } = await Dossier.findOrFail(dossierId)
  const { material: code } = await Item.findOrFail(itemId)
  const { materials } = await releaseDocument(releaseId)
  const material = materials.find((one) => one.code === code)
  return material && itemDeclaration(material).version
}
