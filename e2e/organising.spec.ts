import { expect } from '@playwright/test'
import { deskWithPhotos, expectPainted, expectSaved, test } from './desk.js'

test('a worklist of missing credits; a wrong name is corrected where it stands', async ({ launch, folder }) => {
  const desk = await launch()
  const { page } = desk
  await deskWithPhotos(desk, folder, 2)
  await page.getByTestId('photo-tile').first().click()
  await page.getByTestId('credit-field').fill('通訊員 吳坤 供圖')
  await expectSaved(page)
  await page.getByTestId('listing-worklists').click()
  await expect(page.getByTestId('worklist-credit')).toContainText('1')
  await page.getByTestId('worklist-credit').click()
  await expectPainted(page, 1)

  await page.getByTestId('listing-corrections').click()
  await page.getByTestId('correct-from').locator('input').fill('吳坤')
  await page.getByTestId('correct-to').locator('input').fill('吳昆')
  await page.getByTestId('correct-find').click()
  await expect(page.getByTestId('found')).toHaveCount(1)
  await page.getByTestId('correct-apply').click()
  await page.getByTestId('correct-find').click()
  await expect(page.getByTestId('found')).toHaveCount(0)
})
