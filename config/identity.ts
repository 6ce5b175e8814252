import env from '#start/env'

interface IdentityConfig {
  /** Whether staff must sign in with a code besides the password, or may choose to. */
  secondFactor: 'required' | 'optional'
}

const identityConfig: IdentityConfig = {
  // Who tries the demo has no phone prepared for it; everywhere else it is the rule.
  secondFactor: env.get('KAOQU_DEMO') ? 'optional' : 'required',
}

export default identityConfig
