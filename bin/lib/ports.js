import { createServer } from 'node:net'

/** True when a server could listen there right now, else why not (`EADDRINUSE`, `EACCES`, …). */
export function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** Two free ports in a row, for the portal and the sandbox, away from those that people use. */
export async function findFreePair(host = '127.0.0.1') {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000) * 2
    const answers = [await isFree(port, host), await isFree(port + 1, host)]
    if (answers.every((free) => free === true)) return port
  }
  throw new Error('no two free ports in a row')
}
