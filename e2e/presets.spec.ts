import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import sharp from 'sharp'
import { ExportPreset, Receipt } from '#contract'
import { answerDialog, deskWithPhotos, expectSaved, selectAll, storyOfSelection, test } from './desk.js'

test('a preset of the desk’s own: changed under a live preview, exported with, and given away as a file', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page, app } = desk
  await deskWithPhotos(desk, folder, 2)
  await selectAll(page)
  await page.getByTestId('credit-field').fill('通訊員 柯陽 攝')
  await expectSaved(page)
  await storyOfSelection(page, { headline: '鷺灣港節閉幕', slug: '鷺灣港節' })

  await page.getByTestId('story-export').click()
  await page.getByTestId('export-preset-web').click()
  await page.getByTestId('preset-new').click()
  const box = (id: string) => page.getByTestId(id).locator('input, textarea')
  const names = page.getByTestId('preset-names')
  const picture = page.getByTestId('preset-preview').locator('img')
  await expect(names).toContainText('鷺灣港節-01.jpg')
  await box('preset-name').fill('早報網頁')
  await page.getByTestId('preset-rendition').click()
  await page.getByTestId('option-png').click()
  await expect(names).toContainText('鷺灣港節-01.png')
  await page.getByTestId('preset-rendition').click()
  await page.getByTestId('option-webp').click()
  await box('preset-long-edge').fill('600')
  await box('preset-quality').fill('70')
  await box('preset-file-name').fill('早報-{seq:3}')
  await expect(names).toContainText('早報-001.webp')
  await expect(page.getByTestId('preset-size')).toContainText('kB')
  await expect(picture).toHaveJSProperty('complete', true)
  const unmarked = await picture.getAttribute('src')
  await box('preset-watermark').fill('{credit}')
  await expect(picture).not.toHaveAttribute('src', unmarked ?? '')
  await page.getByTestId('preset-article-markdown').check()
  await page.getByTestId('preset-article-html').uncheck()
  await page.getByTestId('preset-save').click()

  const target = path.join(folder, '交稿')
  await mkdir(target)
  await answerDialog(app, [target])
  await page.getByTestId('export-choose').click()
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-done')).toContainText('kB')
  await expect(page.getByTestId('export-reveal')).toBeVisible()
  const bundle = (await page.getByTestId('export-destination').textContent()) ?? ''
  expect(bundle).toBe(path.join(target, '鷺灣港節'))
  await expect(page.getByTestId('export-receipt')).toHaveAttribute('data-state', 'sound')
  await page.getByTestId('receipt-files').click()
  await expect(page.getByTestId('receipt-file').filter({ hasText: '早報-001.webp' })).toBeVisible()
  const payload = await readdir(path.join(bundle, 'data'))
  expect(payload).toEqual(expect.arrayContaining(['早報-001.webp', '早報-002.webp', 'article.md']))
  expect(payload).not.toContain('article.html')
  expect(await sharp(path.join(bundle, 'data', '早報-001.webp')).metadata()).toMatchObject({
    format: 'webp',
    width: 600,
  })
  const receipt = Receipt.parse(JSON.parse(await readFile(path.join(bundle, 'receipt.json'), 'utf8')))
  expect(receipt).toMatchObject({ files: payload.length, photos: 2, problems: [] })

  // Out to a file, away, and back under its name.
  await page.getByTestId('export-again').click()
  const file = path.join(folder, '早報網頁.json')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.getByTestId('preset-save-file').click()
  const written = () =>
    readFile(file, 'utf8').then(
      (text): unknown => JSON.parse(text),
      () => null,
    )
  await expect.poll(written).toMatchObject({ product: 'Cutline', exportPreset: { name: '早報網頁' } })
  const { exportPreset } = (await written()) as { exportPreset: unknown }
  expect(ExportPreset.parse(exportPreset)).toMatchObject({ rendition: 'webp', longEdge: 600, quality: 70 })
  await page.getByTestId('preset-remove').click()
  await expect(page.getByText('早報網頁')).toHaveCount(0)
  await answerDialog(app, [file])
  await page.getByTestId('preset-read-file').click()
  await expect(box('preset-name')).toHaveValue('早報網頁')
  await expect(box('preset-watermark')).toHaveValue('{credit}')
  await page.getByTestId('preset-save').click()
  await expect(page.getByTestId('export-dialog')).toContainText('早報網頁')
})
