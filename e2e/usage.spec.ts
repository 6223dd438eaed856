import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { answerDialog, deskWithPhotos, expectSaved, selectAll, storyOfSelection, test } from './desk.js'

test('the tally of use: counted after an export, opened down to the photos, saved as a spreadsheet', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page, app } = desk
  await deskWithPhotos(desk, folder, 3)
  await selectAll(page)
  await page.getByTestId('credit-field').fill('通訊員 柯陽、何溪 攝')
  await expectSaved(page)
  await page.getByTestId('listing-usage').click()
  const rows = page.getByTestId('tally-row')
  await expect(rows).toHaveCount(2)
  await expect(page.getByTestId('tally-sum')).toContainText('來圖 3 張，採用 0 張')

  await page.getByTestId('listing-all').click()
  await page.getByTestId('photo-tile').first().click()
  await storyOfSelection(page, { headline: '鷺灣港節閉幕' })
  const target = path.join(folder, '交稿')
  await mkdir(target)
  await answerDialog(app, [target])
  await page.getByTestId('story-export').click()
  await page.getByTestId('export-choose').click()
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-done')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByTestId('listing-usage').click()
  await expect(page.getByTestId('tally-sum')).toContainText('來圖 3 張，採用 1 張')
  await expect(rows.filter({ hasText: '柯陽' })).toContainText('33%')
  await rows.filter({ hasText: '柯陽' }).getByTestId('tally-open').click()
  await expect(page.getByTestId('tally-photo')).toHaveCount(1)
  await page.getByTestId('tab-supplied').click()
  await expect(page.getByTestId('tally-photo')).toHaveCount(3)
  await page.getByTestId('tally-back').click()

  const file = path.join(folder, '統計.xlsx')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.getByTestId('tally-save').click()
  await expect
    .poll(() =>
      readFile(file).then(
        (bytes) => bytes.subarray(0, 2).toString(),
        () => '',
      ),
    )
    .toBe('PK')

  await page.getByTestId('tally-period').click()
  await page.getByTestId('option-last-month').click()
  await expect(page.getByTestId('tally-none')).toBeVisible()
})
