import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'resources/**/*.test.ts'],
    // Builds the engine's child processes once, because tests run them for real.
    globalSetup: ['electron/runtime/build-for-tests.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores, and tests that start processes of their own.
    maxWorkers: 2,
  },
})
