import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const TOLD = 20

/** RELIABILITY.md, Invariants: to be run after every fault, before and after a migration, and when in doubt. */
export default class VerifyInvariants extends BaseCommand {
  static commandName = 'verify:invariants'
  static description = 'Look for broken promises: pictures, locks, audit chains, claims, messages'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Only this region, by its code, e.g. SC' })
  declare region?: string

  async run() {
    const { default: Region } = await import('#app/regions/models/region')
    const { runInRegion } = await import('#app/shared/region_context')
    const { verifyRegion } = await import('#app/dossiers/integrity/verify_region')
    const asked = this.region?.toLowerCase()
    const regions = (await Region.query().orderBy('id')).filter(({ id }) => !asked || id === asked)
    if (regions.length === 0) {
      this.logger.logError(asked ? `There is no region ${this.region}.` : 'There are no regions.')
      this.exitCode = 1
      return
    }
    let broken = 0
    for (const { id } of regions) {
      const found = await runInRegion(id, () => this.#tell(id, verifyRegion()))
      broken += found
    }
    const { platformBreaches } = await import('#app/dossiers/integrity/platform_chains')
    broken += await this.#tell('-', platformBreaches())
    broken += await this.#tellOfFiles()
    this.logger.log(`${regions.length} regions, ${broken} promises broken`)
    if (broken > 0) this.exitCode = 1
  }

  async #tell(
    region: string,
    breaches: AsyncIterable<{ invariant: string; where: string; says: string }>
  ) {
    let n = 0
    for await (const { invariant, where, says } of breaches) {
      if (++n <= TOLD) this.logger.log(`${invariant}\t${region}\t${where}\t${says}`)
    }
    if (n > TOLD) this.logger.log(`\t${region}\t… and ${n - TOLD} more`)
    return n
  }

  async #tellOfFiles() {
    const { abandonedFiles } = await import('#app/dossiers/integrity/objects')
    const { clock } = await import('#app/shared/clock')
    let n = 0
    for await (const key of abandonedFiles(clock.now())) {
      this.logger.log(`I3\t-\t${key}\tit is left over from an upload`)
      n++
    }
    return n
  }

  async completed() {
    const db = await this.app.container.make('lucid.db')
    await db.manager.closeAll()
  }
}
