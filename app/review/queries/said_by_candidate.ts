import Remark from '#app/dossiers/models/remark'

/** "No change because …": what the candidate answered with this submission, by item. One statement. */
export async function saidByCandidate(
  dossierId: string,
  round: number
): Promise<ReadonlyMap<string, string>> {
  if (round < 2) return new Map()
  const answers = await Remark.query().where({ dossierId, round, about: 'answer' })
  return new Map(answers.map(({ itemId, text }) => [itemId!, text]))
}
