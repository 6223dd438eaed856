import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { password, type ServerForTests, sftpServer, user } from '../electron/engine/delivery/servers-for-tests.js'
import { answerDialog, type Desk, deskWithPhotos, selectAll, storyOfSelection, test as deskTest } from './desk.js'

/** Also a real SFTP server over the folder `there`. */
const test = deskTest.extend<{ there: string; server: ServerForTests }>({
  there: async ({ folder }, use) => {
    const there = path.join(folder, '印務中心')
    await mkdir(path.join(there, '來稿'), { recursive: true })
    await use(there)
  },
  server: async ({ there }, use) => {
    const server = await sftpServer(there)
    await use(server)
    await server.close()
  },
})

const wrong = 'mistyped-91cd'

/** Puts a key store, or none, in the place of the one that the test's computer has or lacks. This one turns every bit round. */
/* eslint-disable @typescript-eslint/no-deprecated -- what the application itself calls, see system-cipher.ts */
async function haveKeyStore(app: ElectronApplication, has: boolean): Promise<void> {
  await app.evaluate(({ safeStorage }, available) => {
    const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff))
    safeStorage.isEncryptionAvailable = () => available
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret'
    safeStorage.encryptString = (plain) => turned(Buffer.from(plain))
    safeStorage.decryptString = (sealed) => turned(sealed).toString()
  }, has)
}
/* eslint-enable @typescript-eslint/no-deprecated */

const box = (page: Page, id: string) => page.getByTestId(id).locator('input')

/** Fills the editor of destinations in, all but the password. */
async function describeServer(page: Page, { port }: ServerForTests): Promise<void> {
  await box(page, 'destination-name').fill('印務中心')
  await box(page, 'destination-host').fill('127.0.0.1')
  await box(page, 'destination-port').fill(String(port))
  await box(page, 'destination-folder').fill('來稿')
  await box(page, 'destination-user').fill(user)
}

/** Each file below a folder, by its path in it. */
async function filesBelow(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.map(async (file) => [path.relative(folder, file), await readFile(file)] as const)),
  )
}

/** Files that hold a text, whichever way programs write texts down. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64')),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    Buffer.from(encodeURIComponent(text)),
  ]
  return [...(await filesBelow(folder))]
    .filter(([, bytes]) => forms.some((form) => bytes.includes(form)))
    .map(([file]) => file)
}

/** A story whose export dialog is open, with a folder chosen that bundles are written into. */
async function readyToExport(desk: Desk, folder: string): Promise<{ archive: string; outgoing: string }> {
  const { page, app } = desk
  const archive = await deskWithPhotos(desk, folder, 2)
  await selectAll(page)
  await storyOfSelection(page, { headline: '鷺灣港節閉幕', slug: '鷺灣港節' })
  const outgoing = path.join(folder, '交稿')
  await mkdir(outgoing)
  await answerDialog(app, [outgoing])
  await page.getByTestId('story-export').click()
  await page.getByTestId('export-form-folder').click()
  await page.getByTestId('export-choose').click()
  return { archive, outgoing }
}

