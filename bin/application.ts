import type { ApplicationService } from '@adonisjs/core/types'

/** The folder that Adonis resolves its own paths from: the checkout, or build/ after a build. */
export const APP_ROOT = new URL('../', import.meta.url)

/** Imports a file relative to the application root, and a package by its name. */
export function importFile(filePath: string) {
  return filePath.startsWith('./') || filePath.startsWith('../')
    ? import(new URL(filePath, APP_ROOT).href)
    : import(filePath)
}

/** What every entry point does: read the environment first, end cleanly on a signal. */
export function tapApplication(app: ApplicationService) {
  app.booting(async () => {
    await import('#start/env')
  })
  app.listen('SIGTERM', () => app.terminate())
  app.listenIf(app.managedByPm2, 'SIGINT', () => app.terminate())
}
