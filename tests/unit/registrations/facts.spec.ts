import { test } from '@japa/runner'
import { factsOf } from '#app/registrations/facts'

test('what is registered wins over what the candidate answered', ({ assert }) => {
  const facts = factsOf(
    {
      facts: { edu_level: 'master' },
      answers: { edu_level: 'none', edu_in_chsi: true },
      category: 'CLIN_P',
    },
    { approvedBeforeHere: true }
  )
  assert.deepEqual(facts, {
    edu_level: 'master',
    edu_in_chsi: true,
    category: 'CLIN_P',
    approved_before_here: true,
  })
})
