import db from '@adonisjs/lucid/services/db'
import { currentRegionId } from '#app/shared/region_context'
import { breach, type Breach } from './breach.js'
import { chainBreaches, ENTRY_COLUMNS, type ChainHead, type EntryRow } from './chain.js'
import {
  historyBreaches,
  type DossierRecord,
  type DossierRow,
  type ImageRow,
  type IsLegal,
  type SubmissionRow,
} from './history.js'
import { batchesOf, rowsBy } from './keyset.js'

const DOSSIER = [
  ...(['id', 'state', 'stage', 'round', 'version', 'manifest'] as const),
  ...(['claim_by', 'claim_token', 'claim_until'] as const),
]
const IMAGE = ['id', 'dossier_id', 'item_id', 'sha256', 'removed_at'] as const
const ITEM = ['id', 'dossier_id', 'material'] as const
const SUBMISSION = ['id', 'dossier_id', 'round', 'manifest', 'sha256'] as const
const DECISION = ['id', 'dossier_id', 'submission_id', 'manifest'] as const

/** I4, I5, I6, I7 and I9 of all dossiers of the region. */
export async function* dossierBreaches(isLegal: IsLegal): AsyncGenerator<Breach> {
  for await (const dossiers of batchesOf<DossierRow>('dossiers', DOSSIER, { size: 100 })) {
    for (const record of await recordsOf(dossiers)) {
      yield* historyBreaches(currentRegionId(), record, isLegal)
    }
  }
}

async function recordsOf(dossiers: readonly DossierRow[]): Promise<DossierRecord[]> {
  const ids = dossiers.map(({ id }) => id)
  const chains = ids.map((id) => `dossier:${id}`)
  const of = <Row extends { dossier_id: string }>(
    table: string,
    columns: readonly (keyof Row & string)[],
    order: keyof Row & string
  ) => rowsBy<Row>(table, columns, 'dossier_id', ids, order)
  const entries = await rowsBy<EntryRow>('audit_entries', ENTRY_COLUMNS, 'chain', chains, 'seq')
  const images = await of<ImageRow>('images', IMAGE, 'id')
  const items = await of<DossierRecord['items'][number]>('items', ITEM, 'id')
  const submissions = await of<SubmissionRow>('submissions', SUBMISSION, 'round')
  const decisions = await of<DossierRecord['decisions'][number]>('decisions', DECISION, 'id')
  return dossiers.map((dossier) => ({
    dossier,
    entries: entries(`dossier:${dossier.id}`),
    images: images(dossier.id),
    items: items(dossier.id),
    submissions: submissions(dossier.id),
    decisions: decisions(dossier.id),
  }))
}

/** I5 of all other chains (a region's settings, a handover), and of dossiers' without a dossier. */
export async function* otherChainBreaches(): AsyncGenerator<Breach> {
  const firsts = batchesOf<Pick<EntryRow, 'chain'>>('audit_entries', ['chain'], {
    key: 'chain',
    size: 200,
    narrow: (query) => query.where('seq', 1),
  })
  for await (const batch of firsts) {
    const chains = batch.map(({ chain }) => chain)
    const ofDossiers = chains.filter((chain) => chain.startsWith('dossier:'))
    yield* await orphans(ofDossiers)
    for (const chain of chains) {
      if (!chain.startsWith('dossier:')) yield* wholeChain(chain)
    }
  }
}

async function orphans(chains: readonly string[]): Promise<Breach[]> {
  const ids = chains.map((chain) => chain.slice('dossier:'.length))
  const known = await rowsBy<{ id: string }>('dossiers', ['id'], 'id', ids, 'id')
  return chains
    .filter((_, i) => known(ids[i]).length === 0)
    .map((chain) => breach('I5', chain, 'there is no such dossier'))
}

const ENTRIES_AT_ONCE = 500

/** A region's chain grows for years: it is read in pieces. */
async function* wholeChain(chain: string): AsyncGenerator<Breach> {
  let head: ChainHead | null = null
  for (;;) {
    const entries: EntryRow[] = await db
      .from('audit_entries')
      .where('region_id', currentRegionId())
      .where('chain', chain)
      .where('seq', '>', head?.seq ?? 0)
      .orderBy('seq')
      .limit(ENTRIES_AT_ONCE)
      .select(...ENTRY_COLUMNS)
    if (entries.length === 0) return
    const broken = chainBreaches(currentRegionId(), entries, head)
    yield* broken
    if (broken.length > 0) return
    head = entries.at(-1)!
  }
}
