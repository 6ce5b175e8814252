import env from '#start/env'

interface IdentityConfig {
  /** Whether staff must sign in with a code besides the password, or may choose to. */
  secondFactor: 'required' | 'optional'
  /** Whether links can go by mail. */
  mail: boolean
}

const identityConfig: IdentityConfig = {
  // Who tries the demo has no phone prepared for it; everywhere else it is the rule.
  secondFactor: env.get('KAOQU_DEMO') ? 'optional' : 'required',
  mail: env.get('SMTP_URL') !== undefined,
}

export default identityConfig
