/** The promises of RELIABILITY.md, by their numbers there. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10' | 'I11'

/** One promise that does not hold, and of which row or object. */
export interface Breach {
  invariant: Invariant
  /** `dossiers/<id>`, `images/<id>`, or the key of an object. */
  where: string
  says: string
}

export function breach(invariant: Invariant, where: string, says: string): Breach {
  return { invariant, where, says }
}
