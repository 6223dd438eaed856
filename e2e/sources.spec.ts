import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import sharp from 'sharp'
import { writeDocx, writeZip } from '../electron/engine/ingest/handed-in-for-tests.js'
import { copy } from './clipboard.js'
import { answerDialog, dropFiles, expectPainted, newArchive, test, tile } from './desk.js'
import { makePhotos } from './photos.js'

const painted = (images: HTMLImageElement[]) => images.filter((image) => image.naturalWidth > 0).length

test('a Word document with five photos: looked at, then imported in one step with its captions', async ({
  launch,
  folder,
}) => {
  const files = await makePhotos(path.join(folder, 'shots'), 5)
  const document = path.join(folder, '端午龍舟賽.docx')
  const blocks: (string | Buffer)[] = ['端午龍舟賽 三十支隊伍競渡']
  for (const [at, file] of files.entries()) {
    blocks.push(await readFile(file), `圖${at + 1}：第${at + 1}支龍舟隊在內港衝向終點。通訊員 柯陽 供圖`)
  }
  await writeDocx(document, blocks)
  const desk = await launch()
  const { page } = desk
  await newArchive(desk, path.join(folder, '圖庫'))
  await answerDialog(desk.app, [document])
  await page.getByTestId('import-menu').click()
  await page.getByTestId('menu-import-files').click()
  const dialog = page.getByTestId('import-dialog')
  await expect(dialog.getByTestId('plan-new').getByRole('listitem')).toHaveCount(5)
  await expect(dialog).toContainText('第3支龍舟隊在內港衝向終點。　通訊員 柯陽 供圖')
  await expect(dialog.getByTestId('import-summary')).toContainText('Word 文件')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.screenshot({ path: 'test-results/import-dialog.png' })
  await page.getByTestId('import-start').click()
  await expect(dialog).toHaveCount(0)
  await expectPainted(page, 5)
  await tile(page, '端午龍舟賽-2.jpg').click()
  await expect(page.getByTestId('caption-field')).toHaveValue('第2支龍舟隊在內港衝向終點。')
  await expect(page.getByTestId('credit-field')).toHaveValue('通訊員 柯陽 供圖')
})

test('a zip, dropped: what is there already, what cannot be read, new names; a handful of photos comes in at once', async ({
  launch,
  folder,
}) => {
  const files = await makePhotos(path.join(folder, 'shots'), 3)
  // Chromium knows no file with a Chinese name where the system has no Chinese locale, as this test's may not.
  const zip = path.join(folder, 'photos.zip')
  const contents = await Promise.all(files.map((file) => readFile(file)))
  await writeZip(zip, {
    '第一天/1.jpg': contents[0]!,
    '第一天/2.jpg': contents[1]!,
    '3.jpg': contents[2]!,
    '筆記.txt': '採訪筆記',
  })
  const desk = await launch()
  const { page } = desk
  await newArchive(desk, path.join(folder, '圖庫'))
  await dropFiles(page, files.slice(0, 1))
  await expectPainted(page, 1)
  await dropFiles(page, [zip])
  const dialog = page.getByTestId('import-dialog')
  await expect(dialog.getByTestId('plan-new')).toContainText('2 張')
  await expect(dialog.getByTestId('import-start')).toBeFocused()
  await expect.poll(() => dialog.getByTestId('plan-new').locator('img').evaluateAll(painted)).toBe(2)
  await expect(dialog.getByTestId('plan-there')).toContainText('1 張')
  await expect(dialog.getByTestId('plan-refused')).toContainText('筆記.txt')
  await dialog.getByTestId('import-rename').locator('input').fill('龍舟-{seq:2}')
  await expect(dialog.getByTestId('plan-new')).toContainText('龍舟-03.jpg')
  await expect(dialog.getByTestId('import-start')).toBeEnabled()
  await page.keyboard.press('Enter')
  await expectPainted(page, 3)
})

test('pasting brings in a copied picture and copied files', async ({ launch, folder }) => {
  const [picture = '', file = ''] = await makePhotos(path.join(folder, 'shots'), 2)
  const desk = await launch()
  const { page } = desk
  await newArchive(desk, path.join(folder, '圖庫'))
  await copy(desk.app, 'image/png', await sharp(picture).png().toBuffer())
  await page.keyboard.press('ControlOrMeta+v')
  await expectPainted(page, 1)
  await expect(page.getByTestId('photo-tile')).toHaveAttribute('data-file', /^clipboard-.*\.png$/)
  await copy(desk.app, 'text/uri-list', Buffer.from(`${pathToFileURL(file).href}\r\n`))
  await page.keyboard.press('ControlOrMeta+v')
  await expectPainted(page, 2)
  await expect(tile(page, path.basename(file))).toBeVisible()
})

test('an import that a crash interrupted is offered at the next start', async ({ launch, folder }) => {
  const archive = path.join(folder, '圖庫')
  // Enough that they are still coming in when the crash does.
  const many = 240
  const files = await makePhotos(path.join(folder, '卡'), many, 1500)
  const first = await launch()
  await newArchive(first, archive)
  await answerDialog(first.app, files)
  await first.page.getByTestId('import-menu').click()
  await first.page.getByTestId('menu-import-files').click()
  await first.page.getByTestId('import-start').click()
  const journal = path.join(archive, 'catalog', 'journal.jsonl')
  const isRecorded = () => existsSync(journal) && readFileSync(journal, 'utf8').includes('.jpg')
  await expect.poll(isRecorded, { intervals: [5] }).toBe(true)
  first.kill()
  const second = await launch({ archive })
  const banner = second.page.getByTestId('unfinished-import')
  await expect(banner).toContainText('上次匯入未完成')
  await second.page.setViewportSize({ width: 1280, height: 800 })
  await second.page.screenshot({ path: 'test-results/unfinished-import.png' })
  await second.page.getByTestId('import-continue').click()
  await expect(banner).toHaveCount(0)
  await expect(second.page.getByTestId('listing-all')).toContainText(String(many))
})
