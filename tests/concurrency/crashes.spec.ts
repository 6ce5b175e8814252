import { test } from '@japa/runner'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onRaceGround, REGION } from '#tests/concurrency/support/ground'
import { AtDossier, sha256, storedImage, storedObjects } from '#tests/support/dossiers'
import { freshPicture } from '#tests/support/pictures'

const SCRIPT = join(import.meta.dirname, 'support/doomed_upload.ts')
const KEY = 'sent-again-after-the-crash'

/** Where the process dies, and how many pictures are there afterwards. */
const POINTS = [
  { point: 'before the file has its name', rows: 0 },
  { point: 'after the first object', rows: 0 },
  { point: 'before the row', rows: 0 },
  { point: 'after the row, inside the transaction', rows: 0 },
  { point: 'after the last write, before the commit', rows: 0 },
  { point: 'after the commit, before the answer', rows: 1 },
]

interface End {
  signal: string | null
  said: string
  complained: string
}

/** Stores a picture in a process of its own, on our database and data folder. */
function upload(at: AtDossier, itemId: string, file: string, point: string): Promise<End> {
  const args = [REGION, at.candidateId, itemId, file, KEY, point]
  const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', SCRIPT, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end: End = { signal: null, said: '', complained: '' }
  child.stdout.on('data', (text) => (end.said += text))
  child.stderr.on('data', (text) => (end.complained += text))
  return new Promise((resolve) =>
    child.once('close', (_code, signal) => resolve({ ...end, signal }))
  )
}

/** RELIABILITY.md, I1 and I2: no row without its object, and its bytes are those of the row. */
async function assertStored(at: AtDossier) {
  const rows = await at.rows('images')
  for (const row of rows) {
    const { original, thumbnail } = storedImage(row.id)
    if (sha256(original) !== row.sha256) throw new Error(`other bytes than ${row.sha256}`)
    if (thumbnail.length === 0) throw new Error('an empty thumbnail')
  }
  return rows
}

test.group('A process that is killed in the middle of an upload', (group) => {
  onRaceGround(group)
  group.tap((one) => one.timeout(60_000))

  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'kaoqu-picture-'))
    return () => rmSync(folder, { recursive: true, force: true })
  })

  async function aboutToUpload() {
    const at = await AtDossier.open(REGION)
    const { id } = await at.item('OTHER')
    const bytes = await freshPicture()
    const file = join(folder, 'picture.jpg')
    writeFileSync(file, bytes)
    return { at, itemId: id, file }
  }

  test('{point}: no row without its object, and sent again it is there once')
    .with(POINTS)
    .run(async ({ assert }, { point, rows: expected }) => {
      const { at, itemId, file } = await aboutToUpload()
      const { signal, said, complained } = await upload(at, itemId, file, point)
      assert.equal(signal, 'SIGKILL', complained)
      assert.equal(said, '', 'nobody was told that it is stored')
      assert.lengthOf(await assertStored(at), expected)

      const again = await at.tab.upload(at.imagesPath(itemId), readFileSync(file), { key: KEY })
      assert.equal(again.status, 201, again.text)
      const [row, ...others] = await assertStored(at)
      assert.lengthOf(others, 0)
      assert.equal(again.json.image.id, row.id)
    })

  test('without a kill the same process says what it stored', async ({ assert }) => {
    const { at, itemId, file } = await aboutToUpload()
    const before = storedObjects().length
    const { signal, said, complained } = await upload(at, itemId, file, 'nowhere')
    assert.isNull(signal, complained)
    const [row] = await assertStored(at)
    assert.equal(said, `stored ${row.id}\n`)
    assert.equal(storedObjects().length, before + 2)
  })
})
