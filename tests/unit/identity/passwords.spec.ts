import { test } from '@japa/runner'
import { COMMON_PASSWORDS } from '#app/identity/common_passwords'
import { normalizePassword, passwordProblem, type PasswordProblem } from '#app/identity/passwords'

const ABOUT = ['sc-linjingyue', '林静月']

const TABLE: [password: string, problem: PasswordProblem | null][] = [
  // Length, in characters, not in bytes.
  ['kestrel-fog', 'too_short'],
  ['凌晨四点海棠花未眠', 'too_short'],
  ['凌晨四点海棠花未眠又三更', null],
  ['x'.repeat(129), 'too_long'],
  // No mixture is asked for, spaces are welcome.
  ['correct horse battery', null],
  ['lanternmosquitoteacup', null],
  ['84719302655038', null],
  [Array.from({ length: 32 }, (_, n) => 'qz7v'[n % 4] + n).join(''), null],
  // Lists, also put together, dressed up, repeated, in a row.
  ['123456789012', 'common'],
  ['password1234', 'common'],
  ['P@ssw0rd2027!', 'common'],
  ['Admin@123456', 'common'],
  ['woaini5201314', 'common'],
  ['WoAiNi1314520.', 'common'],
  ['1qaz2wsx3edc', 'common'],
  ['qwertyuiop123', 'common'],
  ['zhangwei19900101', 'common'],
  ['kaoqu-shenhe-2027', 'common'],
  ['aaaaaaaaaaaaaaa', 'common'],
  ['xk3xk3xk3xk3xk3', 'common'],
  ['abcdefghijklmno', 'common'],
  ['我爱你我爱你我爱你我爱你', 'common'],
  ['ｐａｓｓｗｏｒｄ１２３４５６', 'common'],
  // The person himself.
  ['sc-linjingyue', 'personal'],
  ['LinJingyue2027', 'personal'],
  ['林静月123456789!', 'personal'],
  ['linjingyue keeps bees', null],
]

test.group('Passwords', () => {
  for (const [password, problem] of TABLE) {
    test(`${password.slice(0, 32)}: ${problem ?? 'fine'}`, ({ assert }) => {
      assert.equal(passwordProblem(password, ABOUT), problem)
    })
  }

  test('the list has some hundred entries', ({ assert }) => {
    assert.isAbove(COMMON_PASSWORDS.size, 400)
  })

  test('the same characters of another keyboard are the same password', ({ assert }) => {
    assert.equal(normalizePassword('ＡＢＣ１２３'), 'ABC123')
  })

  test('a long one is judged in no time', ({ assert }) => {
    const began = performance.now()
    passwordProblem('ab1c'.repeat(31) + 'zzzz', ABOUT)
    assert.isBelow(performance.now() - began, 200)
  })
})
