import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  ArchiveInfo,
  ExportResult,
  ImportResult,
  Photo,
  RebuildResult,
  Story,
  StorySummary,
  UsageTally,
  VerifyResult,
  WireError,
} from '#contract'
import { takeLock } from '../engine/archive/lock.js'

/** The built command as a process of its own, on real files. */

const program = path.resolve('dist/cli/cutline.js')
let folder: string
let archive: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-cli-'))
  archive = path.join(folder, '攝影組', '圖庫')
  await mkdir(path.join(folder, '卡'))
  for (const number of [1, 2, 3]) await writePhoto(path.join(folder, '卡', `IMG_${number}.jpg`), number)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A JPEG of its own colours: different numbers give different bytes. */
async function writePhoto(file: string, number: number): Promise<void> {
  const background = { r: (number * 37) % 256, g: (number * 91) % 256, b: (number * 53) % 256 }
  await sharp({ create: { width: 600, height: 400, channels: 3, background } })
    .jpeg()
    .toFile(file)
}

function cutline(...words: string[]) {
  return execa(process.execPath, [program, ...words], { cwd: folder, reject: false, stripFinalNewline: false })
}

/** Runs with `--json` and reads the one document, which must be of this shape. */
async function asked<T>(shape: z.ZodType<T>, ...words: string[]): Promise<{ code: number | undefined; answer: T }> {
  const { stdout, stderr, exitCode } = await cutline(...words, '--json')
  try {
    return { code: exitCode, answer: shape.parse(JSON.parse(stdout)) }
  } catch (error) {
    throw new Error(`${words.join(' ')}: exit ${exitCode}\n${stdout}\n${stderr}`, { cause: error })
  }
}

const Imported = ImportResult.extend({ cancelled: z.boolean() })
const Listed = z.object({ total: z.int(), photos: z.array(Photo) })
const Failed = z.object({ error: WireError })
const OneStory = z.object({ story: Story })

const listed = async (...words: string[]) => (await asked(Listed, 'list', archive, ...words)).answer

