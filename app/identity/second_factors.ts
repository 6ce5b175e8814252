import { randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { base32, stepOf } from '#app/identity/totp'
import { clock } from '#app/shared/clock'
import { decryptField, encryptField } from '#app/shared/field_cipher'

const RECOVERY_CODES = 10
/** Sixty random bits need less than a password does, and there are ten of them to make. */
const COST = { N: 4096 }
const derive = promisify<string, string, number, typeof COST, Buffer>(scrypt)

interface SecondFactorRow {
  staff_id: string
  secret: string
  last_step: number
  recovery_salt: string
  created_at: number
}

export function secondFactorOf(staffId: string): Promise<SecondFactorRow | null> {
  return db.from('second_factors').where('staff_id', staffId).first()
}

/** Takes a code of the app once: of two requests with the same code one is refused. */
export async function takeCode(staffId: string, code: string): Promise<boolean> {
  const row = await secondFactorOf(staffId)
  if (!row) return false
  const step = stepOf(decryptField(row.secret), code, clock.now(), Number(row.last_step))
  if (step === null) return false
  const taken = await db
    .from('second_factors')
    .where('staff_id', staffId)
    .where('last_step', '<', step)
    .update({ last_step: step })
  return Number(taken) === 1
}

/** Takes a recovery code once, typed in any case and with or without its dashes. */
export async function takeRecoveryCode(staffId: string, typed: string): Promise<boolean> {
  const row = await secondFactorOf(staffId)
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  if (!row || !/^[A-Z2-7]{12}$/.test(code)) return false
  const hash = await hashOf(code, row.recovery_salt)
  const left = await db.from('recovery_codes').where('staff_id', staffId).whereNull('used_at')
  const found = left.find((one) => timingSafeEqual(Buffer.from(one.hash), Buffer.from(hash)))
  if (!found) return false
  const taken = await db
    .from('recovery_codes')
    .where('id', found.id)
    .whereNull('used_at')
    .update({ used_at: clock.now() })
  return Number(taken) === 1
}

export async function recoveryCodesLeft(staffId: string): Promise<number> {
  return (await db.from('recovery_codes').where('staff_id', staffId).whereNull('used_at')).length
}

/** Ten codes for people, and what of them is kept: slow hashes with one salt of the person's. */
export async function newRecoveryCodes() {
  const salt = randomBytes(16).toString('hex')
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(8)).slice(0, 12))
  const hashes: string[] = []
  // One after the other: ten at once would take all threads from the pictures.
  for (const code of codes) hashes.push(await hashOf(code, salt))
  return { codes: codes.map((code) => code.match(/.{4}/g)!.join('-')), salt, hashes }
}

type RecoveryCodes = Awaited<ReturnType<typeof newRecoveryCodes>>

/** Writes a second factor in place of any other. `step` is that of the code that confirmed it. */
export async function keepSecondFactor(
  trx: TransactionClientContract,
  { staffId, secret, step, recovery }: KeptSecondFactor
) {
  await removeSecondFactor(trx, staffId)
  await trx.table('second_factors').insert({
    staff_id: staffId,
    secret: encryptField(secret),
    last_step: step,
    recovery_salt: recovery.salt,
    created_at: clock.now(),
  })
  await insertCodes(trx, staffId, recovery)
}

interface KeptSecondFactor {
  staffId: string
  secret: string
  step: number
  recovery: RecoveryCodes
}

/** The codes that were given out before are worth nothing from then on. */
export async function replaceRecoveryCodes(
  trx: TransactionClientContract,
  staffId: string,
  recovery: RecoveryCodes
) {
  await trx.from('recovery_codes').where('staff_id', staffId).delete()
  await trx
    .from('second_factors')
    .where('staff_id', staffId)
    .update({ recovery_salt: recovery.salt })
  await insertCodes(trx, staffId, recovery)
}

export async function removeSecondFactor(trx: TransactionClientContract, staffId: string) {
  await trx.from('recovery_codes').where('staff_id', staffId).delete()
  await trx.from('second_factors').where('staff_id', staffId).delete()
}

async function insertCodes(
  trx: TransactionClientContract,
  staffId: string,
  { hashes }: RecoveryCodes
) {
  for (const hash of hashes) {
    await trx.table('recovery_codes').insert({ id: randomUUID(), staff_id: staffId, hash })
  }
}

async function hashOf(code: string, salt: string): Promise<string> {
  return (await derive(code, salt, 32, COST)).toString('hex')
}
