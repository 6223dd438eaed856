import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  // Each test starts the whole application, and two cores are all that CI has.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A drag that the machine's display lost, or an application that does not hear its debugger (about 1 start of 20), is tried again in a new
  // application, and listed as flaky.
  retries: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  outputDir: 'test-results',
})
