import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundlePrograms, projectFolder } from './bundles.js'
import { checkStale } from './stale.js'

/** Builds everything into dist: the programs with esbuild, the page with Vite. Says what it does on standard error. */
export async function buildAll(): Promise<void> {
  const { built } = await checkStale()
  const started = Date.now()
  await Promise.all([bundlePrograms(), buildPage()])
  await built()
  console.error(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

/** Builds where a source has changed since the last time. */
export async function buildIfStale(): Promise<void> {
  const { stale } = await checkStale()
  if (stale) await buildAll()
}

async function buildPage(): Promise<void> {
  if (!existsSync(path.join(projectFolder, 'renderer', 'index.html'))) return
  const { build } = await import('vite')
  await build({ configFile: path.join(projectFolder, 'vite.config.ts'), logLevel: 'warn' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
