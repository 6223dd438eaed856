import path from 'node:path'
import { expect } from '@playwright/test'
import { expectPainted, importThroughDialog, newArchive, test, tile } from './desk.js'
import { makePhotos } from './photos.js'

test('photos are culled by keys, put into a collection by drag, thrown away and brought back', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  await newArchive(desk, path.join(folder, '圖庫'))
  await importThroughDialog(desk, await makePhotos(path.join(folder, 'card'), 3))
  await expectPainted(page, 3)
  await page.getByTestId('job-dismiss').click()

  // Stars, a label and a reject by single keys; one Undo for all that were selected.
  await tile(page, 'IMG_0001.jpg').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('4')
  await expect(page.getByTestId('cull-marks')).toHaveText(['★★★★', '★★★★', '★★★★'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByTestId('cull-marks')).toHaveCount(0)
  await tile(page, 'IMG_0002.jpg').click()
  await page.keyboard.press('5')
  await page.keyboard.press('6')
  await tile(page, 'IMG_0003.jpg').click()
  await page.keyboard.press('x')
  await expect(tile(page, 'IMG_0003.jpg')).toHaveAttribute('data-rejected', 'true')
  await expect(tile(page, 'IMG_0002.jpg').getByTestId('cull-marks')).toContainText('★★★★★')

  // A collection.
  await page.getByTestId('new-collection').click()
  await page.getByTestId('menu-new-collection').click()
  await page.getByTestId('collection-dialog').getByRole('textbox').fill('年度圖片')
  await page.getByTestId('collection-save').click()
  await expect(page.getByTestId('collection-empty')).toBeVisible()
  await page.getByTestId('listing-all').click()
  await tile(page, 'IMG_0002.jpg').dragTo(page.getByTestId('collection-item'))
  await expect(page.getByTestId('collection-item')).toContainText('1')

  // The trash, and back.
  await tile(page, 'IMG_0003.jpg').click()
  await page.keyboard.press('Delete')
  await page.getByTestId('notice-action').click()
  await expect(page.getByTestId('notice-action')).toHaveCount(0)
  await tile(page, 'IMG_0003.jpg').click()
  await page.keyboard.press('Delete')
  await page.getByTestId('listing-trash').click()
  await expect(page.getByTestId('trashed')).toHaveCount(1)
  await page.getByTestId('restore-trashed').click()
  await expect(page.getByTestId('trash-empty')).toBeVisible()

  // What happened to the photo, and an older value of it.
  await page.getByTestId('listing-all').click()
  await tile(page, 'IMG_0003.jpg').click()
  await page.getByTestId('caption-tools').click()
  await page.getByTestId('menu-history').click()
  const changes = page.getByTestId('history-change')
  await expect(changes.first()).toContainText('垃圾桶')
  await changes.filter({ hasText: '取捨' }).first().getByTestId('bring-back-before').click()
  await page.keyboard.press('Escape')
  await expect(tile(page, 'IMG_0003.jpg')).toHaveAttribute('data-rejected', 'false')
})
