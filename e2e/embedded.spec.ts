import path from 'node:path'
import { expect } from '@playwright/test'
import { ExifTool } from 'exiftool-vendored'
import { encodeAs, writeWithIim } from '../electron/engine/metadata/iim-for-tests.js'
import { expectPainted, importThroughDialog, newArchive, test, tile } from './desk.js'
import { makePhotos } from './photos.js'

test('what a file says is shown source by source; another value is taken, an encoding changed, both undone', async ({
  launch,
  folder,
}) => {
  const card = path.join(folder, 'card')
  const [differing = ''] = await makePhotos(card, 1)
  const exiftool = new ExifTool({ maxProcs: 1 })
  await exiftool.write(
    differing,
    {
      'XMP-dc:Description': '嘉賓在平安社區鄰里節上合影，左二為吳坤。',
      'XMP-dc:Description-en': 'Guests at the neighbourhood festival.',
      'IPTC:CodedCharacterSet': 'UTF8',
      'IPTC:Caption-Abstract': '嘉賓合影。',
      'XMP-photoshop:Credit': '通訊員 柯陽 供圖',
      'IPTC:Credit': '通訊員 柯陽 供圖',
      'XMP-photoshop:City': '陽新縣',
      'IFD0:Make': 'Canon',
      'IFD0:Model': 'Canon EOS R5',
      'XMP-crs:Version': '15.0',
    } as object,
    { writeArgs: ['-overwrite_original'] },
  )
  await exiftool.end()
  // Two bytes say too little: 福 in GBK is read as Big5, and the choice is flagged.
  const old = path.join(card, 'old.jpg')
  await writeWithIim(old, [['Headline', encodeAs('福', 'gb18030')]])

  const { app, page } = await (async () => {
    const desk = await launch()
    await newArchive(desk, path.join(folder, 'archive'))
    await importThroughDialog(desk, [differing, old])
    await expectPainted(desk.page, 2)
    return desk
  })()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1280, 800))

  await tile(page, path.basename(differing)).click()
  await expect(page.getByTestId('caption-field')).toHaveValue('嘉賓在平安社區鄰里節上合影，左二為吳坤。')
  await page.getByTestId('embedded-open').click()
  const caption = page.getByTestId('embedded-caption')
  await expect(caption).toContainText('XMP 優先於 IIM 和 EXIF')
  await expect(caption).toContainText('Guests at the neighbourhood festival.')
  await expect(page.getByTestId('embedded-credit')).toContainText('XMP IIM')
  await expect(page.getByTestId('embedded-namespaces')).toContainText('crs')
  await page.screenshot({ path: 'test-results/embedded.png' })
  await page.getByTestId('take-caption-iim').click()
  await expect(page.getByTestId('take-caption-xmp')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('caption-field')).toHaveValue('嘉賓合影。')
  await page.getByTestId('undo').click()
  await expect(page.getByTestId('caption-field')).toHaveValue('嘉賓在平安社區鄰里節上合影，左二為吳坤。')

  await tile(page, 'old.jpg').click()
  const headline = page.getByTestId('headline-field')
  await expect(headline).toHaveValue('腦')
  await page.getByTestId('embedded-open').click()
  await expect(page.getByTestId('encoding-doubt')).toBeVisible()
  await page.screenshot({ path: 'test-results/embedded-encoding.png' })
  await page.getByTestId('encoding-choice').click()
  await page.getByTestId('option-gb18030').click()
  await expect(page.getByTestId('embedded-headline')).toContainText('福')
  await page.keyboard.press('Escape')
  await expect(headline).toHaveValue('福')
  await page.getByTestId('undo').click()
  await expect(headline).toHaveValue('腦')
})
