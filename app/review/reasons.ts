import type { ReleaseDocument, ReleaseMaterial, ReturnReason } from '#app/core/release'

/** Groups whose reasons fit any picture of anything. */
const GENERAL = new Set(['image', 'process'])

/** Only these open an item for the candidate; the others belong to steps of their own. */
function mends({ effect }: ReturnReason): boolean {
  return effect === 'fix'
}

function reasonView({ code, zh, en, fixZh, fixEn, effect }: ReturnReason) {
  return { code, text: { zh, en }, fix: { zh: fixZh, en: fixEn }, effect }
}

/** The reasons that a material names itself, in its own order. */
export function reasonsOf(release: ReleaseDocument, { returnReasons }: ReleaseMaterial) {
  return returnReasons
    .flatMap((code) => release.reasons.filter((reason) => reason.code === code))
    .filter(mends)
    .map(reasonView)
}

/** The reasons that fit any material: general ones, and those that no material claims for itself. */
export function commonReasons(release: ReleaseDocument) {
  const claimed = new Set(release.materials.flatMap(({ returnReasons }) => returnReasons))
  return release.reasons
    .filter((reason) => mends(reason) && (GENERAL.has(reason.group) || !claimed.has(reason.code)))
    .map(reasonView)
}

/** The reasons that end a dossier as not eligible, with their legal basis (row 9). */
export function finalReasons(release: ReleaseDocument) {
  return release.reasons.filter(({ effect }) => effect === 'final').map(reasonView)
}
