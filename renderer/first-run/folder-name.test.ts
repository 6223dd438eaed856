import { expect, it } from 'vitest'
import { nameOfFolder } from './folder-name.js'

it.each([
  ['/home/陳/圖庫', '圖庫'],
  ['/home/陳/圖庫/', '圖庫'],
  ['C:\\Users\\Chan\\Desk 2026', 'Desk 2026'],
  ['C:\\', 'C:'],
  ['/', '/'],
])('%s is called %s', (folder, name) => {
  expect(nameOfFolder(folder)).toBe(name)
})
