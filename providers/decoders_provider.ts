import type { ApplicationService } from '@adonisjs/core/types'

/** A server that would open other pictures than JPEG and PNG does not start (RELIABILITY.md, Security). */
export default class DecodersProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    const { assertDecoders } = await import('#app/dossiers/images/decoders')
    const libvips = await assertDecoders()
    const logger = await this.app.container.make('logger')
    logger.debug({ libvips }, 'only JPEG and PNG are decoded')
  }
}
