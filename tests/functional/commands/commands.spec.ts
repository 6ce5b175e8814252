import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import Database from 'better-sqlite3'
import app from '@adonisjs/core/services/app'
import { seedDocument } from '#database/demo/people'

const run = promisify(execFile)

test.group('Commands', (group) => {
  let folder: string

  /** As a person runs them: a process of its own, on an embedded database of its own. */
  async function ace(...args: string[]) {
    const environment = Object.entries(process.env).filter(
      ([name]) => !/^(DB_|KAOQU_|APP_|REGISTRATION_|NODE_ENV|FIELD_KEY|INDEX_KEY)/.test(name)
    )
    const env = { ...Object.fromEntries(environment), DATA_DIR: folder, NO_COLOR: '1' }
    try {
      const { stdout } = await run(process.execPath, ['ace.js', ...args], {
        cwd: app.makePath(),
        env,
      })
      return { code: 0, stdout, stderr: '' }
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string }
    }
  }

  /** What the commands left in their database. */
  function rowsOf(sql: string): unknown[] {
    const database = new Database(join(folder, 'kaoqu.sqlite3'), { readonly: true })
    const rows = database.prepare(sql).all()
    database.close()
    return rows
  }

  async function json(name: string, content: unknown) {
    const file = join(folder, name)
    await writeFile(file, JSON.stringify(content))
    return file
  }

  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaoqu-commands-'))
    await ace('migration:run', '--force')
    await ace('db:seed')
    return () => rm(folder, { recursive: true, force: true })
  })

  test('catalog:checklist gives each persona his list as one JSON object', async ({ assert }) => {
    const { personas } = seedDocument('catalog.json')
    for (const persona of [personas[0], personas[5]]) {
      const facts = await json('facts.json', persona.facts)
      const { stdout } = await ace(
        'catalog:checklist',
        '--region',
        persona.region,
        '--facts',
        facts
      )
      const { why, ...lists } = JSON.parse(stdout)
      assert.containsSubset(lists, persona.expected)
      assert.sameMembers(Object.keys(lists), [
        ...['required', 'optional', 'carried_over', 'waived', 'online_declaration'],
      ])
      for (const code of persona.expected.required) assert.isNotEmpty(why[code])
    }
  }).timeout(30_000)

  test('region:import makes a region it has never seen, a second time changes nothing', async ({
    assert,
  }) => {
    const [sichuan] = seedDocument('regions.json').regions
    const file = await json('xz.json', { ...sichuan, id: 'XZ', zh: '西藏考区', en: 'Tibet' })
    assert.include((await ace('region:import', file)).stdout, 'xz: a release was published')
    assert.include((await ace('region:import', file)).stdout, 'xz: nothing new to publish')
    const facts = await json('facts.json', seedDocument('catalog.json').personas[0].facts)
    const { stdout } = await ace('catalog:checklist', '--region', 'XZ', '--facts', facts)
    assert.include(JSON.parse(stdout).required, 'ID_RESIDENT')
    const entries = rowsOf("select * from audit_entries where chain = 'region:xz' order by seq")
    assert.containsSubset(entries, [
      { action: 'region_imported', actor_kind: 'system', actor_id: 'command line' },
      { action: 'region_imported', seq: 2 },
    ])
  }).timeout(30_000)

  test('region:import refuses with path and reason and writes nothing', async ({ assert }) => {
    const { meta, regions } = seedDocument('regions.json')
    const bad = {
      ...regions[1],
      id: 'QH',
      zodiac: true,
      catalog_overrides: [{ code: 'NO_SUCH', op: 'hide' }],
    }
    const file = await json('bad.json', { meta, regions: [{ ...regions[0], id: 'NX' }, bad] })
    const { code, stderr } = await ace('region:import', file)
    assert.equal(code, 1)
    assert.include(stderr, 'regions[1].zodiac: unknown key')
    assert.include(stderr, 'regions[1].catalog_overrides[0].code: unknown material "NO_SUCH"')
    const facts = await json('facts.json', {})
    assert.equal((await ace('catalog:checklist', '--region', 'NX', '--facts', facts)).code, 1)
  }).timeout(30_000)

  test('region:import says what is wrong with a file that is no JSON or not there', async ({
    assert,
  }) => {
    const file = join(folder, 'text.json')
    await writeFile(file, 'not json')
    assert.equal((await ace('region:import', file)).code, 1)
    assert.include((await ace('region:import', join(folder, 'none.json'))).stderr, 'ENOENT')
  }).timeout(30_000)

  test('image:inspect prints a line of JSON for each file', async ({ assert }) => {
    const text = join(folder, 'text.jpg')
    await writeFile(text, 'hello')
    const good = app.makePath('tests/support/images/idfront-00.jpg')
    const { stdout } = await ace('image:inspect', good, text)
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.containsSubset(first, { file: good, verdict: 'accept', width: 1600, height: 1200 })
    assert.containsSubset(second, { verdict: 'refuse', code: 'IMAGE_FORMAT', bytes: 5 })
  }).timeout(30_000)

  test('staff:create makes an account once and asks for what is missing', async ({ assert }) => {
    const args = ['--region', 'SC', '--role', 'point_reviewer']
    assert.include((await ace('staff:create', 'li', '李敏', ...args)).stderr, '--point is needed')
    const made = await ace('staff:create', 'li', '李敏', ...args, '--point', '5101')
    assert.match(made.stdout, /account li, password [\w-]{16}/)
    assert.include((await ace('staff:create', 'li', '李敏', '--platform')).stderr, 'is taken')
  }).timeout(30_000)
})
