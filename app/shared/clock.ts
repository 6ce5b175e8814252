/**
 * The one clock (DOMAIN.md §8): process time corrected by an offset against the database.
 * Rules ask it and never the database's `NOW()`; tests set it.
 */
class Clock {
  #offset = 0
  #fixed: number | null = null

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#fixed ?? Date.now() + this.#offset
  }

  /** Milliseconds that the process time is behind the database. */
  get offset() {
    return this.#offset
  }

  correctBy(offset: number) {
    this.#offset = offset
  }

  /** Stops the clock at an instant, or lets it run again with null. */
  freeze(at: number | null) {
    this.#fixed = at
  }
}

export const clock = new Clock()
