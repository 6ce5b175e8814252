import { checklist } from '#app/core/checklist'
import type { ReleaseDocument } from '#app/core/release'
import { releaseDocument } from '#app/catalog/releases'
import Dossier from '#app/dossiers/models/dossier'
import { approvedBeforeHere } from '#app/dossiers/queries/approved_before_here'
import { factsOf } from '#app/registrations/facts'
import Registration from '#app/registrations/models/registration'
import { clock } from '#app/shared/clock'
import type { Bilingual } from '#app/shared/wording'

/** A checklist takes a fraction of a millisecond; a season may have a hundred thousand drafts. */
const LOOKED_AT = 500

export interface DraftGains {
  /** Drafts that were looked at: all, or the newest ones. */
  looked: number
  /** How many of them will have more to hand in. */
  gaining: number
  /** What that is, the most asked for first. */
  materials: { code: string; name: Bilingual; n: number }[]
}

/** What a release that is about to be published newly requires of a season's drafts. */
export async function draftGains(seasonId: string, next: ReleaseDocument): Promise<DraftGains> {
  const drafts = await Dossier.query()
    .where({ seasonId, live: 1, state: 'draft' })
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
  const registrations = await registrationsOf(drafts)
  const approved = await approvedCandidates(drafts)
  const asked = new Map<string, number>()
  let gaining = 0
  for (const { registrationId, candidateId, releaseId } of drafts) {
    const registration = registrations.get(registrationId)!
    const maybeCarried = approved.has(candidateId)
    const before = await requiredBy(await releaseDocument(releaseId), registration, maybeCarried)
    const after = await requiredBy(next, registration, maybeCarried)
    const gained = [...after].filter((code) => !before.has(code))
    if (gained.length > 0) gaining++
    for (const code of gained) asked.set(code, (asked.get(code) ?? 0) + 1)
  }
  return { looked: drafts.length, gaining, materials: named(asked, next) }
}

async function registrationsOf(drafts: readonly Dossier[]) {
  const ids = drafts.map(({ registrationId }) => registrationId)
  const rows = await Registration.query().whereIn('id', ids)
  return new Map(rows.map((row) => [row.id, row]))
}

/** For anybody else it need not be asked whether something is carried over. */
async function approvedCandidates(drafts: readonly Dossier[]): Promise<Set<string>> {
  const candidates = drafts.map(({ candidateId }) => candidateId)
  const rows = await Dossier.query()
    .whereIn('candidate_id', candidates)
    .where('state', 'approved')
    .select('region_id', 'id', 'candidate_id')
  return new Set(rows.map(({ candidateId }) => candidateId))
}

async function requiredBy(
  release: ReleaseDocument,
  registration: Registration,
  maybeCarried: boolean
): Promise<Set<string>> {
  const approved = maybeCarried && (await approvedBeforeHere(registration, release, clock.now()))
  const facts = factsOf(registration, { approvedBeforeHere: approved })
  const required = checklist(release, facts).filter(({ need }) => need === 'required')
  return new Set(required.map(({ material }) => material.code))
}

function named(asked: ReadonlyMap<string, number>, { materials }: ReleaseDocument) {
  return [...asked]
    .map(([code, n]) => {
      const { zh, en } = materials.find((one) => one.code === code)!
      return { code, name: { zh, en }, n }
    })
    .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1))
}
