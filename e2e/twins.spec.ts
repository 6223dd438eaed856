import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import sharp from 'sharp'
import { cutline, expectSaved, importThroughDialog, newArchive, test, tile } from './desk.js'

const sample = path.resolve(import.meta.dirname, '../resources/sample')
const boats = path.join(sample, '02-dragon-boats.jpg')
const market = path.join(sample, '03-night-market.jpg')

/** Copies as chat apps pass them on: small, recompressed, without metadata; one is cropped besides. */
async function chatCopies(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const [small, cropped, other] = ['wx_001.jpg', 'wx_002.jpg', 'IMG-WA0007.jpg'].map((name) => path.join(folder, name))
  await sharp(boats).resize(900).jpeg({ quality: 50 }).toFile(small!)
  const { width, height } = await sharp(boats).metadata()
  const edge = (length: number) => Math.round(length * 0.015)
  await sharp(boats)
    .extract({
      left: edge(width),
      top: edge(height),
      width: width - 2 * edge(width),
      height: height - 2 * edge(height),
    })
    .resize(640)
    .jpeg({ quality: 60 })
    .toFile(cropped!)
  await sharp(market).resize(1080).jpeg({ quality: 40 }).toFile(other!)
  return [small!, cropped!, other!]
}

test('near duplicates are compared side by side; one is kept with the caption of another, by mouse and by key', async ({
  launch,
  folder,
}) => {
  const archive = path.join(folder, '圖庫')
  const desk = await launch()
  const { page } = desk
  await newArchive(desk, archive)
  await importThroughDialog(desk, [boats, market])
  await page.getByTestId('job-dismiss').click()
  await importThroughDialog(desk, await chatCopies(path.join(folder, '群組')))
  await expect(page.getByTestId('job-ended')).toContainText('3 張與其他照片相似')
  await page.getByTestId('job-details').click()
  const details = page.getByTestId('job-details-dialog')
  await expect(details.getByRole('listitem').filter({ hasText: 'wx_001.jpg' })).toContainText(
    '圖庫已有較好的版本「02-dragon-boats.jpg」',
  )
  await page.keyboard.press('Escape')
  await page.getByTestId('job-dismiss').click()

  // The copy from the chat is the one that somebody captioned.
  await tile(page, 'wx_001.jpg').click()
  await page.getByTestId('caption-field').fill('十一月二十二日，龍舟隊在北碼頭外衝線。')
  await expectSaved(page)

  await expect(page.getByTestId('listing-twins')).toContainText('2')
  await page.getByTestId('listing-twins').click()
  const twins = page.getByTestId('twin')
  await expect(page.getByTestId('twins-place')).toHaveText('第 1 組，共 2 組')
  await expect(twins).toHaveCount(3)

  // The two markets, which are the next group, are said to be different pictures; all by key.
  await page.keyboard.press('PageDown')
  await expect(page.getByTestId('twins-place')).toHaveText('第 2 組，共 2 組')
  await expect(twins).toHaveCount(2)
  await page.keyboard.press('n')
  await expect(page.getByTestId('twins-place')).toHaveText('第 1 組，共 1 組')
  await expect(twins).toHaveCount(3)
  await expect(twins.first()).toHaveAttribute('data-file', '02-dragon-boats.jpg')
  await expect(twins.first().getByTestId('twin-why')).toContainText('像素最多')
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName('02-dragon-boats.jpg · 建議保留')
  await expect
    .poll(() =>
      twins.locator('img').evaluateAll((all: HTMLImageElement[]) => all.filter((one) => one.naturalWidth > 0).length),
    )
    .toBe(3)
  await page.screenshot({ path: path.join(import.meta.dirname, '../test-results/twins-group.png') })

  await page.getByTestId('twins-keep').click()
  await expect(page.getByTestId('twins-none')).toBeVisible()
  await expect(page.getByTestId('listing-all')).toContainText('3')
  await page.getByTestId('twins-aside').click()
  await expect(page.getByTestId('put-aside')).toHaveCount(2)
  await expect(page.getByTestId('put-aside').first()).toContainText('已由「02-dragon-boats.jpg」取代')
  await page.screenshot({ path: path.join(import.meta.dirname, '../test-results/twins-aside.png') })

  // One step back brings all of it back; a step forward takes it away again.
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('aside-none')).toBeVisible()
  await expect(page.getByTestId('listing-all')).toContainText('5')
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByTestId('put-aside')).toHaveCount(2)
  await page.locator('[data-testid="put-aside"][data-file="wx_002.jpg"]').getByTestId('restore').click()
  await expect(page.getByTestId('put-aside')).toHaveCount(1)

  await desk.quit()
  const { photos } = cutline('list', archive) as { photos: { file: string; caption: string }[] }
  expect(photos.find(({ file }) => file === '02-dragon-boats.jpg')?.caption).toContain('龍舟隊在北碼頭外衝線')
  expect(photos.map(({ file }) => file)).not.toContain('wx_001.jpg')
  expect(cutline('twins', archive)).toMatchObject({ total: 1 })
})
