import { readFile } from 'node:fs/promises'
import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Not JSON, not there, not readable: the person who gave the file can mend that. */
function isAboutTheFile(error: Error) {
  return error instanceof SyntaxError || 'syscall' in error
}

/** Who has the machine's shell has no account: the chain says at least that it was done there. */
const OPERATOR = { kind: 'system', id: 'command line' }

export default class RegionImport extends BaseCommand {
  static commandName = 'region:import'
  static description = 'Create or update regions from a file (docs/region-format.md)'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'JSON file: one region, or the format of regions.json' })
  declare file: string

  async run() {
    const { importRegions } = await import('#app/administration/actions/import_regions')
    const { newestCatalog } = await import('#app/catalog/catalog_versions')
    const { ReleaseError } = await import('#app/core/release')
    const catalog = await newestCatalog()
    if (!catalog) return this.#refuse('', 'There is no base catalog yet: run db:seed first.')
    try {
      const json: unknown = JSON.parse(await readFile(this.file, 'utf8'))
      for (const { regionId, published } of await importRegions(json, catalog, OPERATOR)) {
        this.logger.log(
          `${regionId}: ${published ? 'a release was published' : 'nothing new to publish'}`
        )
      }
    } catch (error) {
      if (error instanceof ReleaseError) {
        error.problems.forEach(({ path, reason }) => this.#refuse(path, reason))
      } else if (error instanceof Error && isAboutTheFile(error)) {
        this.#refuse(this.file, error.message)
      } else throw error
    }
  }

  #refuse(path: string, reason: string) {
    this.logger.logError(path ? `${path}: ${reason}` : reason)
    this.exitCode = 1
  }

  async completed() {
    const db = await this.app.container.make('lucid.db')
    await db.manager.closeAll()
  }
}
