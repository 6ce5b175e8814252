import limiter from '@adonisjs/limiter/services/main'
import type { Group } from '@japa/runner/core'
import identityConfig from '#config/identity'
import { clock } from '#app/shared/clock'
import { withRealSessions } from '#tests/support/real_sessions'
import { inWorld } from '#tests/support/world'

/** Accounts of staff: real sessions, fresh counters, a clock that stands, the factor as it is asked for. */
export function withAccounts(group: Group, secondFactor: 'required' | 'optional') {
  inWorld(group)
  withRealSessions(group)
  group.each.setup(async () => {
    await limiter.clear()
    identityConfig.secondFactor = secondFactor
    clock.freeze(Date.parse('2027-01-20T09:00:10+08:00'))
    return () => {
      identityConfig.secondFactor = 'required'
      clock.freeze(null)
    }
  })
}
