import { createHash, randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import sharp from 'sharp'
import type { Verdict } from '#app/core/dossier'
import { isSatisfied, needsVerdict } from '#app/core/item_state'
import { passGate } from '#app/dossiers/gate'
import Dossier from '#app/dossiers/models/dossier'
import { readDossier, type ReadDossier } from '#app/dossiers/read_dossier'
import type { RegisteredEntry } from '#app/identity/validators/registered_person'
import { deliverOutbox } from '#app/messages/actions/deliver_outbox'
import { runAsPlatform, runInRegion } from '#app/shared/region_context'
import env from '#start/env'
import { PICTURES, picture } from './pictures.js'
import { Tab } from './tab.js'
import { signedInCandidate, staffOf, type RegisteredCandidate } from './world.js'

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A candidate at his dossier, through the same addresses that a browser uses. */
export class AtDossier {
  constructor(
    readonly region: string,
    readonly known: RegisteredCandidate,
    readonly tab: Tab
  ) {}

  /** Signs a candidate in like one of the demo's people and opens his draft. */
  static async open(
    region = 'sc',
    persona = 'p01',
    differently: Partial<RegisteredEntry> = {}
  ): Promise<AtDossier> {
    const known = await signedInCandidate(region, persona, differently)
    const at = new AtDossier(region, known, await Tab.candidate(known.candidate))
    const { status, text } = await at.tab.post(`/${region}/dossier`)
    if (status !== 302) throw new Error(`The dossier did not open: ${status} ${text}`)
    return at
  }

  get candidateId() {
    return this.known.candidate.id
  }

  inRegion<T>(work: () => Promise<T>): Promise<T> {
    return runInRegion(this.region, work)
  }

  row(): Promise<Dossier> {
    return this.inRegion(() => Dossier.findByOrFail({ candidateId: this.candidateId }))
  }

  async read(): Promise<ReadDossier> {
    const row = await this.row()
    return this.inRegion(() => readDossier(row))
  }

  async item(material: string) {
    const { core } = await this.read()
    return core.items.find((one) => one.material === material)!
  }

  imagesPath(itemId: string) {
    return `/${this.region}/dossier/items/${itemId}/images`
  }

  /** Uploads to the item of a material. */
  async upload(material: string, bytes: Uint8Array, more: Parameters<Tab['upload']>[2] = {}) {
    const { id } = await this.item(material)
    return this.tab.upload(this.imagesPath(id), bytes, more)
  }

  delete(imageId: string) {
    return this.tab.delete(`/${this.region}/dossier/images/${imageId}`)
  }

  async submit({ key, json }: { key?: string; json?: Record<string, unknown> } = {}) {
    const { release } = await this.read()
    return this.tab.post(`/${this.region}/dossier/submissions`, {
      json: { declared: true, declarationVersion: release.declaration.version, ...json },
      headers: key ? { 'idempotency-key': key } : {},
    })
  }

  /** Gives each required item the pictures that it lacks. */
  async fill() {
    const { core } = await this.read()
    let next = 0
    for (const item of core.items.filter(({ need }) => need === 'required')) {
      if (isSatisfied(item, core.items)) continue
      for (let n = item.images.length; n < Math.max(1, item.min); n++) {
        const bytes = picture(PICTURES[next++ % PICTURES.length])
        const { status, text } = await this.tab.upload(this.imagesPath(item.id), bytes)
        if (status !== 201) throw new Error(`${item.material} was refused: ${status} ${text}`)
      }
    }
    return this
  }

  /** Filled and submitted. */
  async submitted() {
    await this.fill()
    const { status, text } = await this.submit()
    if (status !== 201) throw new Error(`The dossier was not submitted: ${status} ${text}`)
    return this
  }

  /** Submitted, then claimed by a reviewer of its first stage who returns the named materials. */
  async returned(...materials: string[]) {
    await this.submitted()
    return this.review((item) =>
      materials.includes(item.material)
        ? { item: item.id, as: 'returned', reasons: ['IMG_BLUR'], note: '请重新拍摄' }
        : null
    )
  }

  /** Claims at the present stage and finishes with what `say` says of the items; null leaves one out. */
  async review(say: (item: ReadDossier['core']['items'][number]) => Verdict | null) {
    const { core, release } = await this.read()
    const [role] = release.workflow.stages[core.stage].roles
    const staff = await staffOf(this.region, role)
    const by = { kind: 'staff' as const, id: staff.id, roles: [role] }
    await this.inRegion(async () => {
      const { claimToken: token } = await passGate({
        dossierId: core.id,
        event: { type: 'claim' },
        by,
      })
      const verdicts = core.items.map(say).filter((one) => one !== null)
      await passGate({
        dossierId: core.id,
        event: { type: 'finish', token, manifest: core.manifest!, verdicts },
        by,
      })
      await deliverOutbox()
    })
    return this
  }

  /** Everything that must be judged at the present stage is accepted. */
  async accept() {
    const { core } = await this.read()
    return this.review((item) =>
      needsVerdict(item, core.stage)
        ? { item: item.id, as: 'accepted', reasons: [], note: null }
        : null
    )
  }

  /** The dossier's chain as it is stored, from its first entry on. */
  async audit(): Promise<any[]> {
    const { id } = await this.row()
    return rowsOf('audit_entries', { region_id: this.region, chain: `dossier:${id}` }, 'seq')
  }

  /** Rows of a table that belong to this dossier. */
  async rows(table: string): Promise<any[]> {
    const { id } = await this.row()
    return rowsOf(table, { region_id: this.region, dossier_id: id })
  }
}

/** Rows as they are stored, of all regions: what a test may look at and the application may not. */
export function rowsOf(
  table: string,
  where: Record<string, unknown> = {},
  order = 'id'
): Promise<any[]> {
  return runAsPlatform('a test looks at what is stored', () =>
    db.from(table).where(where).orderBy(order)
  )
}

/** Folder of files that mean harm or are borderline, with `hostile.json`: what must become of each. */
export const HOSTILE = join(import.meta.dirname, 'hostile')
export const hostile = (name: string): Buffer => readFileSync(join(HOSTILE, name))

/** Names of all stored objects, and of what is still being written, below the data folder. */
export function storedObjects(): string[] {
  const folder = join(env.get('DATA_DIR'), 'images')
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return []
  }
}