// Each test goes on from where the one before left the archive: a reporter's day.
describe('from the card to the bundle', () => {
  test('init makes the archive, and the folders above it', async () => {
    const { code, answer } = await asked(ArchiveInfo, 'init', archive, '--name', '本報圖庫')
    expect(code).toBe(0)
    expect(answer).toMatchObject({ name: '本報圖庫', folder: archive, photoCount: 0, readOnly: false })
    const again = await asked(Failed, 'init', archive)
    expect(again).toMatchObject({ code: 1, answer: { error: { code: 'archive-exists' } } })
  })

  test('import takes in what is good, and names what is not', async () => {
    await writeFile(path.join(folder, '卡', 'notes.txt'), '記者 田城')
    const { code, answer } = await asked(Imported, 'import', archive, '卡', 'nowhere.jpg')
    expect(code).toBe(1)
    expect(answer.imported.map(({ file }) => file)).toEqual(['IMG_1.jpg', 'IMG_2.jpg', 'IMG_3.jpg'])
    expect(answer.failed.map((failure) => [failure.file, failure.code]).sort()).toEqual([
      ['notes.txt', 'not-an-image'],
      ['nowhere.jpg', 'file-vanished'],
    ])
    await rm(path.join(folder, '卡', 'notes.txt'))

    const again = await asked(Imported, 'import', archive, '卡')
    expect(again).toMatchObject({ code: 0, answer: { imported: [], failed: [], cancelled: false } })
    expect(again.answer.duplicates.map(({ id }) => id)).toEqual(answer.imported.map(({ id }) => id))
  })

  test('list: newest first, pages, orders', async () => {
    const all = await listed()
    expect(all.total).toBe(3)
    expect(new Set(all.photos.map(({ file }) => file)).size).toBe(3)
    expect((await listed('--limit', '1', '--offset', '1')).photos).toEqual(all.photos.slice(1, 2))
    expect((await listed('--sort', 'file')).photos.map(({ file }) => file)).toEqual([
      'IMG_1.jpg',
      'IMG_2.jpg',
      'IMG_3.jpg',
    ])
  })

  test('caption writes fields of several photos; search and show find them', async () => {
    const [one, two, three] = (await listed('--sort', 'file')).photos as [Photo, Photo, Photo]
    const written = await asked(
      z.object({ changed: z.int(), photos: z.array(Photo) }),
      ...['caption', archive, one.id, '--caption', '龍舟選手衝線', '--credit', '通訊員 供圖'],
      // The id behind --set belongs to the photos.
      ...['--set', 'creators=田城;柯陽', 'takenAt=2026-06-19', two.id],
    )
    expect(written).toMatchObject({ code: 0, answer: { changed: 2 } })
    expect(written.answer.photos.map(({ id }) => id)).toEqual([one.id, two.id])
    const shown = await asked(Photo, 'show', archive, one.id)
    expect(shown.answer).toEqual({
      ...one,
      caption: '龍舟選手衝線',
      credit: '通訊員 供圖',
      creditParts: [{ kind: 'provided', label: null, role: '通訊員', names: [], organisation: null }],
      creators: ['田城', '柯陽'],
      takenAt: '2026-06-19',
    })
    expect((await listed('--query', '選手 柯陽')).total).toBe(2)
    expect((await listed('--missing', 'caption')).photos.map(({ id }) => id)).toEqual([three.id])
    const unknown = await asked(
      Failed,
      'show',
      archive,
      one.id.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
    )
    expect(unknown).toMatchObject({ code: 1, answer: { error: { code: 'photo-not-found' } } })
  })

  test('caption --set regions=… writes who is where in the picture, and shows it again', async () => {
    const [photo] = (await listed('--sort', 'file')).photos
    const regions = [{ name: '吳坤', x: 0.1, y: 0.2, width: 0.1, height: 0.15 }]
    const Captioned = z.object({ changed: z.int(), photos: z.array(Photo) })
    const set = ['caption', archive, photo!.id, '--set']
    const written = await asked(Captioned, ...set, `regions=${JSON.stringify(regions)}`)
    expect(written.answer.photos.map((each) => each.regions)).toEqual([regions])
    expect((await listed('--sort', 'file')).photos[0]?.regions).toEqual(regions)
    const outside = await asked(Failed, ...set, 'regions=[{"name":"吳坤","x":3}]')
    expect(outside).toMatchObject({ code: 2, answer: { error: { code: 'invalid-input' } } })
    expect((await asked(Captioned, ...set, 'regions=')).answer.photos[0]?.regions).toEqual([])
  })

  test('a story is made, filled, ordered and shown', async () => {
    const [one, two, three] = (await listed('--sort', 'file')).photos.map(({ id }) => id) as [string, string, string]
    await writeFile(path.join(folder, 'article.txt'), '\ufeff第一段\r\n\r\n第二段\r\n')
    const fields = [
      '--headline',
      '端午龍舟賽',
      '--slug',
      '龍舟賽',
      '--byline',
      '記者 田城',
      '--text-file',
      'article.txt',
    ]
    const { answer } = await asked(OneStory, 'story', 'create', archive, ...fields)
    const { id } = answer.story
    expect(answer.story).toMatchObject({ slug: '龍舟賽', byline: '記者 田城', text: '第一段\n\n第二段\n', photos: [] })
    const order = async (...words: string[]) => {
      const changed = await asked(OneStory, 'story', ...words)
      expect(changed.code).toBe(0)
      return changed.answer.story.photos.map(({ photoId }) => photoId)
    }
    expect(await order('add', archive, id, one, two)).toEqual([one, two])
    expect(await order('add', archive, id, three, '--at', '0')).toEqual([three, one, two])
    expect(await order('remove', archive, id, one)).toEqual([three, two])
    expect(await order('order', archive, id, two)).toEqual([two, three])
    const { answer: captioned } = await asked(OneStory, 'story', 'caption', archive, id, three, '頒獎禮')
    expect(captioned.story.photos[1]).toEqual({ photoId: three, printedCaption: '頒獎禮' })
    const edited = await asked(OneStory, 'story', 'edit', archive, id, '--headline', '龍舟賽收官')
    expect(edited.answer.story).toMatchObject({ headline: '龍舟賽收官', slug: '龍舟賽' })

    const shown = await asked(OneStory, 'story', 'show', archive, id)
    expect(shown.answer).toEqual(edited.answer)
    const { stories } = (await asked(z.object({ stories: z.array(StorySummary) }), 'story', 'list', archive)).answer
    expect(stories).toMatchObject([{ id, headline: '龍舟賽收官', photoCount: 2 }])
    expect((await listed('--story', id)).photos.map((photo) => photo.id)).toEqual([two, three])
    expect((await listed('--query', '頒獎')).photos.map((photo) => photo.id)).toEqual([three])
  })

  test('photos go into a story as they come in', async () => {
    await mkdir(path.join(folder, '卡二'))
    await writePhoto(path.join(folder, '卡二', 'new.jpg'), 9)
    const story = (await asked(OneStory, 'story', 'create', archive, '--headline', '突發')).answer.story.id
    const { answer } = await asked(Imported, 'import', archive, '卡二', '--story', story)
    const shown = await asked(OneStory, 'story', 'show', archive, story)
    expect(shown.answer.story.photos).toMatchObject([{ photoId: answer.imported[0]?.id }])
    expect(await asked(OneStory, 'story', 'delete', archive, story)).toMatchObject({ code: 0 })
    expect(await asked(Failed, 'list', archive, '--story', story)).toMatchObject({
      code: 1,
      answer: { error: { code: 'story-not-found' } },
    })
  })

  test('export writes the bundle into a folder that need not be there yet', async () => {
    const { stories } = (await asked(z.object({ stories: z.array(StorySummary) }), 'story', 'list', archive)).answer
    const { code, answer } = await asked(ExportResult, 'export', archive, stories[0]!.id, 'desk/今日')
    expect(code).toBe(0)
    expect(path.dirname(answer.destination)).toBe(path.join(folder, 'desk', '今日'))
    const found = await readdir(answer.destination, { recursive: true, withFileTypes: true })
    const there = found
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        path.relative(answer.destination, path.join(parentPath, name)).replaceAll('\\', '/'),
      )
    expect(there.sort()).toEqual(answer.files.map((file) => file.path).sort())
    expect(await readFile(path.join(answer.destination, 'data', 'captions.txt'), 'utf8')).toContain('頒獎禮')

    const empty = (await asked(OneStory, 'story', 'create', archive)).answer.story.id
    expect(await asked(Failed, 'export', archive, empty, 'elsewhere')).toMatchObject({
      code: 1,
      answer: { error: { code: 'story-empty' } },
    })
    expect(await readdir(folder)).not.toContain('elsewhere')
  })

  test('verify and rebuild: what is lost is named, what can be made again is', async () => {
    const sound = await asked(VerifyResult, 'verify', archive)
    expect(sound).toMatchObject({ code: 0, answer: { photos: 4, problems: [] } })
    await rm(path.join(archive, 'cache'), { recursive: true })
    const rebuilt = await asked(RebuildResult, 'rebuild', archive)
    expect(rebuilt).toMatchObject({ code: 0, answer: { from: 'catalog', photos: 4, thumbnails: 4, failed: [] } })
    expect((await listed('--query', '龍舟選手')).total).toBe(2)

    const [photo] = (await listed()).photos
    await rm(path.join(archive, photo!.path))
    const hurt = await asked(VerifyResult, 'verify', archive)
    expect(hurt.code).toBe(1)
    expect(hurt.answer.problems).toMatchObject([{ code: 'original-missing', photoId: photo!.id }])
  })

  test('for people: plain lines, progress apart from the answer', async () => {
    const { stdout, exitCode } = await cutline('list', archive, '--query', '龍舟選手')
    expect(exitCode).toBe(0)
    const lines = stdout.split('\n')
    expect(lines.slice(1, 3)).toEqual(['    龍舟選手衝線', '    通訊員 供圖'])
    expect(lines.at(-2)).toBe('2 photos')
    const verified = await cutline('verify', archive)
    expect(verified.stdout).toMatch(/^problem \[original-missing\] originals.*\n4 photos checked/)
    expect(verified.stderr).toMatch(/^Verifying/)
  })

  test('usage counts what came in and what went out, as lines, a document or a table', async () => {
    const { photos } = await listed()
    const caption = await cutline('caption', archive, ...photos.map(({ id }) => id), '--credit', '通訊員 柯陽、何溪 攝')
    expect(caption.exitCode).toBe(0)
    const whole = ['usage', archive, '--from', '2000-01-01', '--to', '2099-12-31']
    const { code, answer } = await asked(UsageTally, ...whole)
    expect(code).toBe(0)
    const [row] = answer.rows
    expect(row).toMatchObject({ role: '通訊員', supplied: photos.length })
    expect(row?.used).toBeGreaterThan(0)
    expect((await cutline(...whole)).stdout).toContain(`柯陽  通訊員  ${photos.length} supplied, ${row?.used} used`)
    const { stdout } = await cutline(...whole, '--csv')
    expect(stdout).toMatch(/^\ufeff"Name","Role","Supplied","Used","Uses"\r\n/)
    expect(
      (await asked(UsageTally, 'usage', archive, '--from', '1999-01-01', '--to', '1999-12-31')).answer.rows,
    ).toEqual([])
    expect((await cutline('usage', archive, '--from', '2026-11-31', '--to', '2026-12-01')).exitCode).toBe(2)
  })
})

