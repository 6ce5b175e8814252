import { test } from '@japa/runner'
import { base32, codeAt, keyUri, newSecret, stepAt, stepOf } from '#app/identity/totp'

/** RFC 6238, appendix B: the SHA-1 rows, eight digits. */
const SECRET = base32(Buffer.from('12345678901234567890'))
const VECTORS: [seconds: number, code: string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
]

test.group('TOTP', () => {
  test('gives the codes of RFC 6238', ({ assert }) => {
    assert.equal(SECRET, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    for (const [seconds, code] of VECTORS) {
      const step = stepAt(seconds * 1000)
      assert.equal(codeAt(SECRET, step, 8), code)
      assert.equal(codeAt(SECRET, step), code.slice(2))
    }
  })

  test('takes the step before and the one after, and no other', ({ assert }) => {
    const now = 1_800_000_000_000
    const step = stepAt(now)
    for (const [offset, expected] of [
      [-2, null],
      [-1, step - 1],
      [0, step],
      [1, step + 1],
      [2, null],
    ] as const) {
      assert.equal(stepOf(SECRET, codeAt(SECRET, step + offset), now), expected)
    }
  })

  test('a step that was used, and all before it, are over', ({ assert }) => {
    const now = 1_800_000_000_000
    const step = stepAt(now)
    assert.isNull(stepOf(SECRET, codeAt(SECRET, step), now, step))
    assert.isNull(stepOf(SECRET, codeAt(SECRET, step - 1), now, step))
    assert.equal(stepOf(SECRET, codeAt(SECRET, step + 1), now, step), step + 1)
  })

  test('anything but six digits is no code', ({ assert }) => {
    for (const code of ['', '12345', '1234567', '12345a', '１２３４５６']) {
      assert.isNull(stepOf(SECRET, code, 0))
    }
  })

  test('each secret is new and has 160 bits', ({ assert }) => {
    const secrets = new Set(Array.from({ length: 50 }, newSecret))
    assert.equal(secrets.size, 50)
    for (const secret of secrets) assert.match(secret, /^[A-Z2-7]{32}$/)
  })

  test('the picture names product and account', ({ assert }) => {
    assert.equal(
      keyUri('ABC', { issuer: 'Kaoqu 考区', login: 'sc-admin' }),
      'otpauth://totp/Kaoqu%20%E8%80%83%E5%8C%BA:sc-admin?secret=ABC&issuer=Kaoqu%20%E8%80%83%E5%8C%BA'
    )
  })
})
