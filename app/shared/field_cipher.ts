import { createHmac } from 'node:crypto'
import env from '#start/env'
import encryption from '@adonisjs/core/services/encryption'

/**
 * Personal fields (name, ID number, phone) at rest: AES-256-GCM with the key's id in the
 * ciphertext, and a keyed hash beside it to search by (RELIABILITY.md, Security).
 */
export function encryptField(value: string): string {
  return encryption.use('fields').encrypt(value)
}

/** @throws Error when the ciphertext was altered or its key is gone. */
export function decryptField(ciphertext: string): string {
  const value = encryption.use('fields').decrypt<string>(ciphertext)
  if (value === null) throw new Error('A personal field cannot be decrypted: check FIELD_KEY')
  return value
}

/** The blind index of a field: equal values of one purpose give equal hashes, nothing else shows. */
export function blindIndex(purpose: string, value: string): string {
  return createHmac('sha256', env.get('INDEX_KEY').release())
    .update(`${purpose}\0${value.trim().toUpperCase()}`)
    .digest('hex')
}
