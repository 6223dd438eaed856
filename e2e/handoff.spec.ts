import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import {
  answerDialog,
  type Desk,
  expectPainted,
  expectSaved,
  handOn,
  importThroughDialog,
  newArchive,
  test,
  tile,
} from './desk.js'
import { makePhotos } from './photos.js'

const captions = {
  reporter: '市民在北碼頭觀看煙花。',
  editor: '市民昨晚在北碼頭觀看煙火。',
  again: '數千市民在北碼頭觀看煙花。',
}

async function openBundle({ app }: Desk, place: string, entry: string): Promise<void> {
  await answerDialog(app, [place])
  await app.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, entry)
}

async function writeCaption(page: Page, text: string): Promise<void> {
  await page.getByTestId('caption-field').fill(text)
  await expectSaved(page)
}

test('a story goes to another desk and comes back with a conflict that is decided', async ({ launch, folder }) => {
  test.slow()
  const reporter = await launch()
  await newArchive(reporter, path.join(folder, '記者圖庫'))
  await importThroughDialog(reporter, await makePhotos(path.join(folder, 'card'), 2))
  await expectPainted(reporter.page, 2)
  await reporter.page.getByTestId('contact-sheet').focus()
  await reporter.page.keyboard.press('ControlOrMeta+a')
  await writeCaption(reporter.page, captions.reporter)
  await reporter.page.getByTestId('add-to-story').click()
  await reporter.page.getByRole('menuitem').first().click()
  await reporter.page.getByTestId('story-headline').fill('鷺灣港節閉幕')
  await reporter.page.getByTestId('story-headline').blur()
  await expect(reporter.page.getByTestId('story-save-state')).toHaveAttribute('data-state', 'saved')
  const there = await handOn(reporter, path.join(folder, '交稿'), 'folder')

  await reporter.quit()

  // The editor's archive is empty: everything in the bundle is new, and comes in.
  const editor = await launch({ user: 'editor' })
  await newArchive(editor, path.join(folder, '編輯圖庫'))
  await openBundle(editor, there, 'open-bundle-folder')
  await expect(editor.page.getByTestId('bundle-sound')).toBeVisible()
  await expect(editor.page.getByTestId('bundle-count-new')).toContainText('2')
  await editor.page.getByTestId('bundle-take').click()
  await expect(editor.page.getByTestId('bundle-facts')).toContainText('新增 2 張')
  await editor.page.getByTestId('bundle-close').click()
  await tile(editor.page, 'IMG_0001.jpg').click()
  await expect(editor.page.getByTestId('caption-field')).toHaveValue(captions.reporter)
  await writeCaption(editor.page, captions.editor)
  await editor.page.getByTestId('story-item').getByRole('button').first().click()
  const back = await handOn(editor, path.join(folder, '退稿'), 'zip')
  await editor.quit()

  // Meanwhile the reporter has changed the same caption.
  const again = await launch()
  const { page } = again
  await expectPainted(page, 2)
  await page.getByTestId('listing-all').click()
  await tile(page, 'IMG_0001.jpg').click()
  await writeCaption(page, captions.again)
  await openBundle(again, back, 'open-bundle')
  await expect(page.getByTestId('bundle-count-both')).toContainText('1')
  await expect(page.getByTestId('conflict-here')).toHaveText(captions.again)
  await expect(page.getByTestId('conflict-there')).toHaveText(captions.editor)
  await expect(page.getByTestId('bundle-open')).toBeVisible()
  await page.getByTestId('conflict-take-there').click()
  await expect(page.getByTestId('bundle-open')).toHaveCount(0)
  await page.getByTestId('bundle-take').click()
  await expect(page.getByTestId('bundle-facts')).toContainText('更新 1 張')
  await expect(page.getByTestId('caption-field')).toHaveValue(captions.editor)

  // One step back.
  await page.getByTestId('bundle-undo').click()
  await expect(page.getByTestId('caption-field')).toHaveValue(captions.again)
})
