import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type Desk, expectPainted, importThroughDialog, newArchive, signalEngine, test, tile } from './desk.js'
import { makePhotos } from './photos.js'

let desk: Desk

test.beforeEach(async ({ launch, folder }) => {
  desk = await launch()
  await newArchive(desk, path.join(folder, 'archive'))
  await importThroughDialog(desk, await makePhotos(path.join(folder, 'card'), 8))
  await expectPainted(desk.page, 8)
})

const selected = (page: Page) =>
  page
    .locator('[data-testid="photo-tile"][aria-selected="true"]')
    .evaluateAll((tiles: HTMLElement[]) => tiles.map((tile) => tile.dataset.file))

test('the contact sheet is worked with arrows, Shift, Ctrl, Home and End', async () => {
  const { page } = desk
  const sheet = page.getByTestId('contact-sheet')
  await sheet.focus()
  await page.keyboard.press('Home')
  await expect.poll(() => selected(page)).toEqual(['IMG_0008.jpg'])
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => selected(page)).toEqual(['IMG_0007.jpg'])
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => selected(page)).toEqual(['IMG_0007.jpg', 'IMG_0006.jpg'])
  await page.keyboard.press('End')
  await expect.poll(() => selected(page)).toEqual(['IMG_0001.jpg'])
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.press('Control+Space')
  await expect.poll(() => selected(page)).toEqual(['IMG_0002.jpg', 'IMG_0001.jpg'])
  await page.keyboard.press('ControlOrMeta+a')
  await expect.poll(async () => (await selected(page)).length).toBe(8)
  await page.keyboard.press('Escape')
  await expect.poll(() => selected(page)).toEqual([])
})

test('one photo after the other is captioned without the mouse', async () => {
  const { page } = desk
  await page.getByTestId('contact-sheet').focus()
  await page.keyboard.press('Home')
  await expect.poll(() => selected(page)).toEqual(['IMG_0008.jpg'])
  await page.keyboard.press('F2')
  await expect(page.getByTestId('caption-field')).toBeFocused()
  for (const text of ['第八張', '第七張', '第六張']) {
    await expect(page.getByTestId('caption-field')).toBeFocused()
    await expect(page.getByTestId('caption-field')).toHaveValue('')
    await page.keyboard.insertText(text)
    await page.keyboard.press('ControlOrMeta+Enter')
  }
  await expect(tile(page, 'IMG_0008.jpg')).toContainText('第八張')
  await expect(tile(page, 'IMG_0007.jpg')).toContainText('第七張')
  await expect(tile(page, 'IMG_0006.jpg')).toContainText('第六張')
})

test('who types at once loses no character, however long the records take', async () => {
  const { page } = desk
  const caption = page.getByTestId('caption-field')
  await page.getByTestId('contact-sheet').focus()
  await page.keyboard.press('Home')
  await expect(caption).toBeEditable()
  signalEngine(desk, 'SIGSTOP')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.keyboard.type('Rain 3')
  await page.waitForTimeout(300)
  await expect(caption).not.toBeEditable()
  signalEngine(desk, 'SIGCONT')
  await expect(caption).toHaveValue('Rain 3')
  await page.keyboard.type(' m')
  signalEngine(desk, 'SIGSTOP')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.type('Sun 5')
  signalEngine(desk, 'SIGCONT')
  await expect(caption).toHaveValue('Sun 5')
  await expect(tile(page, 'IMG_0007.jpg')).toContainText('Rain 3 m')
  await expect(tile(page, 'IMG_0006.jpg')).toContainText('Sun 5')
  // No key was taken for a mark: 3 and 5 are stars on the sheet.
  await expect(page.getByTestId('cull-marks')).toHaveCount(0)
})
