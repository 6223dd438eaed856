import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  // Each test starts the whole application, and two cores are all that CI has.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A drag or a window that the machine's display lost is tried once more in a new application, and listed as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  outputDir: 'test-results',
})
