import { covers } from '#app/core/access'
import Dossier from '#app/dossiers/models/dossier'
import { pointPath } from '#app/regions/queries/point_path'
import { reviewPage } from '#app/review/queries/review_page'
import { reviewerOf } from '#app/review/reviewer'
import { runInRegion } from '#app/shared/region_context'
import { quantile, timed, watch } from './clockwork.js'
import { person } from './people.js'

const TIMES = 10

/** The dossiers that went through the gate have pictures, manifests and a history. */
export function measureOpening() {
  return runInRegion('sh', async () => {
    const actor = person('sh', 'region_reviewer')
    const rows = await Dossier.query().whereNotNull('manifest').whereNot('version', 2).limit(20)
    const [database, whole]: number[][] = [[], []]
    let statements = 0
    for (let n = 0; n < TIMES; n++) {
      for (const row of rows) {
        const { regionId, candidateId, examPointId } = row
        const subject = { regionId, candidateId, pointPath: await pointPath(examPointId) }
        if (!actor.memberships.some((one) => covers(one, subject))) throw new Error('not his')
        const reviewed = { row, actor, subject, by: reviewerOf(actor, subject) }
        const ms = await timed(async () => {
          const seen = await watch(() => reviewPage(reviewed, 'zh-CN'))
          database.push(seen.databaseMs)
          statements = Math.max(statements, seen.statements)
        })
        whole.push(ms)
      }
    }
    return {
      openStatements: statements,
      openDatabaseMs: quantile(database, 0.5),
      openMs: quantile(whole, 0.5),
    }
  })
}
