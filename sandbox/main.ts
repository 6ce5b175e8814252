import { startSandbox } from './server.js'

const { PORT, HOST, PORTAL_URL, PUBLIC_URL, DATA_DIR } = process.env
const { SANDBOX_CLIENT_SECRET, SANDBOX_SERVICE_TOKEN } = process.env

const log = (line: string) => process.stdout.write(`${line}\n`)

try {
  const sandbox = await startSandbox({
    port: Number(PORT ?? 3334),
    host: HOST,
    publicUrl: PUBLIC_URL,
    // Several addresses of the portal are separated by commas.
    portalUrl: (PORTAL_URL ?? 'http://localhost:3333,http://127.0.0.1:3333').split(','),
    dataDir: DATA_DIR ?? 'storage',
    clientSecret: SANDBOX_CLIENT_SECRET,
    serviceToken: SANDBOX_SERVICE_TOKEN,
    log,
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)))
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  const said = code === 'EADDRINUSE' ? `port ${PORT ?? 3334} is taken, set PORT` : message
  process.stderr.write(`The sandbox registration system cannot start: ${said}\n`)
  process.exitCode = 1
}
