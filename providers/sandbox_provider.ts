import type { ApplicationService } from '@adonisjs/core/types'
import env from '#start/env'

/** In the demo the sandbox registration system runs inside the portal's process, on the next port. */
export default class SandboxProvider {
  #close?: () => Promise<void>

  constructor(protected app: ApplicationService) {}

  async ready() {
    if (!env.get('KAOQU_DEMO') || this.app.getEnvironment() !== 'web') return
    const { startSandbox } = await import('#sandbox/server')
    const sandbox = await startSandbox({
      port: env.get('SANDBOX_PORT'),
      host: env.get('HOST'),
      portalUrl: env.get('APP_URL'),
      publicUrl: env.get('REGISTRATION_ISSUER'),
      dataDir: env.get('DATA_DIR'),
      peopleFile: env.get('SANDBOX_PEOPLE'),
      clientSecret: env.get('REGISTRATION_CLIENT_SECRET').release(),
      serviceToken: env.get('REGISTRATION_SERVICE_TOKEN').release(),
    })
    this.#close = () => sandbox.close()
  }

  async shutdown() {
    await this.#close?.()
  }
}
