import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { APP_ROOT, importFile, tapApplication } from './application.js'

new Ignitor(APP_ROOT, { importer: importFile })
  .tap((app) => {
    tapApplication(app)
    app.listen('SIGINT', () => app.terminate())
  })
  .httpServer()
  .start()
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
