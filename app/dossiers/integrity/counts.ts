import { miscounts } from '#app/dossiers/queries/miscounts'
import { breach, type Breach } from './breach.js'

/** I6 of the queue: what its tabs say is what they hold. */
export async function* countBreaches(): AsyncGenerator<Breach> {
  for (const { tray, examPointId, counted, there } of await miscounts()) {
    const where = `queue_counts/${tray} of exam_points/${examPointId}`
    yield breach('I6', where, `counts ${counted} where there are ${there}`)
  }
}
