import { existsSync } from 'node:fs'
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BagReason } from '#contract'
import { algorithms } from './algorithms.js'
import {
  bagOf,
  type Files,
  isPayload,
  manifestOf,
  renamedInZip,
  sumOf,
  writeFolder,
  writeZip,
} from './bag-for-tests.js'
import { decodePath, encodePath, pathProblem } from './bag-path.js'
import { checkBag } from './check-bag.js'

const payload: Files = { 'data/圖 1.jpg': '一', 'data/文/稿.txt': '二' }
const reasonsOf = async (place: string) => [...new Set((await checkBag(place)).problems.map(({ reason }) => reason))]
const inFolder = async (files: Files) => reasonsOf(await writeFolder(files))

/** A bag whose tag manifest is written anew, so that nothing but the change is wrong with it. */
function changed(change: (files: Files) => void, { payloadLines = '' } = {}): Files {
  const files: Files = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    ...payload,
  }
  files['manifest-sha256.txt'] = manifestOf(files, 'sha256', isPayload) + payloadLines
  change(files)
  files['tagmanifest-sha256.txt'] ??= manifestOf(files, 'sha256', (name) => !isPayload(name))
  return files
}

describe('the conformance suite of BagIt 1.0', () => {
  const suite = path.resolve('../shared/standards/bagit-1.0')
  const there = existsSync(suite)
  const expected: Record<string, BagReason[]> = {
    'same-filename-listed-twice-with-the-same-hash': ['listed-twice'],
    'same-filename-listed-twice-with-different-hashes': ['declaration-malformed', 'listed-twice'],
    notAllManifestsListAllFiles: ['not-listed'],
    'bagit-with-invalid-whitespace': ['declaration-malformed'],
  }

  test.skipIf(!there)('every valid bag is accepted (skipped where the suite is absent)', async () => {
    const names = await readdir(path.join(suite, 'valid'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect((await checkBag(path.join(suite, 'valid', name))).problems, name).toEqual([])
  })

  test.skipIf(!there)('every invalid bag is refused with the reason (skipped where the suite is absent)', async () => {
    const names = await readdir(path.join(suite, 'invalid'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const reasons = await reasonsOf(path.join(suite, 'invalid', name))
      expect(reasons, name).not.toEqual([])
      for (const reason of expected[name] ?? []) expect(reasons, name).toContain(reason)
    }
  })
})

describe('a sound bag', () => {
  test.each(algorithms)('with %s, as a folder and as a zip', async (algorithm) => {
    const files = bagOf(payload, algorithm)
    const folder = await checkBag(await writeFolder(files))
    expect(folder.problems).toEqual([])
    expect(folder.declaration).toEqual({ version: '1.0', encoding: 'UTF-8' })
    expect(folder.payload.find(({ path }) => path === 'data/圖 1.jpg')).toEqual({
      path: 'data/圖 1.jpg',
      bytes: 3,
      checksums: { [algorithm]: sumOf(algorithm, '一') },
    })
    expect((await checkBag(await writeZip(files))).problems).toEqual([])
    expect((await checkBag(await writeZip(files, { base: '' }))).problems).toEqual([])
  })

  test('with several manifests, bag-info in lines that go on, capital checksums and an oxum', async () => {
    const files = changed((all) => {
      all['manifest-md5.txt'] = manifestOf(all, 'md5', isPayload)
        .toUpperCase()
        .replaceAll('DATA/', 'data/')
        .replaceAll('.JPG', '.jpg')
        .replaceAll('.TXT', '.txt')
      all['bag-info.txt'] =
        'Source-Organization: 本報\r\nExternal-Description: 第一行\r\n  第二行\r\nPayload-Oxum: 6.2\r\n'
    })
    const report = await checkBag(await writeFolder(files))
    expect(report.problems).toEqual([])
    expect(report.info).toEqual([
      ['Source-Organization', '本報'],
      ['External-Description', '第一行 第二行'],
      ['Payload-Oxum', '6.2'],
    ])
  })

  test.each([
    ['ISO-8859-1', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16LE', (text: string) => Buffer.from(text, 'utf16le')],
    ['gb18030', (text: string) => Buffer.from(text, 'ascii')],
  ])('with tag files in %s', async (encoding, encode) => {
    const files: Files = { 'data/a.txt': '甲' }
    const manifest = encode(manifestOf(files, 'sha256', isPayload))
    files['bagit.txt'] = `BagIt-Version: 1.0\nTag-File-Character-Encoding: ${encoding}\n`
    files['manifest-sha256.txt'] = manifest
    files['bag-info.txt'] = encode('Source-Organization: Desk\n')
    const report = await checkBag(await writeFolder(files))
    expect(report.problems).toEqual([])
    expect(report.info).toEqual([['Source-Organization', 'Desk']])
  })

  test('of version 0.97 with asterisks and a bare percent sign', async () => {
    const files: Files = {
      'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
      'data/50%25.txt': '半',
    }
    files['manifest-md5.txt'] = `${sumOf('md5', '半')} *data/50%25.txt\n`
    expect(await inFolder(files)).toEqual([])
  })

  test('whose manifest writes a name composed and whose disk has it decomposed', async () => {
    const files: Files = { ['data/café.txt'.normalize('NFD')]: '咖' }
    files['bagit.txt'] = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
    files['manifest-sha256.txt'] = `${sumOf('sha256', '咖')}  ${'data/café.txt'.normalize('NFC')}\n`
    expect((await checkBag(await writeZip(files))).problems).toEqual([])
  })

  test.skipIf(process.platform === 'win32')('with line ends and percent signs in names (not on Windows)', async () => {
    expect(await inFolder(bagOf({ 'data/一\n二\r三 100%.txt': '怪', 'data/%0A': '真' }))).toEqual([])
  })
})

const line = (path: string, content = '') => `${sumOf('sha256', content)}  ${path}\n`

describe('refused with the reason', () => {
  test.each<[string, BagReason, Files]>([
    ['without bagit.txt', 'no-declaration', changed((all) => delete all['bagit.txt'])],
    [
      'bagit.txt with a byte order mark',
      'declaration-malformed',
      changed((all) => (all['bagit.txt'] = `\ufeff${all['bagit.txt'] as string}`)),
    ],
    [
      'bagit.txt with three lines',
      'declaration-malformed',
      changed((all) => (all['bagit.txt'] = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n')),
    ],
    ['bagit.txt with one line', 'declaration-malformed', changed((all) => (all['bagit.txt'] = 'BagIt-Version: 1.0\n'))],
    [
      'a later version',
      'version-unknown',
      changed((all) => (all['bagit.txt'] = 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n')),
    ],
    [
      'an unknown encoding',
      'encoding-unknown',
      changed((all) => (all['bagit.txt'] = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: klingon\n')),
    ],
    [
      'tag files that are not in their encoding',
      'tag-file-malformed',
      changed((all) => (all['bag-info.txt'] = Buffer.from([0x41, 0x3a, 0xff]))),
    ],
    ['no manifest', 'no-manifest', changed((all) => delete all['manifest-sha256.txt'])],
    [
      'no payload folder',
      'no-payload-folder',
      { 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', 'manifest-md5.txt': '' },
    ],
    ['a manifest of an unknown algorithm', 'algorithm-unknown', changed((all) => (all['manifest-crc32.txt'] = ''))],
    [
      'a malformed manifest line',
      'tag-file-malformed',
      changed(() => undefined, { payloadLines: 'deadbeef data/圖 1.jpg\n' }),
    ],
    ['a malformed bag-info', 'tag-file-malformed', changed((all) => (all['bag-info.txt'] = 'no colon\n'))],
    ['a file twice', 'listed-twice', changed(() => undefined, { payloadLines: line('data/圖 1.jpg', '一') })],
    ['a listed file that is missing', 'missing', changed(() => undefined, { payloadLines: line('data/無.jpg') })],
    ['a payload file that is not listed', 'not-listed', { ...changed(() => undefined), 'data/多.txt': '' }],
    ['a changed payload file', 'checksum', { ...changed(() => undefined), 'data/圖 1.jpg': '二' }],
    [
      'a changed tag file',
      'checksum',
      { ...changed((all) => (all['bag-info.txt'] = 'A: 1\n')), 'bag-info.txt': 'A: 2\n' },
    ],
    [
      'a missing tag file',
      'missing',
      changed(
        (all) =>
          (all['tagmanifest-sha256.txt'] =
            line('manifest-sha256.txt', all['manifest-sha256.txt'] as string) + line('notes.txt')),
      ),
    ],
    [
      'a tag manifest without a payload manifest',
      'tag-manifest-incomplete',
      changed((all) => (all['tagmanifest-sha256.txt'] = '')),
    ],
    [
      'a tag manifest that lists one',
      'tag-file-malformed',
      changed((all) => (all['tagmanifest-sha256.txt'] = line('tagmanifest-sha256.txt'))),
    ],
    [
      'a manifest that lists tag files',
      'tag-file-malformed',
      changed(() => undefined, { payloadLines: line('bagit.txt') }),
    ],
    ['a wrong oxum', 'oxum', changed((all) => (all['bag-info.txt'] = 'Payload-Oxum: 7.2\n'))],
    [
      'what is still to be fetched',
      'not-fetched',
      changed((all) => (all['fetch.txt'] = 'https://example.org/x - data/遠.jpg\n'), {
        payloadLines: line('data/遠.jpg'),
      }),
    ],
    [
      'a fetched file that no manifest lists',
      'not-listed',
      changed((all) => (all['fetch.txt'] = 'https://example.org/x 12 data/遠.jpg\n')),
    ],
    ['a malformed fetch.txt', 'tag-file-malformed', changed((all) => (all['fetch.txt'] = 'not an address - data/x\n'))],
    [
      'fetching a tag file',
      'tag-file-malformed',
      changed((all) => (all['fetch.txt'] = 'https://example.org/x - bag-info.txt\n')),
    ],
    ['names that differ in case', 'path-collision', changed(() => undefined, { payloadLines: line('data/文/稿.TXT') })],
    ['a path that leads out', 'path-unsafe', changed(() => undefined, { payloadLines: line('data/../../x') })],
    ['an absolute path', 'path-unsafe', changed(() => undefined, { payloadLines: line('/etc/passwd') })],
    ['a path in a home folder', 'path-unsafe', changed(() => undefined, { payloadLines: line('~root/x') })],
    ['a drive', 'path-unsafe', changed(() => undefined, { payloadLines: line('C:/x') })],
    ['a backslash', 'path-unsafe', changed(() => undefined, { payloadLines: line('data\\..\\x') })],
    [
      'fetching to a path that leads out',
      'path-unsafe',
      changed((all) => (all['fetch.txt'] = 'https://example.org/x - data/../x\n')),
    ],
  ])('%s: %s', async (_, reason, files) => {
    expect(await inFolder(files)).toContain(reason)
  })

  test('what is neither folder nor zip, or not there', async () => {
    const folder = await writeFolder({ 'x.zip': 'PK, but no more' })
    expect(await reasonsOf(path.join(folder, 'x.zip'))).toEqual(['unreadable'])
    expect(await reasonsOf(path.join(folder, 'nowhere'))).toEqual(['unreadable'])
  })

  test.skipIf(process.platform === 'win32')('links, which are not followed (Windows asks for rights)', async () => {
    const folder = await writeFolder(bagOf(payload))
    const outside = await writeFolder({ 'secret.txt': '密' })
    await rm(path.join(folder, 'data/圖 1.jpg'))
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'data/圖 1.jpg'))
    await symlink(outside, path.join(folder, 'data/more'))
    expect(await reasonsOf(folder)).toEqual(expect.arrayContaining(['link', 'missing']))
    expect((await checkBag(folder)).payload.map((each) => each.path)).toEqual(['data/文/稿.txt'])
  })
})

describe('a hostile zip', () => {
  test('with links', async () => {
    const modes = { 'data/圖 1.jpg': 0o120777 }
    expect(await reasonsOf(await writeZip(bagOf(payload), { modes }))).toContain('link')
  })

  test.each(['bag/data/../../evil', '/ag/data/aa/bb/evil', 'bag/data\\..\\..\\evi'])(
    'with an entry named %s',
    async (name) => {
      const zip = await writeZip(bagOf({ 'data/aa/bbb/evil': '惡' }))
      const honest = 'bag/data/aa/bbb/evil'.slice(0, name.length).padEnd(name.length, 'x')
      const bytes = await readFile(zip)
      await writeFile(zip, renamedInZip(bytes, honest, name))
      expect(await reasonsOf(zip)).toContain('path-unsafe')
    },
  )

  test('with names that differ in normalisation only', async () => {
    const files = bagOf({ ['data/é'.normalize('NFC')]: '甲', ['data/é'.normalize('NFD')]: '乙' })
    expect(await reasonsOf(await writeZip(files))).toContain('path-collision')
  })

  test('that would grow beyond measure', async () => {
    const zip = await writeZip(bagOf({ 'data/bomb': Buffer.alloc(64 * 1024 * 1024) }))
    expect(await reasonsOf(zip)).toContain('zip-unsafe')
  })

  test('that states wrong sizes', async () => {
    const zip = await writeZip(bagOf({ 'data/a': 'a'.repeat(2000) }))
    const bytes = await readFile(zip)
    // The uncompressed size of each entry in the central directory (APPNOTE 4.3.12, offset 24).
    for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4))
      bytes.writeUInt32LE(7, at + 24)
    await writeFile(zip, bytes)
    expect(await reasonsOf(zip)).not.toEqual([])
  })
})

describe('paths', () => {
  test('are written and read back equal, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('%', '\r', '\n', '0', '2', '5', 'A', 'D', '圖', '/') }), (name) => {
        const written = encodePath(name)
        expect(written).not.toMatch(/[\r\n]/)
        expect(decodePath(written)).toBe(name)
      }),
    )
  })

  test.each(['data/圖.jpg', 'data/~x', 'data/a..b', 'bagit.txt', 'data/...'])('%s is safe', (name) => {
    expect(pathProblem(name)).toBeNull()
  })
})