test('an archive that somebody else has open can be read, and says who changes it', async () => {
  const lock = await takeLock(path.join(archive, 'archive.lock'), '田城')
  if (!('holder' in lock)) throw new Error('The archive is locked already.')
  const reading = await cutline('list', archive, '--limit', '1')
  expect(reading.exitCode).toBe(0)
  expect(reading.stderr).toContain(`田城 on ${os.hostname()} (process ${process.pid})`)
  const { id } = (await listed('--limit', '1')).photos[0]!
  for (const words of [
    ['caption', archive, id, '--caption', '不行'],
    ['import', archive, '卡'],
    ['rebuild', archive],
  ]) {
    const { code, answer } = await asked(Failed, ...words)
    expect(code).toBe(1)
    expect(answer.error).toMatchObject({
      code: 'archive-locked',
      detail: { host: os.hostname(), pid: process.pid, user: '田城' },
    })
  }
  await lock.release()
})

test('no archive there: said in a sentence, with a code', async () => {
  const { exitCode, stdout, stderr } = await cutline('list', path.join(folder, '卡'))
  expect([exitCode, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^error: There is no archive in .*卡.* \[archive-not-found\]\n$/)
})

test.skipIf(process.platform === 'win32')(
  'Ctrl+C cancels an import in good order and keeps what is finished',
  async () => {
    const other = path.join(folder, '另一圖庫')
    await cutline('init', other)
    await mkdir(path.join(folder, '多'))
    for (let number = 0; number < 60; number += 1) await writePhoto(path.join(folder, '多', `${number}.jpg`), number)
    const running = cutline('import', other, '多', '--json')
    // The first line of progress tells that the job runs.
    running.stderr.once('data', () => running.kill('SIGINT'))
    const { stdout, exitCode } = await running
    const answer = Imported.parse(JSON.parse(stdout))
    expect([exitCode, answer.cancelled, answer.failed]).toEqual([1, true, []])
    expect(answer.imported.length).toBeLessThan(60)
    const { answer: kept } = await asked(Listed, 'list', other)
    expect(kept.total).toBe(answer.imported.length)
    expect(await asked(VerifyResult, 'verify', other)).toMatchObject({ code: 0, answer: { problems: [] } })
  },
)

test.skipIf(process.platform === 'win32')('a reader that has seen enough is no error', async () => {
  const { exitCode, stderr } = await execa(
    'bash',
    ['-c', 'set -o pipefail; "$0" "$1" list "$2" --json | true', process.execPath, program, archive],
    { reject: false },
  )
  expect([exitCode, stderr]).toEqual([0, ''])
})
