import { lockReason } from '#app/core/lock'
import { windowAt } from '#app/dossiers/circumstances'
import { candidateItems } from '#app/dossiers/item_views'
import { placesOf } from '#app/dossiers/queries/handover_page'
import { helpersOf } from '#app/dossiers/queries/helpers_of'
import { handedInHashes } from '#app/dossiers/queries/visible_image'
import { readDossier, type PlacedImage } from '#app/dossiers/read_dossier'
import { registrationView } from '#app/registrations/registration_view'
import { clock } from '#app/shared/clock'
import type { AssistedDossier } from '#app/review/assisted_dossier'

/** A required item that nobody has looked at: what locks it locks all that could take a picture. */
const ANY_ITEM = { need: 'required', wanted: false, reopened: null } as const

/**
 * What staff see of a candidate who hands them paper (inertia/types/assisted.ts): who he is, and the
 * items that take pictures now. His own pictures stay covered until he submits them (DOMAIN.md §7).
 */
export async function assistedPage({ row, around }: AssistedDossier) {
  const now = clock.now()
  const dossier = await readDossier(row)
  const { registration, point, season } = around
  const { name, externalNumber, category, examPoint } = registrationView(
    registration,
    point,
    season,
    dossier.release
  )
  const seen = seenOf(dossier.images, await handedInHashes(row.id))
  const helpers = await helpersOf(dossier)
  const items = candidateItems(dossier, around, [], new Map(), now, helpers)
    .filter(({ editable }) => editable)
    .map((item) => ({
      ...placesOf(item),
      tiles: item.images.map(({ id, place, position, thumbnailUrl }) => ({
        ...{ id, place, position },
        thumbnailUrl: seen.has(id) ? thumbnailUrl : null,
      })),
    }))
  return {
    dossierId: row.id,
    candidate: { name, externalNumber, category, examPoint },
    items,
    closed:
      items.length > 0
        ? null
        : lockReason(dossier.core, ANY_ITEM, windowAt(around, dossier.release, now), now),
  }
}

function seenOf(images: readonly PlacedImage[], handedIn: ReadonlySet<string>) {
  const seen = images.filter(({ addedBy, sha256 }) => addedBy !== null || handedIn.has(sha256))
  return new Set(seen.map(({ id }) => id))
}
