import { defineConfig } from '@adonisjs/auth'
import { sessionGuard, sessionUserProvider } from '@adonisjs/auth/session'
import { CandidateProvider } from '#app/identity/candidate_provider'
import type { Authenticators, InferAuthEvents, InferAuthenticators } from '@adonisjs/auth/types'

/** Candidates come from the registration system, staff sign in here: two guards, two kinds of people. */
const authConfig = defineConfig({
  default: 'candidate',
  guards: {
    candidate: sessionGuard({
      useRememberMeTokens: false,
      provider: new CandidateProvider(),
    }),
    staff: sessionGuard({
      useRememberMeTokens: false,
      provider: sessionUserProvider({ model: () => import('#app/identity/models/staff') }),
    }),
  },
})

export default authConfig

declare module '@adonisjs/auth/types' {
  export interface Authenticators extends InferAuthenticators<typeof authConfig> {}
}

declare module '@adonisjs/core/types' {
  interface EventsList extends InferAuthEvents<Authenticators> {}
}
