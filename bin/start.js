/**
 * `npm start`: a running demo out of a bare checkout. Plain JavaScript without any package, for the
 * system's Node: it installs the packages, finds the right Node, builds, migrates, seeds and serves.
 */
import { ensureBuilt } from './lib/build.js'
import { asEnvironment, assertPortsFree, assertWritable, readSettings } from './lib/demo.js'
import { ensureInstalled } from './lib/install.js'
import { findNode } from './lib/node.js'
import { capture, tail } from './lib/processes.js'
import { main, Problem, root, step } from './lib/project.js'
import { serve } from './lib/serve.js'
import { SERVER_FLAGS } from './lib/server_flags.js'
import { welcome } from './lib/welcome.js'

main(async () => {
  const settings = readSettings()
  assertWritable(settings.dataDir)
  await assertPortsFree(settings)

  console.log('Kaoqu')
  await ensureInstalled()
  const node = findNode()
  const env = asEnvironment(settings)
  await ensureBuilt(node, env)
  await step('Preparing the database', async () => {
    const { code, output } = await capture(node, ['build/ace.js', 'demo:prepare'], { env })
    if (code !== 0) {
      throw new Problem(
        `${tail(output)}\n\nThe database in ${settings.dataDir} could not be prepared.`
      )
    }
  })

  const server = await step('Starting', () =>
    serve(node, [...SERVER_FLAGS, `${root}/build/bin/server.js`], env, settings)
  )
  console.log(welcome(settings))
  process.exit(await server.ended)
})
