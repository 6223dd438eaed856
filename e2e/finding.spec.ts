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
  await page.getByTestId('search').fill('鹭湾')
  await expect(tiles(page).locator('mark').first()).toHaveText('鷺灣')
  const found = await tiles(page).count()
  expect(found).toBeGreaterThan(1)
  expect(found).toBeLessThan(6)

  // A tick narrows what was found to as many as it said.
  const tick = panel.getByTestId('tick-credit').first()
  const promised = Number(/\d+$/.exec((await tick.innerText()).trim())?.[0])
  await tick.click()
  await expect(tiles(page)).toHaveCount(promised)

  await page.getByTestId('save-search').click()
  await page.getByTestId('saved-name').locator('input').fill('鷺灣的照片')
  await page.getByTestId('save-name').click()
  await expect(panel.getByTestId('saved-search')).toContainText(`鷺灣的照片${promised}`)

  await page.getByTestId('filter-chip').click()
  await expect(tiles(page)).toHaveCount(found)
  await page.getByTestId('search').fill('')
  await expect(tiles(page)).toHaveCount(6)

  await panel.getByTestId('saved-search').click()
  await expect(page.getByTestId('search')).toHaveValue('鹭湾')
  await expect(tiles(page)).toHaveCount(promised)

  const list = path.join(folder, 'list.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, list)
  await page.getByTestId('export-list').click()
  await expect.poll(() => readFile(list, 'utf8').catch(() => '')).toMatch(/^\ufeff檔名,.*鷺灣/s)

  // What cannot be understood is quoted, and the rest counts.
  await page.getByTestId('search').fill('鷺灣 foo:1')
  await expect(page.getByTestId('query-problems')).toContainText('foo')
})
