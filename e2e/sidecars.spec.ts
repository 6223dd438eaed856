import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { exiftoolPath } from 'exiftool-vendored'
import { cutline, expectPainted, expectSaved, importThroughDialog, newArchive, test, tile } from './desk.js'
import { makePhotos } from './photos.js'

/** Another program: an ExifTool of its own. */
async function exiftool(...args: string[]): Promise<string> {
  return (await promisify(execFile)(await exiftoolPath(), args)).stdout
}

test('another program sees the caption beside the photo; what it changes is taken for one field and refused for another', async ({
  launch,
  folder,
}) => {
  const archive = path.join(folder, 'archive')
  const desk = await launch()
  const { page } = desk
  await newArchive(desk, archive)
  await importThroughDialog(desk, await makePhotos(path.join(folder, 'card'), 2))
  await expectPainted(page, 2)
  await tile(page, 'IMG_0001.jpg').click()
  await page
    .getByTestId('caption-field')
    .fill('十一月二十一日晚，市民在北碼頭觀看煙花匯演，岸邊人潮擠擁，警方在附近街道實施人潮管制。')
  await page.getByTestId('credit-field').fill('通訊員 供圖')
  await expectSaved(page)

  const find = async () =>
    (await readdir(path.join(archive, 'originals'), { recursive: true }))
      // Drafts are made in a hidden folder and moved in.
      .filter((name) => name.endsWith('.xmp') && !name.startsWith('.'))
  await expect.poll(find, { timeout: 30_000 }).toHaveLength(1)
  const [name] = await find()
  const sidecar = path.join(archive, 'originals', name!)
  expect(path.basename(sidecar)).toBe('IMG_0001.xmp')
  const seen = async () =>
    (await exiftool('-s3', '-XMP-dc:Description', '-XMP-photoshop:Credit', sidecar)).trim().split(/\r?\n/)
  await expect.poll(async () => (await seen())[1], { timeout: 30_000 }).toBe('通訊員 供圖')

  await exiftool(
    '-overwrite_original',
    '-XMP-dc:Description=十一月二十一日晚，市民在北碼頭觀看煙花匯演。岸邊人潮擠擁。',
    '-XMP-photoshop:Credit=本報記者 攝',
    '-XMP-crs:Exposure2012=+0.35',
    sidecar,
  )
  await expect(page.getByTestId('sidecars-banner')).toContainText('1 張照片的附屬檔在別的程式裡改過', {
    timeout: 30_000,
  })
  await page.getByTestId('review-sidecars').click()
  const caption = page.getByTestId('difference-caption')
  await expect(caption).toContainText('警方在附近街道實施人潮管制')
  await expect(caption).toContainText('煙花匯演。岸邊人潮擠擁。')
  await expect(caption).toContainText('本庫沒有改過')
  await page.getByTestId('take-caption').click()
  await expect(caption).toHaveCount(0)
  await page.getByTestId('refuse-credit').click()
  await expect(page.getByTestId('sidecars-dialog')).toContainText('沒有待決定的改動')
  await page.getByTestId('sidecars-close').click()
  await expect(page.getByTestId('sidecars-banner')).toHaveCount(0)

  const taken = '十一月二十一日晚，市民在北碼頭觀看煙花匯演。岸邊人潮擠擁。'
  await expect(page.getByTestId('caption-field')).toHaveValue(taken)
  await expect(page.getByTestId('credit-field')).toHaveValue('通訊員 供圖')
  await expect.poll(seen, { timeout: 30_000 }).toEqual([taken, '通訊員 供圖'])
  expect(await readFile(sidecar, 'utf8')).toContain('+0.35')

  await desk.quit()
  expect(cutline('sidecars', 'check', archive)).toMatchObject({ photos: 2, missing: 0, behind: 0, differing: 0 })
})
