import path from 'node:path'
import { expect } from '@playwright/test'
import { cutline, expectPainted, expectSaved, importThroughDialog, newArchive, selectAll, test, tile } from './desk.js'
import { makePhotos } from './photos.js'

const shot = (name: string) => ({
  path: path.join(process.env.CUTLINE_SHOTS ?? '', name),
  enabled: process.env.CUTLINE_SHOTS !== undefined,
})

test('an event is entered, used through completion, corrected after a look, and the correction undone', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  const picture = async (name: string) => {
    const { path: file, enabled } = shot(name)
    if (enabled) await page.screenshot({ path: file })
  }
  const archive = path.join(folder, 'archive')
  await newArchive(desk, archive)
  await importThroughDialog(desk, await makePhotos(path.join(folder, 'card'), 3))
  await expectPainted(page, 3)

  // Many at once, from a list; the event's slip is not seen yet.
  await page.getByTestId('open-desk').click()
  await page.getByTestId('tab-facts').click()
  await picture('facts-empty.png')
  await page.getByTestId('paste-facts').click()
  await page
    .getByTestId('fact-list')
    .getByRole('textbox')
    .fill('第三十屆端午龍舟賽；龍舟賽\tDragon Boat Race\n地點：平安社區碼頭\n機構：市文化局')
  await page.getByTestId('add-facts').click()
  await expect(page.getByTestId('desk-message')).toContainText('加入了 3 項')
  await picture('facts-tab.png')
  await page.getByTestId('desk-close').click()

  // In each caption by its initials, and once in the event's own box.
  for (const number of [1, 2, 3]) {
    await tile(page, `IMG_000${number}.jpg`).click()
    await page.keyboard.press('F2')
    await expect(page.getByTestId('caption-field')).toBeFocused()
    await page.keyboard.type('dssj')
    await expect(page.getByTestId('completion').first()).toContainText('第三十屆端午龍舟賽')
    if (number === 1) await picture('facts-completion.png')
    await page.keyboard.press('ControlOrMeta+1')
    await page.keyboard.insertText(`在平安社區碼頭舉行，第${number}組選手衝過終點。`)
    await expectSaved(page)
  }
  await page.getByTestId('more-fields-toggle').click()
  await page.getByTestId('event-field').fill('第三十屆端午龍舟賽')
  await page.getByTestId('embargo-field').fill('2099-01-01')
  await page.getByTestId('digitalSourceType-field').click()
  await page.getByTestId('option-digitalCapture').click()
  await expect(page.getByTestId('finding-embargoed')).toContainText('2099-01-01 以前不得發表')
  await page.getByTestId('embargo-field').fill('明天')
  await expect(page.getByTestId('more-fields')).toContainText('看不懂這個日期')
  await page.getByTestId('embargo-field').fill('')
  await expectSaved(page)
  await picture('more-fields.png')
  await page.getByTestId('supplier-field').scrollIntoViewIfNeeded()
  await picture('more-fields-below.png')

  // Mixed over all; what is changed is changed in all.
  await selectAll(page)
  await expect(page.getByTestId('event-field')).toHaveAttribute('data-mixed', 'true')
  await expect(page.getByTestId('digitalSourceType-field')).toContainText('不一')
  await page.getByTestId('copyright-field').fill('平安日報')
  await page.getByTestId('urgency-field').click()
  await page.getByTestId('option-3').click()
  await expectSaved(page)
  await picture('more-fields-mixed.png')

  // The name is corrected once.
  await page.getByTestId('open-desk').click()
  await page.getByTestId('tab-facts').click()
  await page.getByTestId('desk-record').first().getByRole('button', { name: '修改' }).click()
  await page.getByTestId('fact-name').getByRole('textbox').fill('第三十一屆端午龍舟競渡')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('corrections')).toContainText('「第三十屆端午龍舟賽」改為「第三十一屆端午龍舟競渡」')
  await expect(page.getByTestId('correction')).toHaveCount(3)
  await expect(page.getByTestId('corrections-apply')).toBeFocused()
  await expect(page.getByTestId('corrections-apply')).toHaveText('更正 3 處')
  await picture('corrections.png')
  const second = page.locator('[data-testid="correction"][data-file="IMG_0002.jpg"]').getByRole('checkbox')
  await second.focus()
  await page.keyboard.press('Space')
  await expect(page.getByTestId('corrections-apply')).toHaveText('更正 2 處')
  await picture('corrections-unticked.png')
  await page.getByTestId('corrections-apply').press('Enter')
  await expect(page.getByTestId('corrections')).toHaveCount(0)
  await expect(page.getByTestId('desk-message')).toContainText('已更正 2 張照片、0 則見報說明')
  await picture('facts-corrected.png')

  // What was left is found again.
  await page.getByTestId('desk-record').first().getByRole('button', { name: '修改' }).click()
  await page.getByTestId('find-older').click()
  await expect(page.getByTestId('correction')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('corrections')).toHaveCount(0)
  await page.keyboard.press('Escape')

  const corrected = '第三十一屆端午龍舟競渡在平安社區碼頭舉行，第1組選手衝過終點。'
  await tile(page, 'IMG_0001.jpg').click()
  await expect(page.getByTestId('caption-field')).toHaveValue(corrected)
  await page.getByTestId('contact-sheet').focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByTestId('caption-field')).toHaveValue(/^第三十屆端午龍舟賽在/u)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(page.getByTestId('caption-field')).toHaveValue(corrected)
  await desk.quit()

  const { photos } = cutline('list', archive, '--sort', 'file') as {
    photos: { caption: string; event: string; copyright: string; urgency: string; digitalSourceType: string }[]
  }
  expect(photos.map(({ caption }) => caption.slice(0, 12))).toEqual([
    '第三十一屆端午龍舟競渡在',
    '第三十屆端午龍舟賽在平安',
    '第三十一屆端午龍舟競渡在',
  ])
  expect(photos[2]).toMatchObject({
    event: '第三十一屆端午龍舟競渡',
    copyright: '平安日報',
    urgency: '3',
    digitalSourceType: 'digitalCapture',
  })
})
