import { expect, type Locator, type Page } from '@playwright/test'
import { cutline, deskWithPhotos, expectPainted, expectSaved, selectAll, test, tile } from './desk.js'

async function writeCaption(page: Page, file: string, text: string): Promise<void> {
  await tile(page, file).click()
  await expect(page.getByTestId('caption-field')).toBeEditable()
  await page.keyboard.press('F2')
  await expect(page.getByTestId('caption-field')).toBeFocused()
  await page.keyboard.insertText(text)
  await page.keyboard.press('ControlOrMeta+s')
  await expectSaved(page)
}

/** Opens the large view on a photo, in the mode for marking people. */
async function openMarking(page: Page, file: string): Promise<void> {
  await tile(page, file).dblclick()
  await expect(page.getByTestId('loupe-preview')).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByTestId('people-panel')).toBeVisible()
}

/** A place in the picture, in parts of it, as the pointer finds it. */
async function at(layer: Locator, x: number, y: number): Promise<[number, number]> {
  const frame = (await layer.boundingBox())!
  return [frame.x + frame.width * x, frame.y + frame.height * y]
}

/** A name as an input method hands it over: Enter while it composes is its own. */
async function compose(page: Page, text: string): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await client.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  })
  await client.send('Input.insertText', { text })
  await client.detach()
}

const names = (page: Page) => page.getByTestId('people-item').locator('button:first-child > span')
const caption = (page: Page) => page.getByTestId('caption-field')

