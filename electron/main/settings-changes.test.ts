import { expect, it } from 'vitest'
import { Settings, shellCommands } from '#contract'
import { settingsChanges, withRecent } from './settings-changes.js'

const now = Settings.parse({ language: 'en', thumbnailSize: 300, recentArchives: ['/a', '/b', '/c'] })
const changes = (given: object) => settingsChanges(shellCommands['shell.setSettings'].input.parse(given), given, now)

it('changes what was named and leaves the rest alone', () => {
  expect(changes({ theme: 'dark' })).toEqual({ theme: 'dark' })
  expect(changes({ language: null, exportZip: true })).toEqual({ language: null, exportZip: true })
  expect(changes({})).toEqual({})
  expect(changes({ window: { x: 1 } })).toEqual({})
})

it('lets recent archives be forgotten, not added', () => {
  expect(changes({ recentArchives: ['/c', '/elsewhere', '/a'] })).toEqual({ recentArchives: ['/a', '/c'] })
})

it('keeps ten recent archives, newest first, each once', () => {
  expect(withRecent(['/a', '/b'], '/b')).toEqual(['/b', '/a'])
  const many = Array.from({ length: 10 }, (_, n) => `/${n}`)
  expect(withRecent(many, '/new')).toEqual(['/new', ...many.slice(0, 9)])
})