/** The stored original of an image, and whether its thumbnail is beside it. */
export function storedImage(imageId: string): { original: Buffer; thumbnail: Buffer } {
  const own = storedObjects().filter((path) => path.includes(imageId))
  const original = own.find((path) => /[0-9a-f]\.(jpg|png)$/.test(path))!
  const thumbnail = own.find((path) => path.endsWith('.thumbnail.jpg'))!
  return { original: readFileSync(original), thumbnail: readFileSync(thumbnail) }
}

/** A whole JPEG of exactly so many bytes: a document, stretched with the fill bytes that markers may have. */
export function pictureOf(bytes: number): Buffer {
  const whole = picture()
  if (whole.length > bytes) throw new Error(`no picture has as few as ${bytes} bytes`)
  const fill = Buffer.alloc(bytes - whole.length, 0xff)
  return Buffer.concat([whole.subarray(0, 2), fill, whole.subarray(2)])
}

/** A document in about so many KB: quality is lowered until it fits. */
export async function pictureBelow(kb: number, name = 'idfront-00'): Promise<Buffer> {
  for (const width of [1600, 1200, 1000, 900, 800]) {
    for (let quality = 90; quality > 20; quality -= 6) {
      const bytes = await sharp(picture(name)).resize(width).jpeg({ quality }).toBuffer()
      if (bytes.length <= kb * 1024) return bytes
    }
  }
  throw new Error(`no picture below ${kb} KB`)
}

/** Noise that never compresses: bytes of no picture. */
export function noise(bytes: number): Buffer {
  return Buffer.from(Array.from({ length: bytes }, () => randomInt(256)))
}
