/**
 * `npm run check`: everything that can be said of the code without running it. One line for each
 * step; what a failing step prints is printed whole.
 */
import { spawnSync } from 'node:child_process'
import { ensureInstalled } from './lib/install.js'
import { findNode } from './lib/node.js'
import { capture } from './lib/processes.js'
import { main, Problem, root } from './lib/project.js'

/** Two cores are what a developer's machine and CI have at least. */
const AT_ONCE = 2

const STEPS = [
  ['types of the pages (vue-tsc)', 'vue-tsc/bin/vue-tsc.js --noEmit -p inertia/tsconfig.json'],
  ['types of the server (tsc)', 'typescript/bin/tsc --noEmit -p tsconfig.check.json'],
  ['lint and import boundaries (eslint)', 'eslint/bin/eslint.js --max-warnings 0 .'],
  ['formatting (prettier)', 'prettier/bin/prettier.cjs --check --log-level warn .'],
  ['unused files, exports, packages (knip)', 'knip/bin/knip.js --no-progress'],
  ['texts in both languages', '../bin/lib/check_i18n.js'],
]

const failed = []

async function check(title, work) {
  const started = Date.now()
  const { code, output } = await work()
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`  ${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)`)
  if (code === 0) return
  failed.push(title)
  console.log(output.trimEnd().replace(/^/gm, '    '))
}

/** Generated files are committed: a difference means that somebody forgot to. */
async function generate(node) {
  const { code, output } = await capture(node, ['ace.js', 'codegen'])
  if (code !== 0) return { code, output }
  const { stdout } = spawnSync('git', ['status', '--porcelain', '--', '.adonisjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (!stdout) return { code: 0, output }
  const message = `Generated files differ from the committed ones; commit them:\n${stdout}`
  if (!process.env.CI) console.log(message)
  return { code: process.env.CI ? 1 : 0, output: message }
}

main(async () => {
  await ensureInstalled()
  const node = findNode()
  console.log('Checking')
  await check('generated indexes (ace codegen)', () => generate(node))

  const waiting = [...STEPS]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [title, command] = next
      const [script, ...args] = command.split(' ')
      await check(title, () => capture(node, [`node_modules/${script}`, ...args]))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (failed.length > 0) throw new Problem(`Not clean: ${failed.join(', ')}.`)
  console.log('All clean')
})
