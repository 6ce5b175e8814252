import { test } from '@japa/runner'
import { maskIdNo, maskPhone } from '#app/registrations/masks'

test.group('Masks', () => {
  test('an ID number keeps its first and last four')
    .with([
      ['990101199811173960', '9901**********3960'],
      ['H12345678', 'H******78'],
      ['E1234567', 'E*****67'],
      ['123', '***'],
      ['', ''],
    ] as const)
    .run(({ assert }, [idNo, masked]) => assert.equal(maskIdNo(idNo), masked))

  test('a phone number keeps its network and last four')
    .with([
      ['13800000001', '138****0001'],
      ['02800001', '0*****01'],
      ['110', '***'],
    ] as const)
    .run(({ assert }, [phone, masked]) => assert.equal(maskPhone(phone), masked))
})
