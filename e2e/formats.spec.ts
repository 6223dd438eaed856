import { copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'
import { writeRaw } from '../electron/engine/imaging/raw-for-tests.js'
import { answerDialog, cutline, expectPainted, newArchive, test, tile, tiles } from './desk.js'

const samples = path.resolve(import.meta.dirname, '../electron/engine/imaging/heic-for-tests')
const phones = path.resolve(import.meta.dirname, '../../shared/corpus/exif-samples/heic')

/** A reporter's folder: a RAW+JPEG pair, a raw by itself, phone pictures with a movie and an edit. Real phones' where there are any. */
async function fillCard(card: string): Promise<{ heics: string[] }> {
  await mkdir(card, { recursive: true })
  const svg = `<svg width="900" height="600"><rect width="900" height="600" fill="#2e5f8c"/><text x="60" y="360" font-size="120" fill="#fff">龍舟</text></svg>`
  await sharp(Buffer.from(svg)).jpeg().toFile(path.join(card, 'DSC_0001.JPG'))
  await writeRaw(path.join(card, 'DSC_0001.NEF'), { width: 6000, height: 4000 })
  await writeRaw(path.join(card, 'DSC_0002.NEF'), { width: 6000, height: 4000, orientation: 6, background: '#3f7d4b' })
  const real = await stat(phones).then(
    async () =>
      (await readdir(phones, { recursive: true }))
        .filter((name) => /\.hei[cf]$/i.test(name))
        .map((name) => path.join(phones, name)),
    () => [],
  )
  const heics = [path.join(samples, 'turned.heic'), ...real]
  for (const heic of heics) await copyFile(heic, path.join(card, path.basename(heic)))
  await writeFile(path.join(card, 'turned.MOV'), 'the movie of a live photo')
  await writeFile(path.join(card, 'turned.AAE'), '<plist/>')
  return { heics }
}

/** Keeps in the page which files were shown as coming in, which may be over in a moment. */
async function watchArriving(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Set<string>()
    Object.assign(window, { arrived: seen })
    document.addEventListener(
      'load',
      ({ target }) => {
        if (target instanceof HTMLImageElement && target.dataset.testid === 'arriving-photo') seen.add(target.alt)
      },
      true,
    )
  })
}

test('RAW+JPEG pairs and HEICs come in in one step, with right thumbnails and what belongs to them', async ({
  launch,
  folder,
}, info) => {
  const card = path.join(folder, '端午採訪')
  const { heics } = await fillCard(card)
  const archive = path.join(folder, '圖庫')
  const desk = await launch()
  const { app, page } = desk
  await newArchive(desk, archive)
  await watchArriving(page)
  await answerDialog(app, [card])
  await page.getByTestId('import-menu').click()
  await page.getByTestId('menu-import-folder').click()
  await page.getByTestId('import-start').click()
  await expect(page.getByTestId('job-ended')).toContainText('附屬檔 3 個', { timeout: 120_000 })
  await expectPainted(page, 2 + heics.length)
  await expect(page.getByTestId('arriving')).toHaveCount(0)
  const arrived = await page.evaluate(() => [...(window as unknown as { arrived: Set<string> }).arrived])
  expect(arrived).toContain('turned.heic')

  // One photo for the pair, marked; what belongs to it is named.
  await expect(tiles(page).filter({ hasText: 'DSC_0001' })).toHaveCount(1)
  await expect(tile(page, 'DSC_0001.JPG').getByTestId('belongings')).toHaveText('RAW')
  await expect(tile(page, 'DSC_0002.NEF').getByTestId('belongings')).toHaveText('RAW')
  await expect(tile(page, 'turned.heic').getByTestId('belongings')).toHaveText('原況')
  await tile(page, 'turned.heic').click()
  await expect(page.getByTestId('companions')).toHaveText('附屬檔：turned.AAE、turned.MOV')

  // Right: the raw held upright stands, the phone's picture lies.
  const shape = (file: string) =>
    tile(page, file)
      .locator('img')
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
  expect(await shape('DSC_0002.NEF')).toEqual([267, 400])
  expect(await shape('turned.heic')).toEqual([400, 267])
  await page.screenshot({ path: info.outputPath('formats.png') })

  // Large, a HEIC is shown as any other photo.
  await page.keyboard.press('Enter')
  await expect(
    page
      .getByRole('img', { name: /turned/ })
      .or(page.locator('img[src*="preview/"]'))
      .first(),
  ).toBeVisible()
  await desk.quit()

  const { photos } = cutline('list', archive) as { photos: { file: string; format: string; companions: unknown[] }[] }
  expect(photos.find(({ file }) => file === 'DSC_0001.JPG')).toMatchObject({
    format: 'jpeg',
    companions: [{ kind: 'raw', file: 'DSC_0001.NEF' }],
  })
  expect(cutline('verify', archive)).toMatchObject({ photos: 2 + heics.length, problems: [] })
})

test('the same folder comes in through the command line', async ({ folder }) => {
  const card = path.join(folder, '端午採訪')
  const { heics } = await fillCard(card)
  const archive = path.join(folder, '圖庫')
  cutline('init', archive)
  const result = cutline('import', archive, card) as Record<'imported' | 'companions' | 'failed', { file: string }[]>
  expect(result.failed).toEqual([])
  expect(result.imported.length).toBe(2 + heics.length)
  expect(result.companions.map(({ file }) => file).sort()).toEqual(['DSC_0001.NEF', 'turned.AAE', 'turned.MOV'])
})
