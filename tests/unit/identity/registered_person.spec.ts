import { test } from '@japa/runner'
import { personValidator } from '#app/identity/validators/registered_person'
import { demoPeople } from '#database/demo/people'

const [person] = demoPeople().candidates
const [entry] = person.registrations

test.group('What the registration system says of a person', () => {
  test('every demo person passes with each value as it is', async ({ assert }) => {
    for (const one of demoPeople().candidates) {
      const known = await personValidator.validate(one)
      assert.deepEqual(known.registrations[0].facts, one.registrations[0].facts)
      assert.deepEqual(known.registrations[0].answers, one.registrations[0].answers)
    }
  })

  test('is refused where it cannot be read')
    .with([
      { ...person, subject: '' },
      { ...person, idNo: undefined },
      { ...person, registrations: 'none' },
      { ...person, registrations: [{ ...entry, facts: { edu_level: { $ne: 1 } } }] },
      { ...person, registrations: [{ ...entry, facts: null }] },
      { ...person, registrations: [{ ...entry, season: 'next' }] },
    ])
    .run(({ assert }, wrong) => assert.rejects(() => personValidator.validate(wrong)))
})
