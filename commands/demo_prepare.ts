import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const STEPS: [string, string[]][] = [
  ['migration:run', ['--force', '--compact-output']],
  ['db:seed', ['--compact-output']],
]

/** Migrates and seeds in one start of the application: what `npm start` does before it serves. */
export default class DemoPrepare extends BaseCommand {
  static commandName = 'demo:prepare'
  static description = 'Bring the database up to date and seed it: migration:run, then db:seed'
  static options: CommandOptions = { startApp: true }

  async run() {
    for (const [command, args] of STEPS) {
      const { exitCode } = await this.kernel.exec(command, args)
      if (exitCode) {
        this.exitCode = exitCode
        return
      }
    }
  }

  async completed() {
    const db = await this.app.container.make('lucid.db')
    await db.manager.closeAll()
  }
}
