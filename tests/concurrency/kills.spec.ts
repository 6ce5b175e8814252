import { test } from '@japa/runner'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { By, DossierEvent } from '#app/core/dossier'
import { needsVerdict } from '#app/core/item_state'
import type { Breach } from '#app/dossiers/integrity/breach'
import { verifyRegion } from '#app/dossiers/integrity/verify_region'
import { passGate } from '#app/dossiers/gate'
import { clock } from '#app/shared/clock'
import { runInRegion } from '#app/shared/region_context'
import { perish, type Doom } from '#tests/concurrency/support/doom'
import { perform } from '#tests/concurrency/support/perform'
import { onRaceGround, REGION } from '#tests/concurrency/support/ground'
import { AtDossier, sha256 } from '#tests/support/dossiers'
import { freshPicture } from '#tests/support/pictures'

/** In `npm test` so many steps of each; `npm run bench:crash` kills at every one. */
const EVERY = Boolean(process.env.CRASH_EVERY)
const SAMPLE = 3

const REVIEWER: By = { kind: 'staff', id: uuid(), roles: ['point_reviewer'] }

type Prepared = Pick<Doom, 'event' | 'by'> & { at: AtDossier; bytes?: Buffer }

const owner = (at: AtDossier): By => ({ kind: 'candidate', id: at.candidateId })

async function adding(at: AtDossier, replaces?: string): Promise<Prepared> {
  const bytes = await freshPicture()
  const material = replaces ? 'ID_RESIDENT' : 'OTHER'
  const { id: item } = await at.item(material)
  const image = { id: uuid(), sha256: sha256(bytes), place: null }
  const event: DossierEvent = { type: 'add_image', item, image, startedAt: clock.now() }
  return { at, bytes, by: owner(at), event: { ...event, ...(replaces && { replaces }) } }
}

async function finishing(as: 'accepted' | 'returned'): Promise<Prepared> {
  const at = await (await AtDossier.open(REGION)).submitted()
  const { id: dossierId } = await at.row()
  const claim = { dossierId, event: { type: 'claim' as const }, by: REVIEWER }
  const { claimToken: token } = await at.inRegion(() => passGate(claim))
  const { core } = await at.read()
  const verdicts = core.items
    .filter((item) => needsVerdict(item, core.stage))
    .map(({ id, material }) => {
      const back = as === 'returned' && material === 'ID_RESIDENT'
      return {
        item: id,
        as: back ? ('returned' as const) : ('accepted' as const),
        reasons: back ? ['IMG_BLUR'] : [],
        note: null,
      }
    })
  return { at, by: REVIEWER, event: { type: 'finish', token, manifest: core.manifest!, verdicts } }
}

/** What each of them is about to do when the power goes. */
const ACTS: Readonly<Record<string, () => Promise<Prepared>>> = {
  upload: async () => adding(await AtDossier.open(REGION)),
  replace: async () => {
    const at = await (await AtDossier.open(REGION)).fill()
    return adding(at, (await at.item('ID_RESIDENT')).images[0].id)
  },
  delete: async () => {
    const at = await (await AtDossier.open(REGION)).fill()
    const { id: item, images } = await at.item('ID_RESIDENT')
    return { at, by: owner(at), event: { type: 'delete_image', item, image: images[0].id } }
  },
  submit: async () => {
    const at = await (await AtDossier.open(REGION)).fill()
    const { version } = (await at.read()).release.declaration
    return { at, by: owner(at), event: { type: 'submit', declarationVersion: version } }
  },
  recall: async () => {
    const at = await (await AtDossier.open(REGION)).submitted()
    return { at, by: owner(at), event: { type: 'recall' } }
  },
  return: () => finishing('returned'),
  accept: () => finishing('accepted'),
}

async function broken(): Promise<Breach[]> {
  const found: Breach[] = []
  await runInRegion(REGION, async () => {
    for await (const breach of verifyRegion()) found.push(breach)
  })
  return found
}

test.group('A process that is killed at any step', (group) => {
  onRaceGround(group)
  group.tap((one) => one.timeout(EVERY ? 3_600_000 : 120_000))

  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'kaoqu-kill-'))
    return () => rmSync(folder, { recursive: true, force: true })
  })

  async function doomOf({ at, event, by, bytes }: Prepared): Promise<Doom> {
    const { id: dossierId, seasonId } = await at.row()
    const file = bytes ? join(folder, uuid()) : null
    if (file) writeFileSync(file, bytes!)
    return { regionId: REGION, seasonId, dossierId, event, by, file, key: uuid(), at: 0 }
  }

  for (const [name, prepare] of Object.entries(ACTS)) {
    test(`${name}: it happened or it did not, and sent again it has happened once`, async ({
      assert,
    }) => {
      // The first of all makes folders that the others find: it takes more steps than they do.
      await perish(await doomOf(await prepare()))
      const whole = await perish(await doomOf(await prepare()))
      const steps = Number(whole.said)
      assert.isAbove(steps, 10, whole.complained)
      const points = EVERY
        ? Array.from({ length: steps }, (_, i) => i + 1)
        : Array.from({ length: SAMPLE }, (_, i) =>
            Math.ceil(((i + Math.random()) * steps) / SAMPLE)
          )
      for (const at of points) {
        const prepared = await prepare()
        const { version } = await prepared.at.row()
        const doom = await doomOf(prepared)
        const { signal, said, complained } = await perish({ ...doom, at })
        assert.equal(signal, 'SIGKILL', `step ${at} of ${steps}: ${said} ${complained}`)
        assert.equal(said, '', 'nobody was told that it happened')
        assert.deepEqual(await broken(), [], `after step ${at} of ${steps}`)
        assert.include([version, version + 1], (await prepared.at.row()).version)

        await perform(doom)
        assert.equal((await prepared.at.row()).version, version + 1)
        assert.deepEqual(await broken(), [], `again, after step ${at} of ${steps}`)
      }
    })
  }
})
