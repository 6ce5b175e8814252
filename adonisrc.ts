import { indexPolicies } from '@adonisjs/bouncer'
import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'
import { indexPages } from '@adonisjs/inertia'
import { generateRegistry } from '@tuyau/core/hooks'

export default defineConfig({
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('@adonisjs/queue/commands'),
  ],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl', 'test'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('#providers/built_pages_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/inertia/inertia_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/bouncer/bouncer_provider'),
    () => import('@adonisjs/redis/redis_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('@adonisjs/drive/drive_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('@adonisjs/queue/queue_provider'),
    () => import('#providers/database_provider'),
    { file: () => import('#providers/decoders_provider'), environment: ['web'] },
    { file: () => import('#providers/clock_provider'), environment: ['web'] },
    { file: () => import('#providers/worker_provider'), environment: ['web'] },
    { file: () => import('#providers/sandbox_provider'), environment: ['web'] },
  ],

  preloads: [
    () => import('#start/view'),
    () => import('#start/validator'),
    () => import('#start/routes'),
    () => import('#start/kernel'),
    () => import('#start/events'),
  ],

  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 10_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 30_000 },
      { name: 'concurrency', files: ['tests/concurrency/**/*.spec.ts'], timeout: 120_000 },
      { name: 'model', files: ['tests/model/**/*.spec.ts'], timeout: 600_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 300_000 },
    ],
    forceExit: true,
  },

  metaFiles: [
    { pattern: 'resources/views/**/*.edge', reloadServer: false },
    { pattern: 'resources/lang/**/*.json', reloadServer: false },
    { pattern: 'resources/samples/watermark.png', reloadServer: false },
    { pattern: 'database/seeders/data/**', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
  ],

  directories: { httpControllers: 'app/shared/controllers', languageFiles: 'resources/lang' },

  hooks: {
    init: [
      indexEntities({
        controllers: {
          source: 'app',
          importAlias: '#app',
          glob: ['**/controllers/**/*_controller.ts'],
        },
        events: { source: 'app', importAlias: '#app', glob: ['**/events/**/*.ts'] },
        listeners: { source: 'app', importAlias: '#app', glob: ['**/listeners/**/*.ts'] },
        transformers: {
          enabled: true,
          source: 'app',
          importAlias: '#app',
          glob: ['**/transformers/**/*_transformer.ts'],
          withSharedProps: true,
        },
      }),
      indexPolicies({ source: 'app', importAlias: '#app', glob: ['**/policies/**/*_policy.ts'] }),
      indexPages({ framework: 'vue3' }),
      generateRegistry(),
    ],
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})
