import { existsSync } from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions, type Plugin } from 'esbuild'

/** The project's folder. */
export const projectFolder = path.resolve(import.meta.dirname, '../..')

/** Native modules and programs: found at run time instead of being bundled. ssh2 does without its own. */
const external = ['electron', 'sharp', 'libsql', 'exiftool-vendored', '*.node']

/** Bundled CommonJS packages ask for `require` and `__dirname`, which ES modules do not have. */
const requireBanner =
  "import { createRequire as cutlineCreateRequire } from 'node:module'; const require = cutlineCreateRequire(import.meta.url); const cutlineFolder = import.meta.dirname;"

const shared: BuildOptions = {
  bundle: true,
  platform: 'node',
  external,
  absWorkingDir: projectFolder,
  sourcemap: true,
  logLevel: 'warning',
}

const modules: BuildOptions = {
  ...shared,
  format: 'esm',
  target: 'node20.18',
  banner: { js: requireBanner },
  define: { __dirname: 'cutlineFolder' },
}

/** libheif is LGPL: it stays a file of its own beside the programs, which anybody may replace. */
const libheifBeside: Plugin = {
  name: 'libheif-beside',
  setup: (build) => {
    build.onResolve({ filter: /^libheif-js\/wasm-bundle\.js$/ }, ({ kind }) =>
      kind === 'entry-point' ? null : { path: './libheif.cjs', external: true },
    )
  },
}

/** Every program that is built, and where it lands in dist. */
const programs: { entry: string; out: string; options: BuildOptions }[] = [
  { entry: 'electron/engine/host.ts', out: 'dist/engine/host.js', options: modules },
  {
    entry: 'electron/engine/imaging/imaging-child.ts',
    out: 'dist/engine/imaging-child.js',
    options: { ...modules, plugins: [libheifBeside] },
  },
  {
    entry: 'node_modules/libheif-js/wasm-bundle.js',
    out: 'dist/engine/libheif.cjs',
    // With its licence's words, and the WebAssembly inside it.
    options: { ...shared, format: 'cjs', target: 'node20.18', sourcemap: false, legalComments: 'inline' },
  },
  { entry: 'electron/engine/ingest/copy-worker.ts', out: 'dist/engine/copy-worker.js', options: modules },
  { entry: 'electron/engine/twins/twins-worker.ts', out: 'dist/engine/twins-worker.js', options: modules },
  { entry: 'electron/cli/cutline.ts', out: 'dist/cli/cutline.js', options: modules },
  { entry: 'electron/main/main.ts', out: 'dist/main/main.js', options: modules },
  {
    entry: 'electron/preload/preload.ts',
    out: 'dist/preload/preload.cjs',
    options: { ...shared, format: 'cjs', target: 'chrome130' },
  },
]

/** Bundles all programs, or those whose output begins with `only` (`dist/engine/`). */
export async function bundlePrograms(only = ''): Promise<void> {
  const wanted = programs.filter(
    ({ entry, out }) => out.startsWith(only) && existsSync(path.join(projectFolder, entry)),
  )
  await Promise.all(wanted.map(({ entry, out, options }) => build({ ...options, entryPoints: [entry], outfile: out })))
}
