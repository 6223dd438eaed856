import { expect } from '@playwright/test'
import { expectPainted, test, tile } from './desk.js'

test('a first run with the sample assignment, in one click', async ({ launch }) => {
  const { page } = await launch()
  await expect(page.getByTestId('first-run')).toBeVisible()
  await page.getByTestId('try-sample').click()

  await expectPainted(page, 6)
  await expect(page.getByTestId('photo-count')).toContainText('6')
  await expect(tile(page, '05-flood-relief.jpg').getByTestId('missing-caption')).toBeVisible()
  await expect(tile(page, '03-night-market.jpg').getByTestId('missing-credit')).toBeVisible()

  await page.getByTestId('story-item').getByRole('button').first().click()
  await expect(page.getByTestId('story-photo')).toHaveCount(6)
  await expect(page.getByTestId('story-headline')).not.toHaveValue('')
})

test('the page can reach neither Node nor the network nor other files', async ({ launch }) => {
  const { app, page } = await launch()
  const reach = await page.evaluate(async () => {
    const loads = (url: string) =>
      new Promise((resolve) => {
        const image = new Image()
        image.onload = () => resolve(true)
        image.onerror = () => resolve(false)
        image.src = url
      })
    return {
      require: 'require' in globalThis,
      process: 'process' in globalThis,
      opened: window.open('https://example.org') !== null,
      outside: await loads('cutline-photo://thumbnail/..%2f..%2farchive.json'),
      file: await loads('file:///etc/passwd'),
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
    }
  })
  expect(reach).toEqual({
    require: false,
    process: false,
    opened: false,
    outside: false,
    file: false,
    geolocation: 'denied',
  })
  expect(app.windows()).toHaveLength(1)
})
