import path from 'node:path'
import { expect } from '@playwright/test'
import { dropFiles, expectPainted, expectSaved, newArchive, test, tiles } from './desk.js'
import { makePhotos } from './photos.js'

test('places that a photo shows are typed by keyboard, saved by themselves, and told to differ', async ({
  launch,
  folder,
}) => {
  const files = await makePhotos(path.join(folder, 'shots'), 2)
  const desk = await launch()
  const { page } = desk
  await newArchive(desk, path.join(folder, '圖庫'))
  await dropFiles(page, files)
  await expectPainted(page, 2)
  await tiles(page).first().click()
  await page.getByTestId('more-fields-toggle').click()
  const rows = page.getByTestId('locationsShown-rows')
  const places = rows.locator('[data-part="place"]')
  await page.getByTestId('locationsShown-add').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('南灣湖')
  await page.keyboard.press('Tab')
  await page.keyboard.type('澳門')
  await expectSaved(page)
  await page.getByTestId('locationsShown-add').click()
  await page.keyboard.type('大三巴牌坊')
  await expect(places).toHaveCount(2)
  await page.getByTestId('caption-field').focus()
  await expectSaved(page)
  await tiles(page).nth(1).click()
  await expect(places).toHaveCount(0)
  await tiles(page).first().click()
  await expect(rows.locator('[data-part="city"]').first()).toHaveValue('澳門')
  await expect(places.nth(1)).toHaveValue('大三巴牌坊')
  await page.keyboard.press('Control+a')
  await expect(rows).toHaveAttribute('data-mixed', 'true')
})
