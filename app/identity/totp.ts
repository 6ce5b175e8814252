import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** RFC 6238 with what every authenticator app knows: SHA-1, 30 seconds, 6 digits. */
const STEP_MS = 30_000
const DIGITS = 6
/** Clocks of phones are off: the step before and the one after are taken too. */
const DRIFT = 1

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** A new secret of 160 bits, as authenticator apps take it. */
export function newSecret(): string {
  return base32(randomBytes(20))
}

export function stepAt(now: number): number {
  return Math.floor(now / STEP_MS)
}

/** The code of a time step (RFC 4226, dynamic truncation). */
export function codeAt(secret: string, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const number = mac.readUInt32BE(mac[mac.length - 1] & 0x0f) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * The time step whose code this is, at `now` (ms); null where it is none, or of a step up to
 * `lastStep`: a code that was taken is not taken twice.
 */
export function stepOf(
  secret: string,
  code: string,
  now: number,
  lastStep = Number.NEGATIVE_INFINITY
): number | null {
  if (!/^\d{6}$/.test(code)) return null
  for (let step = stepAt(now) - DRIFT; step <= stepAt(now) + DRIFT; step++) {
    const same = timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))
    if (same && step > lastStep) return step
  }
  return null
}

/** What the picture says to an authenticator app. */
export function keyUri(secret: string, { issuer, login }: { issuer: string; login: string }) {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(login)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
