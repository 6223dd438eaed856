import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WireError } from '#contract'
import { run } from './run.js'
import { terminalForTests } from './terminal-for-tests.js'

/** Command lines that end before any archive is touched. What they do with one is in cutline.test.ts. */

const id = '019ac5e4-0000-7000-8000-000000000000'
// Nobody gets far enough to start them.
const files = { children: { imaging: '/nowhere', copy: '/nowhere', twins: '/nowhere' }, resources: '/nowhere' }

async function ran(...words: string[]) {
  const terminal = terminalForTests()
  const code = await run(words, terminal, files)
  return { code, ...terminal.printed() }
}

test.each([
  ['no command', [], /Usage: cutline/],
  ['an unknown command', ['nope'], /unknown command 'nope'/],
  ['a group without its command', ['story'], /Usage: cutline story/],
  ['an unknown option', ['list', 'a', '--nope'], /unknown option '--nope'/],
  ['no archive', ['list'], /missing required argument 'archive'/],
  ['an empty archive', ['list', ''], /It is empty/],
  ['too many arguments', ['list', 'a', 'b'], /too many arguments/],
  ['nothing to import', ['import', 'a'], /Say what to import/],
  ['a malformed photo id', ['show', 'a', 'x'], /no photo id/],
  ['one malformed photo id of two', ['caption', 'a', id, 'x', '--caption', 'c'], /no photo id/],
  ['a malformed story id', ['story', 'show', 'a', id.replace('-7', '-4')], /no story id/],
  ['a malformed story to import into', ['import', 'a', 'b', '--story', 'x'], /no story id/],
  ['a limit of none', ['list', 'a', '--limit', '0'], /at least 1/],
  ['a limit that is no number', ['list', 'a', '--limit', '1e3'], /whole number/],
  ['a negative offset', ['list', 'a', '--offset=-1'], /at least 0/],
  ['an unknown order', ['list', 'a', '--sort', 'size'], /imported, taken, file/],
  ['an unknown preset', ['export', 'a', id, 'd', '--preset', 'nope'], /web,.* print,.* original/],
  ['an unknown source', ['rebuild', 'a', '--from', 'nowhere'], /catalog, originals/],
  ['nothing to write', ['caption', 'a', id], /nothing to write/],
  ['no photo to write to', ['caption', 'a', '--caption', 'c'], /No photo is named/],
  ['an unknown field', ['caption', 'a', id, '--set', 'colour=red'], /no field "colour".*takenAt/],
  ['a field that is not for people to set', ['caption', 'a', id, '--set', 'sha256=0'], /no field "sha256"/],
  ['a field without a value', ['caption', 'a', id, '--set', 'place'], /field=value/],
  ['a date that is none', ['caption', 'a', id, '--set', 'takenAt=yesterday'], /"takenAt".*2026-06-19/],
  ['nothing to change', ['story', 'edit', 'a', id], /nothing to change/],
  ['two texts', ['story', 'create', 'a', '--text', 't', '--text-file', 'f'], /not with both/],
])('wrong usage, exit 2: %s', async (_name, words, expected) => {
  const plain = await ran(...words)
  expect(plain).toMatchObject({ code: 2, out: '' })
  expect(plain.err).toMatch(expected)

  if (words.length < 2) return
  const json = await ran(...words, '--json')
  expect(json.code).toBe(2)
  const { error } = JSON.parse(json.out) as { error: unknown }
  expect(WireError.parse(error)).toMatchObject({ code: 'invalid-input' })
})

test('the article’s file is read before anything is made', async () => {
  const { code, out } = await ran('story', 'create', 'a', '--text-file', '/nowhere/article.txt', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    error: { code: 'file-unreadable', detail: { file: '/nowhere/article.txt' } },
  })
})

test('the version is the project’s', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(await ran('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test.each([
  [['--help'], ['init', 'import', 'list', 'show', 'caption', 'story', 'export', 'verify', 'rebuild']],
  [
    ['import', '--help'],
    ['--story', '--json'],
  ],
  [
    ['list', '--help'],
    ['--query', '--limit', '--offset', '--missing', '--sort', '--story', '--json'],
  ],
  [
    ['caption', '--help'],
    ['<photo-id...>', '--caption', '--credit', '--set', 'creators', 'takenAt', '--json'],
  ],
  [
    ['story', '--help'],
    ['create', 'edit', 'show', 'list', 'delete', 'add', 'remove', 'order', 'caption'],
  ],
  [
    ['export', '--help'],
    ['--preset', '--zip', '--language', '--json'],
  ],
  [
    ['rebuild', '--help'],
    ['--from', 'catalog', 'originals', '--json'],
  ],
])('help is an answer: %j', async (words, named) => {
  const { code, out, err } = await ran(...words)
  expect([code, err]).toEqual([0, ''])
  for (const name of named) expect(out).toContain(name)
})
