import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { miscounts } from '#app/dossiers/queries/miscounts'
import { addToCounts } from '#app/dossiers/queue_counts'

/**
 * Every night: counts of the queue that are wrong are put right by the difference, which also fits what
 * is counted meanwhile.
 *
 * @returns how many were wrong
 */
export async function reconcileCounts(client: QueryClientContract): Promise<number> {
  const wrong = await miscounts(client)
  const additions = wrong.map(({ counted, there, ...of }) => {
    return { ...of, day: 0, slot: 0, n: there - counted }
  })
  for (let at = 0; at < additions.length; at += 100) {
    await addToCounts(client, additions.slice(at, at + 100))
  }
  return wrong.length
}
