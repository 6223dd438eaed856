import path from 'node:path'
import { expect } from '@playwright/test'
import { cutline, expectPainted, expectSaved, importThroughDialog, newArchive, selectAll, test, tile } from './desk.js'
import { makePhotos } from './photos.js'

test('credits used before are offered: by pinyin initials, by arrows, and for a whole selection at one keystroke', async ({
  launch,
  folder,
}) => {
  const archive = path.join(folder, 'archive')
  const desk = await launch()
  const { page } = desk
  await newArchive(desk, archive)
  await importThroughDialog(desk, await makePhotos(path.join(folder, 'card'), 6))
  await expectPainted(page, 6)
  const credit = page.getByTestId('credit-field')
  const offered = page.getByTestId('known-credit')

  // A new archive offers what every desk prints.
  await tile(page, 'IMG_0001.jpg').click()
  await credit.click()
  await expect(offered.first()).toContainText('通訊員 供圖')
  await page.keyboard.type('txygt')
  await expect(offered).toHaveCount(1)
  await credit.fill('記者 田城/攝')
  await page.keyboard.press('Tab')
  await expectSaved(page)
  await expect(page.getByTestId('credit-list')).toHaveCount(0)
  await tile(page, 'IMG_0002.jpg').click()
  await credit.fill('通訊員 柯陽 供圖')
  await page.keyboard.press('Tab')
  await expectSaved(page)

  // Pinyin initials, arrows and Enter.
  await tile(page, 'IMG_0003.jpg').click()
  await credit.click()
  await page.keyboard.type('txyky')
  await expect(offered).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(offered.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(credit).toHaveValue('通訊員 柯陽 供圖')
  await expectSaved(page)

  // The list goes away with Esc, and what was typed stays.
  await page.keyboard.type('。')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('credit-list')).toHaveCount(0)
  await page.keyboard.press('Backspace')

  // One keystroke for everything selected: the last used.
  await selectAll(page)
  await page.keyboard.press('Alt+1')
  await expectSaved(page)
  await expect(credit).toHaveValue('通訊員 柯陽 供圖')

  // And one to take it back.
  await page.keyboard.press('ControlOrMeta+z')
  await tile(page, 'IMG_0005.jpg').click()
  await expect(credit).toHaveValue('')
  await desk.quit()

  const { photos } = cutline('list', archive, '--sort', 'file') as { photos: { credit: string }[] }
  expect(photos.map((photo) => photo.credit)).toEqual([
    '記者 田城/攝',
    '通訊員 柯陽 供圖',
    '通訊員 柯陽 供圖',
    '',
    '',
    '',
  ])
})
