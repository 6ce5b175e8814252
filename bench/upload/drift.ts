import { Figures, load, type Place } from './load.js'
import type { Server } from './servers.js'

const STEP = 1_000

export interface Memory {
  /** After each thousand pictures, MB. */
  rssMb: number[]
  /** How much the second half of them grew with each thousand: the first fills pools. */
  mbPerThousand: number
}

/** Sends so many pictures to one server and looks at its memory in between. */
export async function watchMemory(
  server: Server,
  clients: Place[][],
  pictures: Buffer[],
  count: number
): Promise<Memory> {
  const rssMb: number[] = []
  for (let sent = 0; sent < count; sent += STEP) {
    await load(server, clients, pictures, Infinity, new Figures(), STEP)
    rssMb.push(server.rssMb())
  }
  return { rssMb: rssMb.map(Math.round), mbPerThousand: slope(rssMb.slice(rssMb.length >> 1)) }
}

/** Least squares: a line through points one step apart. */
function slope(values: number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const spread = values.reduce((sum, _one, i) => sum + (i - middle) ** 2, 0)
  const together = values.reduce((sum, one, i) => sum + (i - middle) * (one - mean), 0)
  return spread === 0 ? 0 : together / spread
}
