import { join } from 'node:path'
import { readJson, writeJson } from './json_file.js'

interface Authorisation {
  subject: string
  client: string
  scopes: string[]
  at: string
}

/**
 * Who has authorised which client to read what. Kept on disk: a person is asked on the first visit
 * only (guide rule 1), also when the sandbox was restarted in between.
 */
export class Authorisations {
  #pending: Promise<void> = Promise.resolve()

  private constructor(
    private path: string,
    private rows: Authorisation[]
  ) {}

  static async open(folder: string) {
    const path = join(folder, 'authorisations.json')
    return new Authorisations(path, (await readJson<Authorisation[]>(path)) ?? [])
  }

  /** Scopes that the person has given to the client, empty when he was never asked or refused. */
  scopes(subject: string, client: string): string[] {
    return this.#find(subject, client)?.scopes ?? []
  }

  async remember(subject: string, client: string, scopes: string[]): Promise<void> {
    const known = this.#find(subject, client)
    const row = {
      subject,
      client,
      scopes: [...new Set([...(known?.scopes ?? []), ...scopes])],
      at: new Date().toISOString(),
    }
    this.rows = [...this.rows.filter((other) => other !== known), row]
    // One write after the other, each with all rows: two consents at once must not lose one.
    const write = this.#pending.then(() => writeJson(this.path, this.rows))
    this.#pending = write.catch(() => {})
    await write
  }

  #find(subject: string, client: string) {
    return this.rows.find((row) => row.subject === subject && row.client === client)
  }
}
