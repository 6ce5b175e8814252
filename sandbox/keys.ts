import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { JWK } from 'oidc-provider'
import { readJson, writeJson } from './json_file.js'

export interface SandboxKeys {
  jwks: { keys: JWK[] }
  cookies: string[]
}

/** The signing key and cookie keys: made on the first start and kept, so that a restart changes nothing. */
export async function loadKeys(folder: string): Promise<SandboxKeys> {
  const path = join(folder, 'keys.json')
  const kept = await readJson<SandboxKeys>(path)
  if (kept) return kept

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keys: SandboxKeys = {
    jwks: {
      keys: [
        {
          ...(privateKey.export({ format: 'jwk' }) as JWK),
          kid: randomUUID(),
          use: 'sig',
          alg: 'RS256',
        },
      ],
    },
    cookies: [randomBytes(32).toString('base64url')],
  }
  await writeJson(path, keys)
  return keys
}
