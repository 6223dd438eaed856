import { createHash } from 'node:crypto'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { answerDialog, cutline, dropFiles, expectPainted, importThroughDialog, newArchive, test } from './desk.js'
import { makePhotos } from './photos.js'

const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

test('photos come in through the dialog, once', async ({ launch, folder }) => {
  const files = await makePhotos(path.join(folder, '採訪'), 3)
  const archive = path.join(folder, '圖庫')
  const desk = await launch()
  await newArchive(desk, archive)
  await importThroughDialog(desk, files)
  await expectPainted(desk.page, 3)

  // The same folder again adds nothing.
  await desk.page.getByTestId('job-dismiss').click()
  await answerDialog(desk.app, [path.join(folder, '採訪')])
  await desk.page.getByTestId('import-menu').click()
  await desk.page.getByTestId('menu-import-folder').click()
  await expect(desk.page.getByTestId('plan-there')).toContainText('3')
  await expect(desk.page.getByTestId('import-start')).toBeDisabled()
  await desk.page.keyboard.press('Escape')
  await expectPainted(desk.page, 3)

  await desk.quit()
  const { photos } = cutline('list', archive) as { photos: { path: string; sha256: string }[] }
  const stored = await Promise.all(photos.map((photo) => sha256(path.join(archive, photo.path))))
  expect(stored).toEqual(photos.map((photo) => photo.sha256))
  expect(stored.sort()).toEqual((await Promise.all(files.map(sha256))).sort())
})

test('photos come in by drop', async ({ launch, folder }) => {
  const files = await makePhotos(path.join(folder, 'card'), 4)
  const desk = await launch()
  await newArchive(desk, path.join(folder, 'archive'))
  await dropFiles(desk.page, files)
  await expectPainted(desk.page, 4)
  await expect(desk.page.getByTestId('job-ended')).toContainText('4')
})

test('a damaged file is reported by name and reason; the good ones come in', async ({ launch, folder }) => {
  const files = await makePhotos(path.join(folder, 'card'), 4)
  const [damaged = '', empty = ''] = files
  await truncate(damaged, 2000)
  await truncate(empty, 0)
  const text = path.join(folder, 'card', 'IMG_0009.jpg')
  await writeFile(text, '這不是照片')
  const desk = await launch()
  await newArchive(desk, path.join(folder, 'archive'))
  await importThroughDialog(desk, [...files, text])
  await expectPainted(desk.page, 2)

  await desk.page.getByTestId('job-details').click()
  const details = desk.page.getByTestId('job-details-dialog')
  await expect(details.getByRole('listitem').filter({ hasText: 'IMG_0001.jpg' })).toContainText('損壞')
  await expect(details.getByRole('listitem').filter({ hasText: 'IMG_0002.jpg' })).toContainText('空')
  await expect(details.getByRole('listitem').filter({ hasText: 'IMG_0009.jpg' })).toContainText('不是')
})
