import path from 'node:path'
import { expect } from '@playwright/test'
import {
  deskWithPhotos,
  dropFiles,
  dropPlaces,
  expectPainted,
  expectSaved,
  handOn,
  newArchive,
  selectAll,
  storyOfSelection,
  test,
  tile,
  tiles,
} from './desk.js'

const caption = '市民在北碼頭觀看煙花。'

test('a bundle dropped on the window, zip or folder, is opened and not imported', async ({ launch, folder }) => {
  test.slow()
  const reporter = await launch()
  await deskWithPhotos(reporter, folder, 2)
  await selectAll(reporter.page)
  await reporter.page.getByTestId('caption-field').fill(caption)
  await expectSaved(reporter.page)
  await storyOfSelection(reporter.page, { headline: '鷺灣港節閉幕', slug: 'egret-bay' })
  const zip = await handOn(reporter, path.join(folder, 'as-zip'), 'zip')
  const bundle = await handOn(reporter, path.join(folder, 'as-folder'), 'folder')
  await reporter.quit()

  const editor = await launch({ user: 'editor' })
  const { page } = editor
  await newArchive(editor, path.join(folder, '編輯圖庫'))
  const dialog = page.getByTestId('bundle-dialog')

  // The zip, looked at and left: nothing comes in.
  await dropPlaces(page, [zip], () => expect(page.getByTestId('drop-overlay')).toContainText('打開稿件包'))
  await expect(page.getByTestId('drop-overlay')).toHaveCount(0)
  await expect(dialog.getByTestId('bundle-sound')).toBeVisible()
  await expect(dialog.getByTestId('bundle-count-new')).toContainText('2')
  await expect(dialog.getByTestId('bundle-origin')).toContainText('鷺灣港節閉幕')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(tiles(page)).toHaveCount(0)
  // What the dialog has told is not told again at the window's foot.
  await expect(page.getByTestId('job-bar')).toBeHidden()

  // Two at once: neither is opened, and their photos do not come in as any photos would.
  await dropPlaces(page, [zip, bundle])
  await expect(page.getByRole('alert').filter({ hasText: '請一次拖一個稿件包進來' })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByTestId('import-dialog')).toHaveCount(0)

  // The folder, taken.
  await dropPlaces(page, [bundle])
  await expect(dialog.getByTestId('bundle-sound')).toBeVisible()
  await expect(dialog.getByTestId('bundle-count-new')).toContainText('2')
  await dialog.getByTestId('bundle-take').click()
  await expect(dialog.getByTestId('bundle-facts')).toContainText('新增 2 張')
  await dialog.getByTestId('bundle-close').click()
  await expectPainted(page, 2)
  await tile(page, 'IMG_0001.jpg').click()
  await expect(page.getByTestId('caption-field')).toHaveValue(caption)
  await expect(page.getByTestId('story-item')).toContainText('鷺灣港節閉幕')

  // What is there already is recognised, also where a program hands the page a file without a drag of the system's.
  await dropFiles(page, [zip])
  await expect(dialog.getByTestId('bundle-nothing')).toBeVisible()
  await page.keyboard.press('Escape')

  // A folder of photos is none.
  await dropPlaces(page, [path.join(folder, 'card')])
  await expect(dialog).toHaveCount(0)
  await expect(page.getByTestId('import-dialog').getByTestId('plan-there')).toContainText('2 張')
})
