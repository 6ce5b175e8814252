import { test } from '@japa/runner'
import { ESLint } from 'eslint'

const eslint = new ESLint({ cwd: new URL('../../../', import.meta.url).pathname })

const RULES = [
  ...['no-restricted-imports', 'no-restricted-syntax', 'parse'],
  'tenancy/no-platform-work',
]

/** The rules that refuse this line in this file; none when the line may stand there. */
async function refusals(filePath: string, line: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath })
  return result!.messages
    .map(({ ruleId }) => ruleId ?? 'parse')
    .filter((rule) => RULES.includes(rule))
}

const REFUSED: [string, string, string][] = [
  ['the core asks the framework', 'app/core/lock.ts', `import '@adonisjs/core'`],
  ['the core asks an area', 'app/core/lock.ts', `import '#app/shared/clock'`],
  ['the core asks node', 'app/core/lock.ts', `import 'node:fs'`],
  ['an area asks a lower one', 'app/regions/x.ts', `import '#app/dossiers/gate'`],
  ['even for a type', 'app/regions/x.ts', `import type { A } from '#app/dossiers/gate'`],
  ['or in a re-export', 'app/regions/x.ts', `export * from '#app/dossiers/gate'`],
  ['or later, at run time', 'app/regions/x.ts', `await import('#app/dossiers/gate')`],
  ['or by climbing', 'app/regions/models/x.ts', `import '../../dossiers/gate.js'`],
  ['an area asks the tests', 'app/review/x.ts', `import '#tests/support/images'`],
  ['an area outside the list', 'app/extras/x/y.ts', `import '#app/core/lock'`],
  ['a page asks the backend', 'inertia/pages/x.ts', `import type { A } from '#app/core/lock'`],
  ['a page climbs to the backend', 'inertia/pages/x.ts', `import '../../app/core/lock'`],
  ['the sandbox asks the portal', 'sandbox/x.ts', `import '#app/shared/clock'`],
  [
    'an area works outside of all regions',
    'app/review/x.ts',
    `import { runAsPlatform as run } from '#app/shared/region_context'`,
  ],
  [
    'or by way of the module',
    'app/review/x.ts',
    `import * as context from '#app/shared/region_context'; context.runAsPlatform()`,
  ],
  ['a plugin asks the portal', 'plugins/x/index.ts', `import '#app/shared/clock'`],
]

const ALLOWED: [string, string, string][] = [
  ['the core asks itself', 'app/core/lock.ts', `import './window.js'`],
  ['an area asks the core', 'app/review/x.ts', `import '#app/core/lock'`],
  ['an area asks one above', 'app/review/x.ts', `import '#app/dossiers/gate'`],
  ['an area asks itself', 'app/review/x.ts', `import '#app/review/queue'`],
  [
    'a listed file works outside of all regions',
    'app/identity/viewer.ts',
    `import { runAsPlatform } from '#app/shared/region_context'`,
  ],
  ['a start file asks any area', 'start/x.ts', `import '#app/review/routes'`],
  ['a page asks a component', 'inertia/pages/x.ts', `import '~/components/shared/x'`],
]

test.group('Import boundaries', () => {
  test('refused: {0}')
    .with(REFUSED)
    .run(async ({ assert }, [, filePath, line]) => {
      assert.isNotEmpty(await refusals(filePath, line))
    })

  test('allowed: {0}')
    .with(ALLOWED)
    .run(async ({ assert }, [, filePath, line]) => {
      assert.deepEqual(await refusals(filePath, line), [])
    })
})
