import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Refused } from '#app/shared/exceptions/refused'

const PATIENCE_MS = 2_000
/** Senders who were refused at once shall not all come back at once. */
const JITTER_S = 4
/** How much the newest piece of work counts in the mean. */
const WEIGHT = 0.1

interface Waiting {
  begin: () => void
  timer: NodeJS.Timeout
}

/**
 * Lets so many pieces of work run at a time, the others in the order they came. Who would wait
 * longer than `patienceMs` is refused with SERVER_BUSY, so that a rush of pictures never holds up
 * the rest of the portal (RELIABILITY.md, Performance targets).
 */
export class Turns {
  readonly #queue: Waiting[] = []
  #running = 0
  #meanMs = 0

  constructor(
    readonly places: number,
    readonly patienceMs = PATIENCE_MS
  ) {}

  /** @throws Refused SERVER_BUSY */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter()
    const began = performance.now()
    try {
      return await work()
    } finally {
      this.#meanMs += (performance.now() - began - this.#meanMs) * WEIGHT
      this.#leave()
    }
  }

  /**
   * Asked before a body is read: who cannot get a turn in time need not send it.
   *
   * @throws Refused SERVER_BUSY
   */
  refuseWhenHopeless() {
    if (this.#expectedWaitMs > this.patienceMs) throw this.#busy()
  }

  get #expectedWaitMs() {
    return (this.#queue.length * this.#meanMs) / this.places
  }

  async #enter() {
    if (this.#running < this.places) {
      this.#running++
      return
    }
    this.refuseWhenHopeless()
    await new Promise<void>((resolve, reject) => {
      const waiting: Waiting = {
        begin: resolve,
        timer: setTimeout(() => {
          this.#queue.splice(this.#queue.indexOf(waiting), 1)
          reject(this.#busy())
        }, this.patienceMs),
      }
      this.#queue.push(waiting)
    })
  }

  /** A turn is handed on, never given back while somebody waits. */
  #leave() {
    const next = this.#queue.shift()
    if (!next) {
      this.#running--
      return
    }
    clearTimeout(next.timer)
    next.begin()
  }

  #busy() {
    const seconds = Math.max(1, Math.ceil(this.#expectedWaitMs / 1_000)) + randomInt(JITTER_S)
    return new Refused({ code: 'SERVER_BUSY', params: { seconds } })
  }
}

/** Files are written by the same threads as pictures are decoded: some are left for them. */
const THREADS = Number(process.env.UV_THREADPOOL_SIZE) || 4
const LEFT_FOR_FILES = 2

/** Who decodes a picture takes a turn: one for each core. */
export const decoding = new Turns(
  Math.max(1, Math.min(availableParallelism(), THREADS - LEFT_FOR_FILES))
)
