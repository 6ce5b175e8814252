/**
 * Fills a migrated database for the bench: regions with open windows, and candidates of one region
 * who are signed in and have opened their dossiers. Prints one JSON line of `Sender`s.
 * Argument: how many candidates.
 */
import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { configProvider, Ignitor } from '@adonisjs/core'
import { CookieClient } from '@adonisjs/core/http'
import { APP_ROOT, importFile, tapApplication } from '../../bin/application.js'

const REGION = 'sc'
const HOUR = 3_600_000

const app = new Ignitor(APP_ROOT, { importer: importFile }).tap(tapApplication).createApp('console')
await app.init()
await app.boot()
await app.start(async () => {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { buildWorld, signedInCandidate } = await import('#tests/support/world')
  const { runInRegion } = await import('#app/shared/region_context')
  const { default: OpenDossier } = await import('#app/dossiers/actions/open_dossier')
  const { default: Item } = await import('#app/dossiers/models/item')
  const { encryptField } = await import('#app/shared/field_cipher')
  const { sessionKey } = await import('#app/shared/session_store_rows')
  const cookies = new CookieClient((await app.container.make('encryption')).use())
  const { cookieName }: any = await configProvider.resolve(app, app.config.get('session'))

  /** A session as signing in leaves it. */
  async function signIn(candidateId: string): Promise<string> {
    const id = randomBytes(20).toString('hex')
    const now = Date.now()
    await db.table('sessions').insert({
      ...{ id: sessionKey(id), staff_id: null, candidate_id: candidateId },
      ...{ data: encryptField(JSON.stringify({ auth_candidate: candidateId })) },
      ...{ user_agent: 'bench', ip: '127.0.0.1' },
      ...{ signed_in_at: now, touched_at: now, expires_at: now + 2 * HOUR },
    })
    return `${cookieName}=${cookies.sign(cookieName, id)}`
  }

  await buildWorld()
  const senders = []
  for (let n = 0; n < Number(process.argv[2]); n++) {
    const { candidate, registration } = await signedInCandidate(REGION)
    const items = await runInRegion(REGION, async () => {
      const { id } = await new OpenDossier().handle(registration)
      return Item.query().where('dossierId', id).whereIn('need', ['required', 'optional'])
    })
    const paths = items.flatMap(({ id, max }) =>
      new Array(max).fill(`/${REGION}/dossier/items/${id}/images`)
    )
    senders.push({ page: `/${REGION}/dossier`, cookie: await signIn(candidate.id), paths })
  }
  console.log(JSON.stringify(senders))
})
await app.terminate()
