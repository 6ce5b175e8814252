import { createHash, randomBytes, randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DAY } from '#app/core/time'
import { clock } from '#app/shared/clock'

/** An invitation waits for somebody's first working day, a forgotten password for nobody. */
const LIFETIME = { invitation: 7 * DAY, password: DAY }

export type LinkKind = keyof typeof LIFETIME

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The path of a new link; the database keeps its hash alone. Older links of the person are spent. */
export async function issueLink(
  trx: TransactionClientContract,
  { kind, staffId, by }: { kind: LinkKind; staffId: string; by: string }
): Promise<{ path: string; expiresAt: number }> {
  await spendLinksOf(trx, staffId)
  const token = randomBytes(32).toString('base64url')
  const now = clock.now()
  const expiresAt = now + LIFETIME[kind]
  await trx.table('staff_links').insert({
    id: randomUUID(),
    token_hash: hashOf(token),
    kind,
    staff_id: staffId,
    issued_by: by,
    created_at: now,
    expires_at: expiresAt,
  })
  return { path: `/staff/links/${token}`, expiresAt }
}

/** Whose link it is; null for an unknown, a used and an expired one alike. */
export async function linkOf(token: string): Promise<{ staffId: string; kind: LinkKind } | null> {
  const row = await db
    .from('staff_links')
    .where('token_hash', hashOf(token))
    .whereNull('used_at')
    .where('expires_at', '>', clock.now())
    .first()
  return row ? { staffId: row.staff_id, kind: row.kind } : null
}

/** A password that was set, or a newer link, makes all others worthless. */
export async function spendLinksOf(client: QueryClientContract, staffId: string) {
  await client
    .from('staff_links')
    .where('staff_id', staffId)
    .whereNull('used_at')
    .update({ used_at: clock.now() })
}

/** Spends one link; of two requests with the same link one gets false. */
export async function spendLink(client: QueryClientContract, token: string): Promise<boolean> {
  const spent = await client
    .from('staff_links')
    .where('token_hash', hashOf(token))
    .whereNull('used_at')
    .update({ used_at: clock.now() })
  return Number(spent) === 1
}
