import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { exiftoolPath } from 'exiftool-vendored'
import { answerDialog, type Desk, deskWithPhotos, expectSaved, selectAll, test, tile, tiles } from './desk.js'

const caption = '十一月二十一日晚，市民在北碼頭觀看「煙花」。'
const credit = '通訊員 柯陽 供圖'

/** Files of the story's photos, in its order. */
const order = (page: Page) =>
  page
    .getByTestId('story-photo')
    .evaluateAll((items) => items.map((item) => /IMG_\d+\.jpg/.exec(item.textContent)?.[0] ?? ''))

async function storyOfThree(desk: Desk, folder: string): Promise<void> {
  const { page } = desk
  await deskWithPhotos(desk, folder, 3)
  await selectAll(page)
  await page.getByTestId('caption-field').fill(caption)
  await page.getByTestId('credit-field').fill(credit)
  await expectSaved(page)
}

test('a story: made, filled by menu and by drag, put in order by keyboard and by drag, emptied', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  await storyOfThree(desk, folder)

  // By menu.
  await tile(page, 'IMG_0001.jpg').click()
  await page.getByTestId('add-to-story').click()
  await page.getByRole('menuitem').first().click()
  await expect(page.getByTestId('story-photo')).toHaveCount(1)
  await page.getByTestId('story-headline').fill('鷺灣港節閉幕')
  await page.getByTestId('story-text').fill('【本報訊】第十二屆鷺灣港節閉幕。')
  await expect(page.getByTestId('story-item')).toContainText('鷺灣港節閉幕')

  // By drag from the sheet to the list of stories.
  await page.getByTestId('listing-all').click()
  await expect(tiles(page)).toHaveCount(3)
  await tile(page, 'IMG_0002.jpg').dragTo(page.getByTestId('story-item'))
  await tile(page, 'IMG_0003.jpg').dragTo(page.getByTestId('story-item'))
  await expect(page.getByTestId('story-item')).toContainText('3')
  await page.getByTestId('story-item').getByRole('button').first().click()
  await expect.poll(() => order(page)).toEqual(['IMG_0001.jpg', 'IMG_0002.jpg', 'IMG_0003.jpg'])

  // By keyboard.
  await page.getByTestId('story-photo').first().click()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => order(page)).toEqual(['IMG_0002.jpg', 'IMG_0001.jpg', 'IMG_0003.jpg'])

  // By drag: the last before the first.
  const first = page.getByTestId('story-photo').first()
  await page
    .getByTestId('story-photo')
    .last()
    .dragTo(first, { targetPosition: { x: 60, y: 3 } })
  await expect.poll(() => order(page)).toEqual(['IMG_0003.jpg', 'IMG_0002.jpg', 'IMG_0001.jpg'])

  // A caption for this story alone.
  await first.click()
  await page.getByTestId('printed-caption-field').fill('見報時短一點。')
  await expect(page.getByTestId('printed-save-state')).toHaveAttribute('data-state', 'saved')
  await expect(page.getByTestId('caption-field')).toHaveValue(caption)

  // Removed from the story, not from the archive.
  await first.click()
  await page.keyboard.press('Delete')
  await expect.poll(() => order(page)).toEqual(['IMG_0002.jpg', 'IMG_0001.jpg'])
  await page.getByTestId('listing-all').click()
  await expect(tiles(page)).toHaveCount(3)
})

test('a story leaves as a bundle that other programs read', async ({ launch, folder }) => {
  const desk = await launch()
  const { page } = desk
  await storyOfThree(desk, folder)
  await page.getByTestId('add-to-story').click()
  await page.getByRole('menuitem').first().click()
  await page.getByTestId('story-headline').fill('鷺灣港節閉幕')
  await page.getByTestId('story-slug').fill('鷺灣港節')
  await page.getByTestId('story-text').fill('【本報訊】<b>港節</b>閉幕。')
  await page.getByTestId('story-text').blur()
  await expect(page.getByTestId('story-save-state')).toHaveAttribute('data-state', 'saved')

  const target = path.join(folder, '交稿')
  await mkdir(target)
  await answerDialog(desk.app, [target])
  await page.getByTestId('story-export').click()
  await page.getByTestId('export-preset-web').click()
  await expect(page.getByTestId('export-keep-makerNotes')).toBeDisabled()
  await page.getByTestId('export-keep-gps').check()
  await expect(page.getByTestId('export-preset-web')).toContainText('保留定位')
  await page.getByTestId('export-choose').click()
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-done')).toBeVisible()
  const bundle = await page.getByTestId('export-destination').textContent()
  expect(bundle).toContain(target)

  expect((await readdir(bundle ?? '')).sort()).toEqual(
    ['bag-info.txt', 'bagit.txt', 'data', 'manifest-sha256.txt', 'receipt.json', 'tagmanifest-sha256.txt'].sort(),
  )
  const payload = path.join(bundle ?? '', 'data')
  const files = await readdir(payload)
  expect(files.sort()).toEqual(
    [
      'article.docx',
      'article.html',
      'captions.csv',
      'captions.txt',
      'cutline.json',
      ...[1, 2, 3].map((n) => `鷺灣港節-0${n}.jpg`),
    ].sort(),
  )
  const manifest = (await readFile(path.join(bundle ?? '', 'manifest-sha256.txt'), 'utf8')).trimEnd().split('\n')
  expect(manifest).toHaveLength(files.length)
  for (const line of manifest) {
    const [sum, name = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(await readFile(path.join(bundle ?? '', name)))
        .digest('hex'),
    ).toBe(sum)
  }
  await expect(page.getByTestId('export-receipt')).toHaveAttribute('data-state', 'sound')
  const csv = await readFile(path.join(payload, 'captions.csv'))
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(await readFile(path.join(payload, 'article.html'), 'utf8')).toContain('&lt;b&gt;港節&lt;/b&gt;')

  const read = execFileSync(
    'perl',
    [await exiftoolPath(), '-json', '-G1', '-IPTC:all', '-XMP:all', path.join(payload, '鷺灣港節-01.jpg')],
    { encoding: 'utf8' },
  )
  const [tags] = JSON.parse(read) as Record<string, unknown>[]
  expect(tags).toMatchObject({
    'IPTC:Caption-Abstract': caption,
    'XMP-dc:Description': caption,
    'IPTC:Credit': credit,
    'XMP-photoshop:Credit': credit,
  })
})
