import type { ReleaseDocument, ReleaseMaterial, ReturnReason } from '#app/core/release'

/** Groups whose reasons fit any picture of anything. */
const GENERAL = new Set(['image', 'process'])

/**
 * What a verdict may give at a stage, as the gate sees it: a final reason belongs to a proposal, and
 * an original is shown on site only where somebody will look at it later.
 */
function fitsVerdict({ workflow }: ReleaseDocument, stage: number) {
  const onsiteLater = workflow.stages.some(({ mode }, at) => at > stage && mode === 'onsite')
  return ({ effect }: ReturnReason) => effect !== 'final' && (effect !== 'onsite' || onsiteLater)
}

function reasonView({ code, zh, en, fixZh, fixEn, effect }: ReturnReason) {
  return { code, text: { zh, en }, fix: { zh: fixZh, en: fixEn }, effect }
}

/** The reasons that a material names itself, in its own order. */
export function reasonsOf(
  release: ReleaseDocument,
  { returnReasons }: ReleaseMaterial,
  stage: number
) {
  return returnReasons
    .flatMap((code) => release.reasons.filter((reason) => reason.code === code))
    .filter(fitsVerdict(release, stage))
    .map(reasonView)
}

/**
 * The reasons that fit any material: general ones, those that no material claims for itself, and
 * those that open nothing, which may be said of whatever is looked at.
 */
export function commonReasons(release: ReleaseDocument, stage: number) {
  const claimed = new Set(release.materials.flatMap(({ returnReasons }) => returnReasons))
  return release.reasons
    .filter(fitsVerdict(release, stage))
    .filter(
      ({ code, group, effect }) => effect !== 'fix' || GENERAL.has(group) || !claimed.has(code)
    )
    .map(reasonView)
}

/** The reasons that end a dossier as not eligible, with their legal basis (row 9). */
export function finalReasons(release: ReleaseDocument) {
  return release.reasons.filter(({ effect }) => effect === 'final').map(reasonView)
}
