import { configApp, INCLUDE_LIST, RULES_LIST } from '@adonisjs/eslint-config'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

/** The areas of app/, top to bottom: an area imports only from those above it, and itself. */
export const AREAS = [
  'core',
  'shared',
  'audit',
  'regions',
  'plugins',
  'identity',
  'messages',
  'catalog',
  'registrations',
  'dossiers',
  'review',
  'reports',
  'administration',
]

const FOREIGN = ['tests', 'sandbox', 'resources', 'providers']

/** Static imports, re-exports and `import()` alike: the core rule sees only the first two. */
function forbid(...bans) {
  return {
    'no-restricted-imports': [
      'error',
      { patterns: bans.map(({ regex, message }) => ({ regex, message })) },
    ],
    'no-restricted-syntax': [
      'error',
      ...bans.map(({ regex, message }) => ({
        selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`,
        message,
      })),
    ],
  }
}

/** The only files whose work stands outside of any region, beside the tests (docs/adr/0006). */
const PLATFORM_WORK = [
  'app/administration/actions/announce_extensions.ts',
  'app/administration/queries/region_list.ts',
  'app/catalog/queries/national_material_uses.ts',
  'app/dossiers/actions/announce_drafts_behind.ts',
  'app/dossiers/actions/announce_overdue.ts',
  'app/identity/staff_audit.ts',
  'app/identity/viewer.ts',
  'app/messages/actions/announce_due_outboxes.ts',
  'app/regions/queries/region_tiles.ts',
  'app/review/actions/announce_expired_claims.ts',
  'app/shared/region_context.ts',
  'database/migrations/**',
  'tests/**',
]

const regionBound = {
  name: 'work of the platform: in the listed files only',
  files: ['**/*.ts'],
  ignores: PLATFORM_WORK,
  plugins: {
    tenancy: {
      rules: {
        'no-platform-work': {
          create: (context) => ({
            Identifier(node) {
              if (node.name !== 'runAsPlatform') return
              const message =
                'This leaves all regions: PLATFORM_WORK in eslint.config.js lists who may.'
              context.report({ node, message })
            },
          }),
        },
      },
    },
  },
  rules: { 'tenancy/no-platform-work': 'error' },
}

const climbing = {
  regex: '^\\.\\.',
  message: 'Relative imports stay inside one folder; use the #alias.',
}

function areaBlock(area, index) {
  const lower = AREAS.slice(index + 1)
  return {
    name: `area: ${area}`,
    files: [`app/${area}/**/*.ts`],
    rules: forbid(
      ...(area === 'core'
        ? [{ regex: '^(?!\\./)', message: 'app/core is pure: it imports only itself.' }]
        : [
            { regex: `^#(?:${FOREIGN.join('|')})/`, message: 'An area does not know this folder.' },
            ...(lower.length > 0
              ? [
                  {
                    regex: `^#app/(?:${lower.join('|')})/`,
                    message: `"${area}" imports only the areas above it (docs/adr/0001).`,
                  },
                ]
              : []),
          ]),
      climbing
    ),
  }
}

const unknownArea = {
  name: 'areas: none but the listed',
  files: ['app/*/**/*.ts'],
  ignores: AREAS.map((area) => `app/${area}/**`),
  rules: forbid({ regex: '^', message: 'This area is not in the list of eslint.config.js.' }),
}

export default configApp(
  {
    ignores: ['.adonisjs/**', 'public/**', 'storage/**', 'tmp/**', 'screenshots/**'],
  },
  {
    name: 'everywhere',
    files: [...INCLUDE_LIST, 'inertia/**/*.vue'],
    rules: {
      // Prettier runs by itself in `npm run check`, over more kinds of files and faster.
      ...RULES_LIST,
      'prettier/prettier': 'off',
      'arrow-body-style': 'off',
      'prefer-arrow-callback': 'off',
      'curly': 'off',
      '@stylistic/comma-dangle': 'off',
      '@stylistic/brace-style': 'off',
      '@stylistic/max-len': 'off',
      '@unicorn/no-await-expression-member': 'off',
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'variable',
          format: ['camelCase', 'UPPER_CASE', 'PascalCase'],
          leadingUnderscore: 'allow',
        },
        { selector: 'typeLike', format: ['PascalCase'] },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          caughtErrors: 'none',
          ignoreRestSiblings: true,
        },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    name: 'Vue single-file components',
    files: ['inertia/**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: {
        parser: tseslint.parser,
        sourceType: 'module',
        extraFileExtensions: ['.vue'],
      },
    },
    // Names used only in the template are unknown to a rule that reads the script: vue-tsc sees them.
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    name: 'plain JavaScript of the toolchain',
    files: ['bin/**/*.js', '*.js', '.ci/**/*.js'],
    rules: {
      'no-undef': 'off',
      'eqeqeq': ['error', 'always'],
      '@unicorn/prefer-node-protocol': 'error',
    },
  },
  ...AREAS.map(areaBlock),
  unknownArea,
  regionBound,
  {
    name: 'pages and components',
    files: ['inertia/**/*.{ts,vue}'],
    rules: {
      ...forbid(
        { regex: '^#', message: 'Pages import components and generated types, no backend code.' },
        {
          regex: '^\\.\\./(?:.*/)?(?:app|bin|commands|config|database|providers|sandbox|start)/',
          message: 'Pages import components and generated types, no backend code.',
        }
      ),
      // The bans above say the same, for types and re-exports too; the text catalogs may be bundled.
      '@adonisjs/no-backend-import-in-frontend': 'off',
      // Addresses come with the page's props: a page knows no routes (docs/adr/0004).
      '@adonisjs/prefer-adonisjs-inertia-link': 'off',
      '@adonisjs/prefer-adonisjs-inertia-form': 'off',
    },
  },
  {
    name: 'plugins',
    files: ['plugins/**/*.ts', 'examples/**/*.ts'],
    rules: forbid(
      { regex: '^#', message: 'A plugin imports only the public contract (packages/plugin).' },
      {
        regex: '^\\.\\./(?:.*/)?(?:app|config|database|providers|start)/',
        message: 'A plugin imports only the public contract (packages/plugin).',
      }
    ),
  },
  {
    name: 'the sandbox',
    files: ['sandbox/**/*.ts'],
    rules: forbid({
      regex: '^#(?!sandbox/)',
      message: 'The sandbox is an app of its own: it knows nothing of the portal.',
    }),
  }
)
