import { Figures, load, visit, type Place, type Sender } from './load.js'
import type { Server } from './servers.js'

export const CLIENTS = 4
const TURN_MS = 4_000
const WARM_UP_MS = 2_000
/** Who takes any number of pictures at one address. */
const ENDLESS = 20_000

export interface Contestant {
  name: string
  server: Server
  clients: Place[][]
}

export interface Result {
  name: string
  /** One for each round. */
  rounds: Figures[]
  all: Figures
  rssMb: number
}

/** Puts everybody's pictures to one address, which asks nothing. */
export function anywhere(place: Place): Place[][] {
  return Array.from({ length: CLIENTS }, () => new Array<Place>(ENDLESS).fill(place))
}

/** One client is several candidates at the same time: one dossier has too few places. */
export function clientsOf(server: Server, senders: Sender[]): Promise<Place[][]> {
  const groups = Array.from({ length: CLIENTS }, (_, i) =>
    senders.filter((_sender, n) => n % CLIENTS === i)
  )
  return Promise.all(
    groups.map(async (group) => {
      const places: Place[] = []
      for (const sender of group) {
        const headers = await visit(server, sender)
        places.push(...sender.paths.map((path) => ({ path, headers })))
      }
      return places
    })
  )
}

export async function warmUp(contestants: Contestant[], pictures: Buffer[]) {
  for (const { server, clients } of contestants) {
    await load(server, clients, pictures, WARM_UP_MS, new Figures())
  }
}

/** In turns, each round begun by another: what else the machine does meets all of them alike. */
export async function compete(
  contestants: Contestant[],
  pictures: Buffer[],
  rounds: number
): Promise<Result[]> {
  const results = contestants.map(({ name }) => ({
    name,
    rounds: [] as Figures[],
    all: new Figures(),
    rssMb: 0,
  }))
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < contestants.length; i++) {
      const at = (i + round) % contestants.length
      const { server, clients } = contestants[at]
      const figures = new Figures()
      await load(server, clients, pictures, TURN_MS, figures)
      results[at].rounds.push(figures)
      results[at].all.add(figures)
      results[at].rssMb = server.rssMb()
    }
  }
  return results
}

/** Half of the values lie below it. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** How many times as much as the other, round by round, and of these the median. */
export function ratio(one: Result, other: Result, of: (figures: Figures) => number): number {
  return median(one.rounds.map((figures, i) => of(figures) / of(other.rounds[i])))
}
