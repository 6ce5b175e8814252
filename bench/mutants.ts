/**
 * `npm run bench:mutants`: plants mistakes in a copy of the rules, one at a time, and sees who finds them:
 * the laws on random walks over the core, the unit tests of the core, or the walks through the gate. Ends
 * with 1 when one is found by nobody. The last line is one JSON object.
 */
import { spawnSync, execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CORE, GATE, type Mutant } from './model/mutants.js'

const MOVES = '60000'
const SEED = '1'

const copy = mkdtempSync(join(tmpdir(), 'kaoqu-mutants-'))
process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0')
const NEEDLESS = /^(?:inertia\/|docs\/|public\/|tests\/(?:functional|browser)|resources\/samples)/
for (const file of files) {
  if (file && !NEEDLESS.test(file)) cpSync(file, join(copy, file))
}
symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))

const node = (...args: string[]) => {
  const env = {
    ...process.env,
    DB_CONNECTION: 'sqlite',
    MODEL_COMMANDS: '3000',
    LOG_LEVEL: 'fatal',
  }
  return spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8', timeout: 300_000 })
}

/** Those of the unit tests that ask the transition table. */
const UNIT = [
  ...['dossier', 'dossier_changes', 'dossier_guards', 'dossier_properties', 'dossier_walks'],
  ...['lock', 'item_state'],
]
const TS = '--import=@poppinss/ts-exec'

/** Who finds it, each asked although another one did. */
const FINDERS = {
  laws: () => node(TS, 'bench/model/walk_core.ts', MOVES, SEED),
  unit: () =>
    node(TS, 'bin/test.ts', 'unit', ...UNIT.flatMap((name) => ['--files', `${name}.spec.ts`])),
  gate: () => node(TS, 'bin/test.ts', 'model'),
}
type Finder = keyof typeof FINDERS

function plant({ file, edits }: Mutant): () => void {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  const planted = edits.reduce((text, [find, put]) => {
    if (text.split(find).length !== 2) throw new Error(`${file} has not exactly one: ${find}`)
    return text.replace(find, () => put)
  }, whole)
  writeFileSync(path, planted)
  return () => writeFileSync(path, whole)
}

function findersOf(mutant: Mutant, finders: readonly Finder[]): Finder[] {
  const restore = plant(mutant)
  try {
    return finders.filter((finder) => FINDERS[finder]().status !== 0)
  } finally {
    restore()
  }
}

const whole = (['laws', 'unit', 'gate'] as const).filter((finder) => FINDERS[finder]().status !== 0)
if (whole.length > 0) throw new Error(`without a mistake it fails already: ${whole.join()}`)

const lines: { mutant: string; found: Finder[] }[] = []
for (const [mutants, finders] of [
  [CORE, ['laws', 'unit']],
  [GATE, ['gate']],
] as const) {
  for (const mutant of mutants) {
    const found = findersOf(mutant, finders)
    lines.push({ mutant: mutant.says, found })
    console.log(`${found.length > 0 ? found.join(' ').padEnd(10) : 'NOBODY    '} ${mutant.says}`)
  }
}
const missed = lines.filter(({ found }) => found.length === 0)
console.log(JSON.stringify({ bench: 'mutants', planted: lines.length, missed: missed.length }))
process.exit(missed.length > 0 ? 1 : 0)
