import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Runs a script of the checkout; what it says is shown. */
export async function run(script: string, args: string[], env: NodeJS.ProcessEnv) {
  const flags = script.endsWith('.ts') ? ['--import=@poppinss/ts-exec'] : []
  const child = spawn(process.execPath, [...flags, script, ...args], {
    ...{ cwd: ROOT, env, stdio: 'inherit' },
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
}
