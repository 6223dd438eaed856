import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { test, tiles } from './desk.js'

test('photos are found by words and filters, and the search is kept', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await page.getByTestId('try-sample').click()
  await expect(tiles(page)).toHaveCount(6)

  await page.getByTestId('toggle-filters').click()
  const panel = page.getByTestId('filter-panel')
  await expect(panel.getByTestId('tick-lacking-caption')).toContainText('1')

  // Simplified characters find traditional ones, and the words are marked.
  await page.getByTestId('search').fill('旧')
  await expect(tiles(page).locator('mark').first()).toHaveText('舊')
  await expect.poll(() => tiles(page).count()).toBeLessThan(6)
  const found = await tiles(page).count()

  // A tick narrows what was found to as many as it said.
  const tick = panel.getByTestId('tick-credit').first()
  const promised = Number(/\d+$/.exec((await tick.innerText()).trim())?.[0])
  await tick.click()
  await expect(tiles(page)).toHaveCount(promised)

  await page.getByTestId('save-search').click()
  await page.getByTestId('saved-name').locator('input').fill('舊地的照片')
  await page.getByTestId('save-name').click()
  await expect(panel.getByTestId('saved-search')).toContainText(`舊地的照片${promised}`)

  await page.getByTestId('filter-chip').click()
  await expect(tiles(page)).toHaveCount(found)
  await page.getByTestId('search').fill('')
  await expect(tiles(page)).toHaveCount(6)

  await panel.getByTestId('saved-search').click()
  await expect(page.getByTestId('search')).toHaveValue('旧')
  await expect(tiles(page)).toHaveCount(promised)

  const list = path.join(folder, 'list.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, list)
  await page.getByTestId('export-list').click()
  await expect.poll(() => readFile(list, 'utf8').catch(() => '')).toMatch(/^\ufeff檔名,.*舊/s)

  // What cannot be understood is quoted, and the rest counts.
  await page.getByTestId('search').fill('舊 foo:1')
  await expect(page.getByTestId('query-problems')).toContainText('foo')
})
