import { bundlePrograms } from './bundles.js'

/** Vitest's global set-up: tests run the engine's children and the command line as they are built. */
export default async function buildForTests(): Promise<void> {
  await bundlePrograms('dist/engine/')
  await bundlePrograms('dist/cli/')
}
