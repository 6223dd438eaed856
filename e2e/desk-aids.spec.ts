import { expect } from '@playwright/test'
import { cutline, type Desk, deskWithPhotos, expectSaved, selectAll, test, tile } from './desk.js'

/** A text as an input method hands it over: nothing between the keys and the box knows it before it is done. */
async function compose(desk: Desk, text: string): Promise<void> {
  const client = await desk.page.context().newCDPSession(desk.page)
  await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await client.send('Input.insertText', { text })
  await client.detach()
}

test('codes expand while typing and composing; a template fills the selection by one key; both from the keyboard alone', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  const archive = await deskWithPhotos(desk, folder, 3)

  // A list of codes, typed as it would stand in a file.
  await page.getByTestId('open-desk').click()
  await page.getByTestId('tab-codes').click()
  await page.getByTestId('new-codes').click()
  await page.getByTestId('codes-name').getByRole('textbox').fill('平安社區')
  await page.getByTestId('codes-text').getByRole('textbox').fill('wk\t吳坤\t社區書記吳坤\n# 註解\n沒有代碼')
  await page.getByTestId('save-codes').click()
  await expect(page.getByTestId('desk-message')).toContainText('已儲存 1 個代碼。第 3 行不是代碼')

  // A template, by the keyboard.
  await page.getByTestId('tab-templates').click()
  await page.getByTestId('new-template').press('Enter')
  await page.keyboard.type('通訊員來稿')
  await page.getByTestId('template-credit').getByRole('textbox').fill('通訊員 供圖')
  await page.getByTestId('template-headline').getByRole('textbox').fill('平安社區 {seq:2}')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('desk-record')).toContainText('通訊員來稿')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('desk-dialog')).toHaveCount(0)

  // A code typed with the Latin keyboard, and one with an input method that gives 、 for the same key.
  await tile(page, 'IMG_0001.jpg').click()
  await page.keyboard.press('F2')
  await expect(page.getByTestId('caption-field')).toBeFocused()
  await page.keyboard.type('\\wk#2\\')
  await expect(page.getByTestId('caption-field')).toHaveValue('社區書記吳坤')
  await page.keyboard.insertText('與、wk、')
  await expect(page.getByTestId('caption-field')).toHaveValue('社區書記吳坤與吳坤')
  await compose(desk, '在巡查。')
  await expect(page.getByTestId('caption-field')).toHaveValue('社區書記吳坤與吳坤在巡查。')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expectSaved(page)

  // The template over the selection.
  await selectAll(page)
  await page.keyboard.press('Alt+Shift+1')
  await expect(page.getByTestId('credit-field')).toHaveValue('通訊員 供圖')
  await expect(page.getByTestId('credit-reading')).toContainText('提供 · 通訊員')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByTestId('credit-field')).toHaveValue('')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(page.getByTestId('credit-field')).toHaveValue('通訊員 供圖')

  // Fields of one photo for another.
  await tile(page, 'IMG_0001.jpg').click()
  await expect(page.getByTestId('caption-field')).toHaveValue('社區書記吳坤與吳坤在巡查。')
  await page.keyboard.press('ControlOrMeta+Alt+c')
  await tile(page, 'IMG_0002.jpg').click()
  await page.keyboard.press('ControlOrMeta+Alt+v')
  await expect(page.getByTestId('paste-apply')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('caption-field')).toHaveValue('社區書記吳坤與吳坤在巡查。')

  // Find and replace over everything, after a look.
  await selectAll(page)
  await page.keyboard.press('ControlOrMeta+Alt+r')
  await expect(page.getByTestId('rewrite-find').getByRole('textbox')).toBeFocused()
  await page.keyboard.insertText('吴坤')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('吳昆')
  await expect(page.getByTestId('rewrite-preview')).toContainText('2 張照片，共 2 處')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('rewrite-dialog')).toHaveCount(0)

  // The house style prints every credit anew.
  await page.getByTestId('open-desk').click()
  await page.getByTestId('house-style').click()
  await page.getByTestId('option-taiwan').click()
  await expect(page.getByTestId('style-examples')).toContainText('新華社發（陳穎／攝影）')
  await page.getByTestId('reprint-credits').click()
  await expect(page.getByTestId('desk-message')).toContainText('已重印 3 張照片的署名')
  await page.getByTestId('desk-close').click()
  await desk.quit()

  const { photos } = cutline('list', archive, '--sort', 'file') as {
    photos: { caption: string; credit: string; headline: string }[]
  }
  expect(photos.map(({ caption, credit, headline }) => [caption, credit, headline].join('|'))).toEqual([
    '社區書記吳昆與吳昆在巡查。|通訊員／提供|平安社區 03',
    '社區書記吳昆與吳昆在巡查。|通訊員／提供|平安社區 03',
    '|通訊員／提供|平安社區 01',
  ])
})

test('a guest list becomes a roster; its people are offered while typing; house rules find and fix slips', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  const archive = await deskWithPhotos(desk, folder, 2)
  await page.getByTestId('open-desk').click()
  await page.getByTestId('tab-people').click()
  await page.getByTestId('paste-guests').click()
  await page.getByTestId('guest-list').getByRole('textbox').fill('出席嘉賓：\n平安社區書記 吳來坤\n2. 王來香（志願者）')
  await page.getByTestId('add-guests').click()
  await expect(page.getByTestId('desk-message')).toContainText('加入了 2 人')
  await page.getByTestId('tab-checks').click()
  await page.getByTestId('level-no-credit').click()
  await page.getByTestId('option-block').click()
  await expect(page.getByTestId('desk-message')).toContainText('已儲存')
  await page.getByTestId('desk-close').click()

  // By pinyin initials, taken with a key; the caret goes on behind the name.
  await tile(page, 'IMG_0001.jpg').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F2')
  await expect(page.getByTestId('caption-field')).toBeFocused()
  await page.keyboard.type('wlk')
  await expect(page.getByTestId('completion').first()).toContainText('平安社區書記吳來坤')
  await page.keyboard.press('ControlOrMeta+1')
  await expect(page.getByTestId('caption-field')).toHaveValue('平安社區書記吳來坤')
  await page.keyboard.insertText('與王來鄉,合影')
  await expectSaved(page)

  // What is wrong is said, and put right by one key where it is certain.
  await expect(page.getByTestId('finding-no-credit')).toContainText('不得匯出')
  await expect(page.getByTestId('finding-name-near')).toContainText('「王來鄉」與人名冊的「王來香」只差一字')
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByTestId('caption-field')).toHaveValue('平安社區書記吳來坤與王來鄉,合影。')
  await expect(page.getByTestId('finding-no-full-stop')).toHaveCount(0)
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByTestId('caption-field')).toHaveValue('平安社區書記吳來坤與王來鄉，合影。')

  // An earlier caption is offered for the next photo.
  await tile(page, 'IMG_0002.jpg').click()
  await page.keyboard.press('F2')
  await expect(page.getByTestId('caption-field')).toBeFocused()
  await page.keyboard.insertText('平安社區')
  await expect(page.getByTestId('completion').last()).toContainText('用過的圖說')
  await page.getByTestId('completion').last().click()
  await expect(page.getByTestId('caption-field')).toHaveValue('平安社區書記吳來坤與王來鄉，合影。')
  await expectSaved(page)
  await desk.quit()

  const { photos } = cutline('list', archive) as { photos: { caption: string }[] }
  expect(new Set(photos.map(({ caption }) => caption))).toEqual(new Set(['平安社區書記吳來坤與王來鄉，合影。']))
})
