import 'reflect-metadata'
import { Ignitor, prettyPrintError } from '@adonisjs/core'
import { APP_ROOT, importFile, tapApplication } from './application.js'

new Ignitor(APP_ROOT, { importer: importFile })
  .tap(tapApplication)
  .ace()
  .handle(process.argv.splice(2))
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
