import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { answerDialog, expectPainted, expectSaved, importThroughDialog, newArchive, test } from './desk.js'
import { makePhotos } from './photos.js'

test('screens', async ({ launch, folder }) => {
  const desk = await launch()
  const { page, app } = desk
  await newArchive(desk, path.join(folder, 'archive'))
  await importThroughDialog(desk, await makePhotos(path.join(folder, 'card'), 4))
  await expectPainted(page, 4)
  const edits = [
    { caption: '吳坤明在平安社區書記吳坤陪同下參觀。', people: ['吳坤', '吳坤明'], credit: '通訊員 柯陽 供圖' },
    { caption: '冠軍吴坤領獎。', people: ['吳昆'], credit: '通訊員柯陽供圖' },
    { caption: '觀眾鼓掌。', people: ['萬鼎'], expires: new Date(Date.now() + 864e6).toISOString().slice(0, 10) },
  ]
  await page.evaluate(async (edits) => {
    const call = (window as any).cutline.invoke
    const { output } = await call('photos.ids', { query: {}, offset: 0, limit: 9 })
    for (const [at, set] of edits.entries()) await call('photos.edit', { ids: [output.ids[at]], set })
    const story = await call('stories.create', { headline: '吳坤獲獎' })
    await call('stories.addPhotos', { id: story.output.story.id, photoIds: output.ids.slice(0, 2) })
    await call('stories.edit', { id: story.output.story.id, set: { text: '市運會昨日閉幕。冠軍吳坤說，明年再來。' } })
    await call('stories.create', { headline: '另一篇' })
  }, edits)
  await mkdir(path.join(folder, '交稿'))
  await answerDialog(app, [path.join(folder, '交稿')])
  await page.getByTestId('story-item').filter({ hasText: '吳坤獲獎' }).first().click()
  await page.getByTestId('story-export').click()
  await page.getByTestId('export-choose').click()
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-done')).toBeVisible({ timeout: 60000 })
  await page.keyboard.press('Escape')
  await page.getByTestId('listing-worklists').click()
  await expect(page.getByTestId('worklist-caption')).toBeVisible()
  await page.screenshot({ path: '/tmp/org-worklists.png' })
  await page.getByTestId('worklist-spelling-person').click()
  await expect(page.getByTestId('spelling-group').first()).toBeVisible()
  await page.screenshot({ path: '/tmp/org-spellings.png' })
  await page.getByTestId('unify').first().click()
  await page.getByTestId('correct-from').fill('吳坤')
  await page.getByTestId('correct-to').fill('吳昆')
  await page.getByTestId('correct-find').click()
  await expect(page.getByTestId('found').first()).toBeVisible()
  await page.screenshot({ path: '/tmp/org-corrections.png' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: '/tmp/org-corrections-dark.png' })
  await page.getByTestId('correct-apply').click()
  await expect(page.getByTestId('bundles-to-correct')).toBeVisible()
  await page.screenshot({ path: '/tmp/org-bundles-dark.png' })
  await page.getByTestId('reissue').click()
  await page.waitForTimeout(4000)
  await page.screenshot({ path: '/tmp/org-reissued-dark.png' })
  await page.getByTestId('listing-worklists').click()
  await page.screenshot({ path: '/tmp/org-worklists-dark.png' })
  void expectSaved
})