test('people are clicked and drawn from left to right, named while composing, and their places go into the caption', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  const archive = await deskWithPhotos(desk, folder, 2)
  await writeCaption(page, 'IMG_0001.jpg', '社區書記吳坤（右）與志願者王來香、劉強在議事廳商量。')
  await openMarking(page, 'IMG_0001.jpg')
  const layer = page.getByTestId('people-layer')

  // A click makes a box of a sensible size and asks for the name; the caption's names are offered.
  await page.mouse.click(...(await at(layer, 0.2, 0.4)))
  await expect(page.getByTestId('person-suggestion')).toContainText(['吳坤', '王來香', '劉強'])
  await page.getByTestId('person-suggestion').first().click()
  await expect(names(page)).toHaveText(['吳坤'])

  // The next click takes the name that is being typed with it.
  await page.mouse.click(...(await at(layer, 0.5, 0.42)))
  await compose(page, '王來香')
  await expect(page.getByTestId('person-name')).toHaveValue('王來香')
  await page.mouse.move(...(await at(layer, 0.75, 0.3)))
  await page.mouse.down()
  await page.mouse.move(...(await at(layer, 0.85, 0.55)), { steps: 4 })
  await page.mouse.up()
  await page.keyboard.insertText('劉強')
  await page.keyboard.press('Enter')
  await expect(names(page)).toHaveText(['吳坤', '王來香', '劉強'])

  // Drawn over to the left of everybody, somebody is named first; undo puts them back, and one step is one change.
  const last = page.locator('[data-testid="person-box"][data-name="劉強"]')
  const box = (await last.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(...(await at(layer, 0.06, 0.42)), { steps: 4 })
  await page.mouse.up()
  await expect(names(page)).toHaveText(['劉強', '吳坤', '王來香'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(names(page)).toHaveText(['吳坤', '王來香', '劉強'])

  // What would be written is shown, and taken with one key; the wrong marker is replaced.
  await expect(page.getByTestId('positions-preview')).toContainText(
    '社區書記吳坤（左）與志願者王來香（中）、劉強（右）',
  )
  await page.screenshot({ path: 'test-results/people-marking.png' })
  await page.keyboard.press('m')
  await expect(caption(page)).toHaveValue('社區書記吳坤（左）與志願者王來香（中）、劉強（右）在議事廳商量。')
  await expect(page.getByTestId('people-field')).toHaveValue('吳坤、王來香、劉強')
  await expect(page.getByTestId('caption-pane')).toContainText('3 人已標註')
  await expect(page.getByTestId('positions-preview')).toContainText('不必改')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(caption(page)).toHaveValue('社區書記吳坤（右）與志願者王來香、劉強在議事廳商量。')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(page.getByTestId('people-field')).toHaveValue('吳坤、王來香、劉強')

  // A marker that the boxes contradict is found, and put right by the one key for it.
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('faint-person')).toHaveCount(3)
  await page.screenshot({ path: 'test-results/people-faint.png' })
  await caption(page).fill('吳坤（右）與王來香、劉強商量。')
  await page.keyboard.press('ControlOrMeta+s')
  await expectSaved(page)
  await expect(page.getByTestId('finding-positions')).toContainText('與照片上標出的人不符：吳坤')
  await page.getByTestId('fix-positions').click()
  await expect(caption(page)).toHaveValue('吳坤（左）與王來香、劉強商量。')
  await desk.quit()

  const { photos } = cutline('list', archive, '--sort', 'file') as {
    photos: { regions: { name: string; x: number; width: number; height: number }[] }[]
  }
  const regions = photos[0]!.regions
  expect(regions.map(({ name }) => name)).toEqual(['吳坤', '王來香', '劉強'])
  expect(regions[0]!.x + regions[0]!.width / 2).toBeCloseTo(0.2, 1)
  expect(regions[2]!.width).toBeCloseTo(0.1, 1)
  expect(regions[2]!.height).toBeCloseTo(0.25, 1)
})

test('everything by the keyboard alone; boxes are remembered, hidden and shown, and a selection is marked at once', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  const archive = await deskWithPhotos(desk, folder, 2)
  await writeCaption(page, 'IMG_0001.jpg', '居民在議事廳商量。')
  await page.getByTestId('contact-sheet').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('loupe-preview')).toBeVisible()
  await page.keyboard.press('p')
  const chosen = page.locator('[data-testid="person-box"][data-chosen="true"]')

  // Two people; the second stands right of the first.
  await page.keyboard.press('n')
  await page.keyboard.insertText('吳坤')
  await page.keyboard.press('Enter')
  await expect(chosen).toBeFocused()
  await page.keyboard.press('n')
  await page.keyboard.insertText('王來香')
  await page.keyboard.press('Enter')
  await expect(names(page)).toHaveText(['吳坤', '王來香'])
  await expect(chosen).toHaveAttribute('data-name', '王來香')

  // Moved and resized; Tab goes between them, Enter renames, Esc takes a name back.
  const before = (await chosen.boundingBox())!
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowUp')
  await expect.poll(async () => (await chosen.boundingBox())!.x).toBeLessThan(before.x)
  expect((await chosen.boundingBox())!.height).toBeLessThan(before.height)
  await page.keyboard.press('Shift+Tab')
  await expect(chosen).toHaveAttribute('data-name', '吳坤')
  await expect(chosen).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('誰')
  await page.keyboard.press('Escape')
  await expect(chosen).toHaveAttribute('data-name', '吳坤')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('吳坤生')
  await page.keyboard.press('Enter')
  await expect(names(page)).toHaveText(['吳坤生', '王來香'])

  // A third, removed again and brought back.
  await page.keyboard.press('Tab')
  await page.keyboard.press('n')
  await page.keyboard.insertText('劉強')
  await page.keyboard.press('Enter')
  await expect(names(page)).toHaveText(['吳坤生', '王來香', '劉強'])
  await page.keyboard.press('Delete')
  await expect(names(page)).toHaveText(['吳坤生', '王來香'])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(names(page)).toHaveText(['吳坤生', '王來香', '劉強'])

  // Esc leaves the mode; B hides the boxes, for good until it shows them.
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('people-panel')).toHaveCount(0)
  await expect(page.getByTestId('faint-person')).toHaveCount(3)
  await page.keyboard.press('b')
  await expect(page.getByTestId('faint-person')).toHaveCount(0)
  await page.keyboard.press('Escape')

  // The caption names nobody: it gets a list, for everything selected, after a look.
  await selectAll(page)
  await page.keyboard.press('ControlOrMeta+Alt+p')
  await expect(page.getByTestId('positions-changes')).toContainText('1 張照片會改動')
  await expect(page.getByTestId('positions-changes')).toContainText('圖為吳坤生（左）、王來香（中）、劉強（右）。')
  await expect(page.getByTestId('positions-apply')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('positions-dialog')).toHaveCount(0)
  await desk.quit()

  const { photos } = cutline('list', archive) as { photos: { caption: string; people: string[] }[] }
  expect(photos.map(({ caption: text, people }) => [text, ...people].join('|')).sort()).toEqual([
    '',
    '居民在議事廳商量。圖為吳坤生（左）、王來香（中）、劉強（右）。|吳坤生|王來香|劉強',
  ])

  // Still hidden after a restart.
  const again = await launch()
  await expectPainted(again.page, 2)
  await tile(again.page, 'IMG_0001.jpg').dblclick()
  await expect(again.page.getByTestId('loupe-preview')).toBeVisible()
  await expect(again.page.getByTestId('toggle-people')).toContainText('顯示')
  await expect(again.page.getByTestId('faint-person')).toHaveCount(0)
})
