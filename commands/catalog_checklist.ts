import { readFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { checklist, explain } from '#app/core/checklist'
import type { Facts, ReleaseDocument } from '#app/core/release'

const LISTS = {
  required: 'required',
  optional: 'optional',
  carried_over: 'carried_over',
  waived: 'waived',
  online_declaration: 'declared',
} as const

export default class CatalogChecklist extends BaseCommand {
  static commandName = 'catalog:checklist'
  static description = "Print the checklist that a region's current release gives for facts"
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Region code, e.g. SC', required: true })
  declare region: string

  @flags.string({ description: 'JSON file with an object of facts', required: true })
  declare facts: string

  async run() {
    const { currentSeason } = await import('#app/regions/queries/current_season')
    const { releaseDocument } = await import('#app/catalog/releases')
    const { runInRegion } = await import('#app/shared/region_context')
    const facts: Facts = JSON.parse(await readFile(this.facts, 'utf8'))
    const release = await runInRegion(this.region.toLowerCase(), async () => {
      const releaseId = (await currentSeason())?.season.currentReleaseId
      return releaseId ? releaseDocument(releaseId) : null
    })
    if (!release) {
      this.logger.logError(`There is no region ${this.region} with a published release.`)
      this.exitCode = 1
      return
    }
    this.logger.log(JSON.stringify(answer(release, facts)))
  }

  async completed() {
    const db = await this.app.container.make('lucid.db')
    await db.manager.closeAll()
  }
}

function answer(release: ReleaseDocument, facts: Facts) {
  const items = checklist(release, facts)
  const lists = Object.entries(LISTS).map(([name, need]) => [
    name,
    items.filter((item) => item.need === need).map(({ material }) => material.code),
  ])
  const why = items
    .filter(({ need }) => need !== 'not_asked')
    .map((item) => [item.material.code, explain(item.why, release, 'zh-CN')])
  return { ...Object.fromEntries(lists), why: Object.fromEntries(why) }
}
