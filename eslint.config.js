import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * Who may import whom (ARCHITECTURE.md, "The house"). Each entry names a room and all that it may import from;
 * everything else of the tree is closed to it.
 */
const rooms = {
  'electron/contract': [],
  'electron/preload': ['electron/contract'],
  'electron/runtime': [],
  'electron/main': ['electron/contract', 'electron/runtime'],
  'electron/cli': ['electron/engine', 'electron/contract'],
  'electron/engine/captions': ['electron/contract'],
  'electron/engine/imaging': ['electron/contract', 'electron/engine/durable'],
  'electron/engine/metadata': ['electron/contract', 'electron/engine/durable'],
  'electron/engine/durable': ['electron/contract'],
  'electron/engine/archive': ['electron/contract', 'electron/engine/durable'],
  'electron/engine/index': ['electron/contract', 'electron/engine/captions'],
  'electron/engine/jobs': ['electron/contract'],
  'electron/engine/ingest': [
    'electron/contract',
    'electron/engine/archive',
    'electron/engine/captions',
    'electron/engine/durable',
    'electron/engine/imaging',
    'electron/engine/index',
    'electron/engine/jobs',
    'electron/engine/metadata',
    'electron/engine/sidecars',
  ],
  'electron/engine/twins': [
    'electron/contract',
    'electron/engine/archive',
    'electron/engine/imaging',
    'electron/engine/index',
  ],
  'electron/engine/bundles': [
    'electron/contract',
    'electron/engine/archive',
    'electron/engine/captions',
    'electron/engine/durable',
    'electron/engine/imaging',
    'electron/engine/index',
    'electron/engine/jobs',
    'electron/engine/metadata',
  ],
  'electron/engine/delivery': ['electron/contract'],
  'electron/engine/sidecars': [
    'electron/contract',
    'electron/engine/archive',
    'electron/engine/captions',
    'electron/engine/durable',
    'electron/engine/index',
    'electron/engine/jobs',
    'electron/engine/metadata',
  ],
  'electron/engine/upkeep': [
    'electron/contract',
    'electron/engine/archive',
    'electron/engine/captions',
    'electron/engine/durable',
    'electron/engine/imaging',
    'electron/engine/index',
    'electron/engine/ingest',
    'electron/engine/jobs',
    'electron/engine/metadata',
    'electron/engine/sidecars',
  ],
  renderer: ['electron/contract'],
}

/** import-x states a rule as "target may not import from this folder, except …", with exceptions relative to the folder. */
const restrictedPaths = Object.entries(rooms).flatMap(([room, allowed]) =>
  ['electron', 'renderer', 'e2e'].map((folder) => ({
    target: `./${room}`,
    from: `./${folder}`,
    except: [room, ...allowed]
      .filter((open) => open === folder || open.startsWith(`${folder}/`))
      .map((open) => `.${open.slice(folder.length)}`),
    message: `${room} may import only: ${allowed.join(', ') || 'nothing else of the tree'} (ARCHITECTURE.md).`,
  })),
)

export default tseslint.config(
  { ignores: ['dist', 'release', 'node_modules', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['electron', 'renderer', 'e2e'] })],
    },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: restrictedPaths }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
    },
  },
  {
    // Only the shell may use Electron; the engine runs on plain Node.
    files: ['electron/engine/**/*.ts', 'electron/contract/**/*.ts', 'electron/cli/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { paths: ['electron'] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': ['error', { patterns: ['node:*', 'electron'] }],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Programs whose product is text on the terminal.
    files: [
      'electron/cli/**/*.ts',
      'electron/runtime/**/*.ts',
      'e2e/bench/**/*.ts',
      'e2e/torture/**/*.ts',
      'resources/**/*.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // A preload script of Electron's sandbox can be nothing but CommonJS.
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
