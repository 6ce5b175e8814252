import logger from '@adonisjs/core/services/logger'
import Season from '#app/regions/models/season'
import { runInRegion } from '#app/shared/region_context'

/** Changes made by another process, or by a command, are seen after this long. */
const LOOK_EVERY = 3_000

/** Open connections cost memory: beyond these a page asks from time to time instead. */
const MOST_LISTENERS = 5_000

type Listener = (revision: string) => void

/**
 * Tells open pages that what is live in their region's season has changed: never what or for whom,
 * only that there is something to fetch. The season's row is the truth that all processes share:
 * who changes it announces it here, and regions that somebody listens to are looked at every few
 * seconds, by one short query each. A listener holds no connection to the database.
 */
export class SeasonChanges {
  #listeners = new Map<string, Set<Listener>>()
  #told = new Map<string, string>()
  #count = 0
  #timer?: NodeJS.Timeout
  #looking: Promise<void> | null = null

  constructor(private readonly read: (regionId: string) => Promise<string>) {}

  get listeners(): number {
    return this.#count
  }

  /** Which state of the region's season there is now. */
  revision(regionId: string): Promise<string> {
    return this.read(regionId)
  }

  /** @returns the way to stop, or null where too many listen already */
  listen(regionId: string, listener: Listener): (() => void) | null {
    if (this.#count >= MOST_LISTENERS) return null
    const ofRegion = this.#listeners.get(regionId) ?? new Set()
    this.#listeners.set(regionId, ofRegion.add(listener))
    this.#count++
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY).unref()
    return () => this.#leave(regionId, listener)
  }

  /** Something has changed: whoever listens to this region hears the new revision. */
  async announce(regionId: string) {
    const ofRegion = this.#listeners.get(regionId)
    if (!ofRegion) return
    const revision = await this.read(regionId)
    if (this.#told.get(regionId) === revision) return
    this.#told.set(regionId, revision)
    for (const listener of ofRegion) listener(revision)
  }

  #leave(regionId: string, listener: Listener) {
    const ofRegion = this.#listeners.get(regionId)
    if (!ofRegion?.delete(listener)) return
    this.#count--
    if (ofRegion.size > 0) return
    this.#listeners.delete(regionId)
    this.#told.delete(regionId)
    if (this.#listeners.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  #look() {
    this.#looking ??= this.#lookAtAll().finally(() => (this.#looking = null))
  }

  async #lookAtAll() {
    for (const regionId of [...this.#listeners.keys()]) {
      try {
        await this.announce(regionId)
      } catch (error) {
        logger.warn({ err: error, region: regionId }, 'changes of a season could not be looked for')
      }
    }
  }
}

/** Names a state of the current season; `none` where the region has none. One query. */
function revisionOf(regionId: string): Promise<string> {
  return runInRegion(regionId, async () => {
    const season = await Season.query()
      .where('is_current', true)
      .select('region_id', 'id', 'version', 'current_release_id')
      .first()
    return season ? seasonRevision(season) : 'none'
  })
}

/** As pages know it, so that they can tell whether what they show is old. */
export function seasonRevision(
  season: Pick<Season, 'id' | 'version' | 'currentReleaseId'>
): string {
  return [season.id, season.version, season.currentReleaseId ?? ''].join('.')
}

export const seasonChanges = new SeasonChanges(revisionOf)
