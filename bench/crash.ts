/**
 * `npm run bench:crash`: kills a process at every step to the file system and the database that an
 * upload, a replacement, a deletion, a submission, a recall, a return and an acceptance have.
 */
import { spawn } from 'node:child_process'

const args = [
  'bin/run_tests.js',
  'concurrency',
  '--files',
  'kills.spec.ts',
  ...process.argv.slice(2),
]
const child = spawn(process.execPath, args, {
  stdio: 'inherit',
  env: { ...process.env, CRASH_EVERY: '1', TEST_LIMIT_MINUTES: '120' },
})
child.once('close', (code) => process.exit(code ?? 1))
