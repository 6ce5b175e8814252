import { randomBytes } from 'node:crypto'
import hash from '@adonisjs/core/services/hash'
import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Membership from '#app/identity/models/membership'
import Staff from '#app/identity/models/staff'
import type { RolePlace } from '#app/identity/people_reach'
import { changeStaff } from '#app/identity/staff_audit'
import { issueLink } from '#app/identity/staff_links'
import { clock } from '#app/shared/clock'

export type Invitation =
  | { ok: true; staff: Staff; link: { path: string; expiresAt: number } | null }
  | { ok: false; code: 'LOGIN_TAKEN' | 'ALREADY_HERE' }

/**
 * Gives somebody roles in the current region. A new person gets an account that only the one-time link
 * opens; who works in another region already (the same login and name) keeps his password: no link.
 */
export class InviteStaff {
  async handle(input: {
    by: string
    login: string
    name: string
    email?: string | null
    places: readonly RolePlace[]
  }): Promise<Invitation> {
    const { by, login, name, email = null, places } = input
    const known = await Staff.findBy({ login })
    if (known && known.name !== name) return { ok: false, code: 'LOGIN_TAKEN' }
    if (known && (await Membership.findBy({ staffId: known.id }))) {
      return { ok: false, code: 'ALREADY_HERE' }
    }
    // Nobody knows this password: it only keeps the column from being empty.
    const password = known ? '' : await hash.use('scrypt').make(randomBytes(32).toString('hex'))
    return changeStaff<Invitation>(by, async (trx) => {
      const staff = known ?? (await addAccount(trx, { login, name, email, password }))
      await addPlaces(trx, staff.id, places)
      const link = known
        ? null
        : await issueLink(trx, { kind: 'invitation', staffId: staff.id, by })
      const payload = { staffId: staff.id, login, places }
      return { action: 'staff.invited', payload, result: { ok: true, staff, link } }
    })
  }
}

function addAccount(
  trx: TransactionClientContract,
  { login, name, email, password }: Pick<Staff, 'login' | 'name' | 'email' | 'password'>
) {
  const now = clock.now()
  // Quietly: the model's hook would hash the hash.
  return Staff.createQuietly(
    {
      id: uuid(),
      login,
      password,
      name,
      email,
      isPlatformAdmin: false,
      suspendedAt: null,
      createdAt: now,
      updatedAt: now,
    },
    { client: trx }
  )
}

export async function addPlaces(
  trx: TransactionClientContract,
  staffId: string,
  places: readonly RolePlace[],
  suspendedAt: number | null = null
) {
  for (const { role, examPointId } of places) {
    await Membership.create(
      { id: uuid(), staffId, role, examPointId, suspendedAt, createdAt: clock.now() },
      { client: trx }
    )
  }
}
