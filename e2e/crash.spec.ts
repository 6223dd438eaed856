import { expect } from '@playwright/test'
import { deskWithPhotos, expectSaved, killEngine, test, tile } from './desk.js'

test('the engine dies while a caption is typed: the window says so, and nothing is lost', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  await deskWithPhotos(desk, folder, 2)
  await tile(page, 'IMG_0001.jpg').click()
  const caption = page.getByTestId('caption-field')
  await caption.fill('崩潰前存好的')
  await expectSaved(page)

  await caption.fill('崩潰前存好的，和崩潰時正在打的')
  expect(killEngine(desk)).toBe(true)
  await expectSaved(page)
  await expect(caption).toHaveValue('崩潰前存好的，和崩潰時正在打的')

  await tile(page, 'IMG_0002.jpg').click()
  await expect(caption).toHaveValue('')
  await tile(page, 'IMG_0001.jpg').click()
  await expect(caption).toHaveValue('崩潰前存好的，和崩潰時正在打的')
  await expect(tile(page, 'IMG_0001.jpg')).toContainText('正在打的')
})
