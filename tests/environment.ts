import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Runs before anything reads the environment: tests get a data folder, ports and addresses of their
 * own, whatever is set for the portal that a developer uses. `npm test` gives database and ports.
 */
const { env } = process
env.NODE_ENV = 'test'
env.LOG_LEVEL ??= 'error'
env.HOST = '127.0.0.1'
env.PORT = env.TEST_TOTALS && env.PORT ? env.PORT : String(await freePort())
env.SANDBOX_PORT = String(await freePort())
env.APP_URL = `http://127.0.0.1:${env.PORT}`
env.REGISTRATION_ISSUER = `http://127.0.0.1:${env.SANDBOX_PORT}`
env.DB_DATABASE ??= 'kaoqu_test'
delete env.KAOQU_DEMO

const folder = mkdtempSync(join(tmpdir(), 'kaoqu-test-'))
env.DATA_DIR = folder
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
