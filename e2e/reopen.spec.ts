import path from 'node:path'
import { expect } from '@playwright/test'
import { expectPainted, expectSaved, importThroughDialog, newArchive, test, tile } from './desk.js'
import { makePhotos } from './photos.js'

test('a second launch opens the archive with everything there', async ({ launch, folder }) => {
  const first = await launch()
  await newArchive(first, path.join(folder, '圖庫'))
  await importThroughDialog(first, await makePhotos(path.join(folder, 'card'), 5))
  await expectPainted(first.page, 5)
  await tile(first.page, 'IMG_0004.jpg').click()
  await first.page.getByTestId('caption-field').fill('北岸村龍舟隊衝線')
  await expectSaved(first.page)
  await first.page.getByTestId('new-story').click()
  await first.page.getByTestId('story-headline').fill('端午')
  // Quitting at once: what was typed last is saved on the way out.
  await first.quit()

  const second = await launch()
  await expect(second.page.getByTestId('archive-name')).toContainText('圖庫')
  await expectPainted(second.page, 5)
  await tile(second.page, 'IMG_0004.jpg').click()
  await expect(second.page.getByTestId('caption-field')).toHaveValue('北岸村龍舟隊衝線')
  await expect(second.page.getByTestId('story-item')).toContainText('端午')
})

test('a second instance finds the archive locked, says by whom, and can look but not change', async ({
  launch,
  folder,
}) => {
  const archive = path.join(folder, 'archive')
  const first = await launch()
  await newArchive(first, archive)
  await importThroughDialog(first, await makePhotos(path.join(folder, 'card'), 2))
  await expectPainted(first.page, 2)

  const second = await launch({ user: 'editor', archive })
  await expect(second.page.getByTestId('read-only-banner')).toBeVisible()
  await expectPainted(second.page, 2)
  await tile(second.page, 'IMG_0001.jpg').click()
  await expect(second.page.getByTestId('caption-field')).not.toBeEditable()
  await expect(second.page.getByTestId('import-menu')).toBeDisabled()

  // The first leaves; the second can take over.
  await first.quit()
  await second.page.getByTestId('read-only-banner').getByRole('button').click()
  await expect(second.page.getByTestId('read-only-banner')).toHaveCount(0)
  await tile(second.page, 'IMG_0001.jpg').click()
  await second.page.getByTestId('caption-field').fill('換手後寫的')
  await expectSaved(second.page)
})
