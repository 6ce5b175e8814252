import hash from '@adonisjs/core/services/hash'
import { v7 as uuid } from 'uuid'
import Membership from '#app/identity/models/membership'
import Staff from '#app/identity/models/staff'
import ExamPoint from '#app/regions/models/exam_point'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { transaction } from '#app/shared/transaction'
import type { DemoStaff } from './people.js'

/** Adds the demo's staff where their logins are not taken yet; whoever is there stays as he is. */
export async function seedStaff(people: readonly DemoStaff[]) {
  const there = new Set((await Staff.query().select('login')).map(({ login }) => login))
  // Hashing is slow on purpose: once for each password, not for each person.
  const hashes = new Map<string, string>()
  for (const person of people) {
    if (there.has(person.login)) continue
    const known = hashes.get(person.password) ?? (await hash.use('scrypt').make(person.password))
    hashes.set(person.password, known)
    await addStaff(person, known)
  }
}

async function addStaff(person: DemoStaff, password: string) {
  const now = clock.now()
  const staffId = uuid()
  // Quietly: the model's hook would hash the hash.
  await Staff.createQuietly({
    id: staffId,
    login: person.login,
    password,
    name: person.name,
    isPlatformAdmin: person.platformAdmin ?? false,
    suspendedAt: null,
    createdAt: now,
    updatedAt: now,
  })
  for (const { region, role, point } of person.memberships) {
    await runInRegion(region.toLowerCase(), () =>
      transaction(async (trx) => {
        const examPoint =
          point && (await ExamPoint.query({ client: trx }).where('code', point).firstOrFail())
        await Membership.create(
          {
            id: uuid(),
            staffId,
            role,
            examPointId: examPoint ? examPoint.id : null,
            createdAt: now,
          },
          { client: trx }
        )
      })
    )
  }
}
