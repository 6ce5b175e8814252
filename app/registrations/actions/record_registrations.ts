import logger from '@adonisjs/core/services/logger'
import { v7 as uuid } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { RegisteredEntry, RegisteredPerson } from '#app/identity/validators/registered_person'
import ExamPoint from '#app/regions/models/exam_point'
import Region from '#app/regions/models/region'
import Season from '#app/regions/models/season'
import RegistrationChanged from '#app/registrations/events/registration_changed'
import { idTailIndexes } from '#app/registrations/id_tails'
import Registration from '#app/registrations/models/registration'
import { canonicalJson } from '#app/shared/canonical_json'
import { clock } from '#app/shared/clock'
import { blindIndex, encryptField } from '#app/shared/field_cipher'
import { runInRegion } from '#app/shared/region_context'
import { isUniqueViolation, transaction } from '#app/shared/transaction'

type Personal = Pick<RegisteredPerson, 'name' | 'idNo' | 'phone'>

/**
 * Writes what the registration system says of a candidate, for every region that this portal has;
 * one transaction per region. `facts_revision` moves only when something did that a checklist or a
 * reviewer reads. The candidate's own answers are taken over once: afterwards he changes them here.
 */
export class RecordRegistrations {
  async handle({ candidateId, person }: { candidateId: string; person: RegisteredPerson }) {
    const ids = person.registrations.map(({ region }) => region.toLowerCase())
    const regions = await Region.query().whereIn('id', [...new Set(ids)])
    for (const entry of person.registrations) {
      const region = regions.find(({ id }) => id === entry.region.toLowerCase())
      if (!region) continue
      const write = () => transaction((trx) => record(candidateId, person, entry, trx))
      // Two sign-ins of one person at once: the other one made the row, this one finds it.
      const moved = await runInRegion(region.id, () =>
        write().catch((error) => (isUniqueViolation(error) ? write() : Promise.reject(error)))
      )
      if (moved) await RegistrationChanged.dispatch(region.id, moved)
    }
  }
}

/** @returns the registration's id where something moved that a checklist or a reviewer reads */
async function record(
  candidateId: string,
  person: Personal,
  entry: RegisteredEntry,
  trx: TransactionClientContract
): Promise<string | null> {
  const season = await Season.query({ client: trx }).where('year', entry.season).first()
  const point = await ExamPoint.query({ client: trx }).where('code', entry.pointId).first()
  const { externalNumber } = entry
  if (!season || !point) {
    logger.warn(
      { externalNumber },
      'a registration names a season or exam point that is not set up'
    )
    return null
  }
  const known = await Registration.query({ client: trx })
    .where('season_id', season.id)
    .where('external_number', externalNumber)
    .forUpdate()
    .first()
  if (known && known.candidateId !== candidateId) {
    logger.warn({ externalNumber }, 'a registration number is already held by another candidate')
    return null
  }
  const said = { examPointId: point.id, ...registered(entry) }
  const now = clock.now()
  if (!known) {
    const row = { id: uuid(), seasonId: season.id, candidateId, externalNumber, ...said }
    await Registration.create(
      {
        ...row,
        ...sealed(person),
        answers: entry.answers,
        factsRevision: 1,
        syncedAt: now,
        createdAt: now,
      },
      { client: trx }
    )
    return null
  }
  const moved = changed(known, said)
  if (moved) known.merge({ ...said, factsRevision: known.factsRevision + 1 })
  if (changed(known, indexes(person))) {
    if (wasConfirmed(known, person)) known.merge(UNCONFIRMED)
    known.merge(sealed(person))
  }
  await known.merge({ syncedAt: now }).save()
  return moved ? known.id : null
}

const UNCONFIRMED = {
  contactPhoneEncrypted: null,
  contactPhoneIndex: null,
  phoneConfirmedAt: null,
}

/** He confirmed the registered number and it is another one now: he is asked again. */
function wasConfirmed({ phoneIndex, contactPhoneIndex }: Registration, { phone }: Personal) {
  return contactPhoneIndex === phoneIndex && blindIndex('phone', phone) !== phoneIndex
}

function registered({ category, institution, facts }: RegisteredEntry) {
  return { category, institution: institution ?? null, facts }
}

function indexes({ name, idNo, phone }: Personal) {
  return {
    nameIndex: blindIndex('name', name),
    idNoIndex: blindIndex('id_no', idNo),
    ...idTailIndexes(idNo),
    phoneIndex: blindIndex('phone', phone),
  }
}

/** The same value encrypts differently each time, so rows are sealed anew only when an index moved. */
function sealed(person: Personal) {
  return {
    nameEncrypted: encryptField(person.name),
    idNoEncrypted: encryptField(person.idNo),
    phoneEncrypted: encryptField(person.phone),
    ...indexes(person),
  }
}

function changed<T extends Partial<Registration>>(row: Registration, said: T): boolean {
  return (Object.keys(said) as (keyof T & keyof Registration)[]).some(
    (key) => canonicalJson(row[key]) !== canonicalJson(said[key])
  )
}
