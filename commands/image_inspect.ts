import { readFile } from 'node:fs/promises'
import { args, BaseCommand } from '@adonisjs/core/ace'
import { judgeImage } from '#app/core/image_rules'
import { parseCatalog } from '#app/core/release'
import { seedDocument } from '#database/demo/people'

export default class ImageInspect extends BaseCommand {
  static commandName = 'image:inspect'
  static description = 'Judge image files by the national rules: one line of JSON for each'

  @args.spread({ description: 'Image files' })
  declare files: string[]

  async run() {
    const { inspectImage } = await import('#app/dossiers/images/inspect')
    const { imageRules } = parseCatalog(seedDocument('catalog.json'))
    for (const file of this.files) {
      const { measured } = await inspectImage(await readFile(file))
      const { refusals, warnings } = judgeImage(imageRules, measured)
      const { width, height, bytes, orientation } = measured
      this.logger.log(
        JSON.stringify({
          file,
          verdict: refusals.length > 0 ? 'refuse' : 'accept',
          code: refusals[0]?.code ?? null,
          width,
          height,
          bytes,
          orientation,
          warnings: warnings.map(({ code }) => code),
        })
      )
    }
  }
}