test('a destination is added and tested, a story is sent there byte for byte, and its password is kept nowhere', async ({
  launch,
  folder,
  there,
  server,
}) => {
  test.slow()
  const desk = await launch()
  const { page } = desk
  await haveKeyStore(desk.app, false)
  const { archive, outgoing } = await readyToExport(desk, folder)

  await page.getByTestId('destination-new').click()
  await expect(page.getByTestId('destination-test')).toBeDisabled()
  await describeServer(page, server)
  const said = page.getByTestId('destination-message')

  // A wrong password: what to do about it, and nothing of it repeated.
  await box(page, 'destination-secret').fill(wrong)
  await page.getByTestId('destination-test').click()
  await expect(said).toHaveText('對方不接受這個帳號或密碼，什麼都沒有送出。請核對帳號，重新輸入密碼，再試一次。')
  await expect(page.getByTestId('destination-key')).toContainText('首次連線時記下')

  // A folder that is not there.
  await box(page, 'destination-secret').fill(password)
  await box(page, 'destination-folder').fill('沒有這裡')
  await page.getByTestId('destination-test').click()
  await expect(said).toContainText('請檢查路徑和權限')
  await box(page, 'destination-folder').fill('來稿')

  // It answers, and the key that it showed is noted.
  await page.getByTestId('destination-test').click()
  await expect(said).toHaveText('連線成功。')
  await expect(page.getByTestId('destination-key')).toContainText('SHA256:')
  // This computer has no key store: the desk is told, and the password is asked for again each time.
  await expect(page.getByTestId('destination-secret')).toContainText('沒有可靠的密鑰庫')
  await page.getByTestId('destination-save').click()
  await expect(page.getByTestId('export-send-to')).toContainText('印務中心')
  // What was typed a moment ago is not asked for twice.
  await expect(box(page, 'export-secret')).toHaveValue(password)

  for (const form of ['folder', 'zip'] as const) {
    await page.getByTestId(`export-form-${form}`).click()
    await page.getByTestId('export-start').click()
    await expect(page.getByTestId('export-sent')).toContainText(`sftp://127.0.0.1:${server.port}/來稿/鷺灣港節`)
    await expect(page.getByTestId('export-receipt')).toHaveAttribute('data-state', 'sound')
    await page.getByTestId('export-again').click()
  }
  const written = await filesBelow(outgoing)
  expect([...written.keys()]).toEqual(
    expect.arrayContaining([
      '鷺灣港節.zip',
      ...['bagit.txt', 'manifest-sha256.txt'].map((file) => path.join('鷺灣港節', file)),
    ]),
  )
  expect(written.size).toBeGreaterThan(6)
  const arrived = await filesBelow(path.join(there, '來稿'))
  expect([...arrived.keys()].sort()).toEqual([...written.keys()].sort())
  for (const [file, bytes] of written) expect(arrived.get(file)?.equals(bytes), file).toBe(true)

  // Opened anew, the dialog knows the destination and asks for the password.
  await page.keyboard.press('Escape')
  await page.getByTestId('story-export').click()
  await page.getByTestId('export-send-to').click()
  await page.getByRole('option', { name: '印務中心' }).click()
  await expect(box(page, 'export-secret')).toHaveValue('')
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-dialog').getByRole('alert').filter({ hasText: '請輸入密碼' })).toBeVisible()

  // With a wrong one the bundle stays here, and the desk reads why.
  await box(page, 'export-secret').fill(wrong)
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-not-sent')).toContainText('印務中心：對方不接受這個帳號或密碼')
  await expect(page.getByTestId('export-not-sent')).toContainText('重新輸入密碼，再試一次')
  await expect(page.getByTestId('job-ended').filter({ hasText: '沒有送到印務中心' })).toHaveCount(1)
  expect((await readdir(path.join(there, '來稿'))).sort()).toEqual(['鷺灣港節', '鷺灣港節.zip'])

  await desk.quit()
  const settings = await readFile(path.join(folder, 'user-reporter', 'settings.json'), 'utf8')
  expect(settings).toContain(outgoing)
  // Neither in the archive, nor in settings.json or anything else of this user's, nor in what was handed on.
  expect((await filesBelow(archive)).size).toBeGreaterThan(5)
  for (const secret of [password, wrong]) expect(await filesWith(folder, secret)).toEqual([])
})

test('with a key store a password is kept once the other side has taken it, and the next story goes without asking', async ({
  launch,
  folder,
  there,
  server,
}) => {
  test.slow()
  const desk = await launch()
  const { page } = desk
  await haveKeyStore(desk.app, true)
  await readyToExport(desk, folder)
  await page.getByTestId('destination-new').click()
  await describeServer(page, server)
  await expect(page.getByTestId('destination-secret')).toContainText('存在這台電腦的密鑰庫')
  await page.getByTestId('destination-save').click()

  // One that the other side refuses is asked for again.
  await box(page, 'export-secret').fill(wrong)
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-not-sent')).toContainText('重新輸入密碼')
  await page.getByTestId('export-again').click()
  await box(page, 'export-secret').fill(password)
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-sent')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByTestId('story-export').click()
  await page.getByTestId('export-send-to').click()
  await page.getByRole('option', { name: '印務中心' }).click()
  await expect(page.getByTestId('destination-edit')).toBeVisible()
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-sent')).toBeVisible()
  expect(await readdir(path.join(there, '來稿'))).toHaveLength(2)

  // The connection is tested with what is kept, too.
  await page.getByTestId('export-again').click()
  await expect(page.getByTestId('export-secret')).toHaveCount(0)
  await page.getByTestId('destination-edit').click()
  await expect(page.getByTestId('destination-secret')).toContainText('要換才填')
  await page.getByTestId('destination-test').click()
  await expect(page.getByTestId('destination-message')).toHaveText('連線成功。')
  await page.keyboard.press('Escape')

  await desk.quit()
  expect(await filesWith(folder, password)).toEqual([])
})
