import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { expectPainted, test, tile } from './desk.js'

/** Made by `npm run package -- --linux dir`. */
const folder = path.resolve(import.meta.dirname, '..', 'release', 'linux-unpacked')

test.skip(!existsSync(path.join(folder, 'cutline')), 'skipped: there is no packaged application for Linux in release/')

test('the packaged application starts and shows thumbnails', async ({ launch }) => {
  const { app, page } = await launch({ packaged: path.join(folder, 'cutline') })
  expect(await app.evaluate(({ app }) => app.isPackaged)).toBe(true)
  await page.getByTestId('try-sample').click()
  await expectPainted(page, 6)
  await tile(page, '01-harbour-fireworks.jpg').click()
  await expect(page.getByTestId('caption-field')).not.toHaveValue('')
})

test('the licence of what may be replaced comes along', () => {
  const licence = readFileSync(path.join(folder, 'resources', 'licences', 'libheif.txt'), 'utf8')
  expect(licence).toContain('LESSER GENERAL PUBLIC LICENSE')
})

test('the packaged command line works, with the Node that came along', () => {
  const answer = execFileSync(path.join(folder, 'resources', 'bin', 'cutline'), ['--version'], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
  })
  expect(answer.trim()).toMatch(/^\d+\.\d+\.\d+$/)
})
