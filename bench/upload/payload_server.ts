/**
 * The peer: Payload without Next, by its own request handler, on SQLite. It validates, stores the
 * file, makes a thumbnail of 320 px and a row; it does not sync, keep an audit or ask who uploads.
 * Its packages come from PEER_FOLDER; they are no dependencies of the project (peer.ts).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'

const { DATA_DIR, PEER_FOLDER, PORT } = process.env
const fromPeer = (name: string) => {
  const require = createRequire(join(PEER_FOLDER!, 'package.json'))
  return import(pathToFileURL(require.resolve(name)).href)
}
const { buildConfig, getPayload, handleEndpoints } = await fromPeer('payload')
const { sqliteAdapter } = await fromPeer('@payloadcms/db-sqlite')

const everybody = () => true
const config = buildConfig({
  secret: 'only for the bench',
  telemetry: false,
  typescript: { autoGenerate: false },
  db: sqliteAdapter({ client: { url: `file:${join(DATA_DIR!, 'peer.sqlite3')}` }, push: true }),
  sharp,
  collections: [
    {
      slug: 'media',
      access: { create: everybody, read: everybody },
      upload: {
        staticDir: join(DATA_DIR!, 'peer'),
        mimeTypes: ['image/jpeg', 'image/png'],
        imageSizes: [
          { name: 'thumbnail', width: 320, height: 320, fit: 'inside', withoutEnlargement: true },
        ],
      },
      fields: [],
    },
  ],
})
// It makes its tables when it starts, but only outside of production.
process.env.NODE_ENV = 'development'
await getPayload({ config })
process.env.NODE_ENV = 'production'

async function answer(request: IncomingMessage, response: ServerResponse) {
  const init: RequestInit & { duplex?: 'half' } = {
    method: request.method,
    headers: request.headers as Record<string, string>,
  }
  if (request.method === 'POST') {
    init.body = Readable.toWeb(request) as ReadableStream
    init.duplex = 'half'
  }
  const url = `http://127.0.0.1:${PORT}${request.url}`
  const answered: Response = await handleEndpoints({ config, request: new Request(url, init) })
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(Buffer.from(await answered.arrayBuffer()))
}

createServer((request, response) => {
  if (request.method === 'GET') return response.end('{}')
  answer(request, response).catch((error) => response.writeHead(500).end(String(error)))
}).listen(Number(PORT), '127.0.0.1')
