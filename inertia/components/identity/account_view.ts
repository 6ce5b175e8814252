export interface SecondFactorView {
  required: boolean
  /** When it was switched on; null: it is off. */
  since: number | null
  recoveryCodes: number
}

export interface DeviceView {
  id: string
  here: boolean
  userAgent: string
  ip: string
  signedInAt: number
  usedAt: number
}
