import type Dossier from '#app/dossiers/models/dossier'

/** The deadline that runs now, ms: a submitted dossier keeps its own only in case it is recalled. */
export function runningDeadline({ state, deadline }: Pick<Dossier, 'state' | 'deadline'>) {
  return state === 'returned' || state === 'draft' ? deadline : null
}
