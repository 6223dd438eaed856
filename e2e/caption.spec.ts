import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import {
  cutline,
  type Desk,
  expectPainted,
  expectSaved,
  importThroughDialog,
  newArchive,
  selectAll,
  test,
  tile,
} from './desk.js'
import { makePhotos } from './photos.js'

let desk: Desk
let archive: string

test.beforeEach(async ({ launch, folder }) => {
  archive = path.join(folder, 'archive')
  desk = await launch()
  await newArchive(desk, archive)
  await importThroughDialog(desk, await makePhotos(path.join(folder, 'card'), 3))
  await expectPainted(desk.page, 3)
})

const field = (page: Page, name: string) => page.getByTestId(`${name}-field`)

test('captioning one photo', async () => {
  const { page } = desk
  await tile(page, 'IMG_0002.jpg').click()
  await field(page, 'caption').fill('市民在北碼頭觀看煙花。\n十一月二十一日晚')
  await field(page, 'credit').fill('通訊員 供圖')
  await expectSaved(page)
  await expect(tile(page, 'IMG_0002.jpg')).toContainText('市民在北碼頭')
  await expect(tile(page, 'IMG_0002.jpg').getByTestId('missing-credit')).toHaveCount(0)

  await desk.quit()
  const { photos } = cutline('list', archive, '--query', '北碼頭') as { photos: Record<string, unknown>[] }
  expect(photos).toEqual([
    expect.objectContaining({
      file: 'IMG_0002.jpg',
      caption: '市民在北碼頭觀看煙花。\n十一月二十一日晚',
      credit: '通訊員 供圖',
    }),
  ])
})

test('captioning many: what differs shows as mixed, and only what is edited changes', async () => {
  const { page } = desk
  await tile(page, 'IMG_0001.jpg').click()
  await field(page, 'caption').fill('第一張')
  await tile(page, 'IMG_0003.jpg').click()
  await field(page, 'caption').fill('第三張')
  await expectSaved(page)

  await selectAll(page)
  await expect(page.getByTestId('selected-count')).toContainText('3')
  await expect(field(page, 'caption')).toHaveValue('')
  await expect(field(page, 'caption')).toHaveAttribute('placeholder', /不一/)
  await field(page, 'credit').fill('記者 田城 攝')
  await expectSaved(page)

  await tile(page, 'IMG_0003.jpg').click()
  await expect(field(page, 'caption')).toHaveValue('第三張')
  await expect(field(page, 'credit')).toHaveValue('記者 田城 攝')
  await tile(page, 'IMG_0002.jpg').click()
  await expect(field(page, 'caption')).toHaveValue('')
  await expect(field(page, 'credit')).toHaveValue('記者 田城 攝')
})

test('undo and redo reach back over the session', async () => {
  const { page } = desk
  await selectAll(page)
  await field(page, 'credit').fill('通訊員 供圖')
  await expectSaved(page)
  await tile(page, 'IMG_0001.jpg').click()
  await field(page, 'headline').fill('煙花')
  await expectSaved(page)

  await page.getByTestId('undo').click()
  await expect(field(page, 'headline')).toHaveValue('')
  await expect(field(page, 'credit')).toHaveValue('通訊員 供圖')
  await page.getByTestId('undo').click()
  await expect(field(page, 'credit')).toHaveValue('')
  await expect(page.getByTestId('missing-credit')).toHaveCount(3)
  await page.getByTestId('redo').click()
  await expect(field(page, 'credit')).toHaveValue('通訊員 供圖')
  await expect(page.getByTestId('missing-credit')).toHaveCount(0)
})

test('an input method is never cut by a save', async () => {
  const { page } = desk
  await tile(page, 'IMG_0001.jpg').click()
  const caption = field(page, 'caption')
  await caption.click()
  const input = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('ㄊ')
  await compose('ㄊㄨ')
  // Longer than the pause after which text is saved.
  await page.waitForTimeout(2500)
  await expect(caption).toHaveValue('ㄊㄨ')
  await compose('ㄊㄨˊ')
  await input.send('Input.insertText', { text: '圖說' })
  await expectSaved(page)
  await expect(caption).toHaveValue('圖說')

  await desk.quit()
  const { photos } = cutline('list', archive, '--query', '圖說') as { photos: { id: string; caption: string }[] }
  expect(photos.map(({ caption }) => caption)).toEqual(['圖說'])
})

test('what is saved outlives a power cut', async ({ launch }) => {
  const { page } = desk
  await tile(page, 'IMG_0001.jpg').click()
  await field(page, 'caption').fill('斷電前存好的圖說')
  await expectSaved(page)
  desk.kill()

  const again = await launch()
  await tile(again.page, 'IMG_0001.jpg').click()
  await expect(again.page.getByTestId('caption-field')).toHaveValue('斷電前存好的圖說')
})
