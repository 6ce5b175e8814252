import ViteProvider from '@adonisjs/vite/vite_provider'

/** Tests are served the built pages, as people are: no Vite server beside them (`npm test` builds). */
export default class BuiltPagesProvider extends ViteProvider {
  async start() {
    if (!this.app.inTest) await super.start()
  }
}
