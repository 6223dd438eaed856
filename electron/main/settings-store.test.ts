import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Settings } from '#contract'
import { SettingsStore } from './settings-store.js'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-settings-'))
  file = path.join(folder, 'settings.json')
})
afterEach(() => rm(folder, { recursive: true }))

const defaults = Settings.parse({})
const window = { x: 10, y: 20, width: 1200, height: 800, maximized: true }

it('starts with defaults and writes nothing before something changes', async () => {
  const store = await SettingsStore.open(file)
  expect(store.settings).toEqual(defaults)
  expect(store.window).toBeNull()
  expect(await readdir(folder)).toEqual([])
})

it('remembers across launches, and keeps the window’s place out of the settings', async () => {
  const first = await SettingsStore.open(file)
  await first.change({ theme: 'dark', recentArchives: ['/圖庫'] })
  await first.change({ window })
  const second = await SettingsStore.open(file)
  expect(second.settings).toEqual({ ...defaults, theme: 'dark', recentArchives: ['/圖庫'] })
  expect(second.window).toEqual(window)
})

it.each(['{"theme": "da', '', '[1]', '"text"'])(
  'falls back to defaults where the file holds %j, kept as .bad',
  async (text) => {
    await writeFile(file, text)
    const store = await SettingsStore.open(file)
    expect(store.settings).toEqual(defaults)
    expect(await readFile(`${file}.bad`, 'utf8')).toBe(text)
    await store.change({ theme: 'light' })
    expect((await SettingsStore.open(file)).settings.theme).toBe('light')
  },
)

it('loses only the field that makes no sense', async () => {
  const text = JSON.stringify({ theme: 'purple', language: 'zh-Hans', thumbnailSize: 240, window: { x: 'left' } })
  await writeFile(file, text)
  const store = await SettingsStore.open(file)
  expect(store.settings).toEqual({ ...defaults, language: 'zh-Hans', thumbnailSize: 240 })
  expect(store.window).toBeNull()
  expect(await readFile(`${file}.bad`, 'utf8')).toBe(text)
})
