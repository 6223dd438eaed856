import { expect, test } from 'vitest'
import { missingPackages, type PackageSystem } from './system-packages.js'

const system = (installed: string[], available: string[]): PackageSystem => ({
  installed: (names) => Promise.resolve(new Set(installed.filter((name) => names.includes(name)))),
  available: (names) => Promise.resolve(new Set(available.filter((name) => names.includes(name)))),
})
const groups = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['fonts-noto-cjk']]

test.each([
  ['Debian 12', ['libgtk-3-0', 'libnss3', 'fonts-noto-cjk'], ['libgtk-3-0', 'libnss3', 'fonts-noto-cjk']],
  ['Ubuntu 24.04', ['libgtk-3-0t64', 'libnss3', 'fonts-noto-cjk'], ['libgtk-3-0t64', 'libnss3', 'fonts-noto-cjk']],
  ['lists never fetched', [], ['libgtk-3-0', 'libnss3', 'fonts-noto-cjk']],
])('packages go by the names of %s', async (_name, available, expected) => {
  expect(await missingPackages(groups, system([], available))).toEqual(expected)
})

test('either name of a package that is installed will do', async () => {
  const there = system(['libgtk-3-0', 'libnss3'], ['libgtk-3-0t64', 'fonts-noto-cjk'])
  expect(await missingPackages(groups, there)).toEqual(['fonts-noto-cjk'])
})

test('nothing is missing where everything is there', async () => {
  expect(await missingPackages(groups, system(['libgtk-3-0t64', 'libnss3', 'fonts-noto-cjk'], []))).toEqual([])
})
