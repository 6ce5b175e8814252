import type { State, Step } from '#app/core/dossier'
import { steps } from '#app/core/transitions'

/** Whether the table knows such a step. */
export function isLegal(event: string, row: string, from: State, _to: State): boolean {
  const rows = (steps as Record<string, readonly Step<any>[] | undefined>)[event]
  return (
    rows?.some((one) => one.row === row && one.from.includes(from)) ?? event === 'facts_changed'
  )
}
