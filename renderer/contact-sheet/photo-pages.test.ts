import { describe, expect, it } from 'vitest'
import type { Photo } from '#contract'
import { CutlineError, emptyPhoto } from '#contract'
import { pageSize, photoAt, PhotoPages, placeOf } from './photo-pages.js'

function photo(n: number, caption = ''): Photo {
  return {
    ...emptyPhoto,
    caption,
    id: `id ${n}`,
    file: `${n}.jpg`,
    path: `originals/${n}.jpg`,
    sha256: '0'.repeat(64),
    bytes: 1,
    format: 'jpeg',
    width: 3,
    height: 2,
    importedAt: '2026-11-24T00:00:00.000Z',
    batch: '',
    creditParts: null,
  }
}

/** A listing whose fetches are answered when the test says so. */
function listing(total: number) {
  const desk = { photos: Array.from({ length: total }, (_, n) => photo(n)), fetched: [] as number[], fail: false }
  const answers: (() => void)[] = []
  const pages = new PhotoPages((offset, limit) => {
    desk.fetched.push(offset / pageSize)
    const answer = { total: desk.photos.length, photos: desk.photos.slice(offset, offset + limit) }
    const { fail } = desk
    return new Promise((resolve, reject) =>
      answers.push(() => (fail ? reject(new CutlineError('engine-stopped', 'gone')) : resolve(answer))),
    )
  })
  const settle = async () => {
    while (answers.length > 0) {
      answers.shift()!()
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    }
  }
  let leave: () => void = () => undefined
  /** As somebody who scrolls: looks there, and no longer where it was. */
  const look = (first: number, last: number) => {
    const before = leave
    leave = pages.look(first, last)
    before()
  }
  return { desk, pages, look, settle, answers }
}

describe('a listing fetched by pages', () => {
  it('fetches what is looked at, once', async () => {
    const { desk, pages, look, settle } = listing(1_000)
    look(0, 30)
    look(10, 40)
    await settle()
    look(90, 110)
    await settle()
    look(0, 30)
    await settle()
    expect(desk.fetched).toEqual([0, 1])
    expect(pages.current().total).toBe(1_000)
    expect(photoAt(pages.current(), 199)?.id).toBe('id 199')
    expect(photoAt(pages.current(), 200)).toBeUndefined()
  })

  it('asks for what is in sight, not for what has flown past meanwhile', async () => {
    const { desk, pages, look, settle } = listing(10_000)
    for (let at = 0; at < 9_000; at += 300) look(at, at + 150)
    await settle()
    expect(desk.fetched.slice(2)).toEqual([87, 88])
    expect(photoAt(pages.current(), 8_800)?.id).toBe('id 8800')
  })

  it('keeps at most 40 pages, and always those in sight', async () => {
    const { pages, look, settle } = listing(10_000)
    for (let page = 0; page < 90; page++) {
      look(page * pageSize, page * pageSize + 150)
      await settle()
    }
    expect(pages.current().pages.size).toBe(40)
    expect(photoAt(pages.current(), 8_999)?.id).toBe('id 8999')
    expect(photoAt(pages.current(), 0)).toBeUndefined()
  })

  it('shows the pages in sight as they were until they have been fetched again', async () => {
    const { desk, pages, look, settle } = listing(600)
    look(0, 10)
    await settle()
    look(200, 210)
    await settle()
    desk.photos = [photo(-1), ...desk.photos]
    pages.refresh()
    expect(photoAt(pages.current(), 200)?.id).toBe('id 200')
    expect(photoAt(pages.current(), 0)).toBeUndefined()
    await settle()
    expect(photoAt(pages.current(), 200)?.id).toBe('id 199')
    expect(pages.current().total).toBe(601)
    expect(placeOf(pages.current(), 'id 200', 200)).toBe(201)
  })

  it('keeps up to date what the sheet shows while the large view above it looks elsewhere', async () => {
    const { desk, pages, look, settle } = listing(600)
    look(60, 160)
    await settle()
    const leave = pages.look(69, 71)
    desk.photos = desk.photos.map((_, n) => photo(n, 'new'))
    pages.refresh()
    await settle()
    expect(photoAt(pages.current(), 70)?.caption).toBe('new')
    expect(photoAt(pages.current(), 150)?.caption).toBe('new')
    leave()
    desk.photos = desk.photos.map((_, n) => photo(n, 'newer'))
    pages.refresh()
    await settle()
    expect(photoAt(pages.current(), 150)?.caption).toBe('newer')
  })

  it('fetches again what changed while it was being fetched', async () => {
    const { desk, pages, look, settle } = listing(10)
    look(0, 9)
    desk.photos = desk.photos.map((_, n) => photo(n, 'new'))
    pages.refresh()
    pages.refresh()
    await settle()
    expect(desk.fetched).toEqual([0, 0])
    expect(photoAt(pages.current(), 3)?.caption).toBe('new')
  })

  it('follows a listing that shrinks under its reader', async () => {
    const { desk, pages, look, settle } = listing(600)
    look(450, 500)
    await settle()
    desk.photos = desk.photos.slice(0, 100)
    pages.refresh()
    await settle()
    expect(pages.current().total).toBe(100)
    expect(photoAt(pages.current(), 450)).toBeUndefined()
    look(0, 50)
    await settle()
    expect(photoAt(pages.current(), 99)?.id).toBe('id 99')
  })

  it('tells a failure, keeps what it had, and goes on when asked again', async () => {
    const { desk, pages, look, settle } = listing(600)
    look(0, 10)
    await settle()
    desk.fail = true
    look(200, 210)
    await settle()
    expect(pages.current().error?.code).toBe('engine-stopped')
    expect(photoAt(pages.current(), 5)?.id).toBe('id 5')
    desk.fail = false
    pages.refresh()
    await settle()
    expect(pages.current().error).toBeNull()
    expect(photoAt(pages.current(), 205)?.id).toBe('id 205')
  })

  it('tells those who subscribed, until they leave', async () => {
    const { pages, look, settle } = listing(10)
    let told = 0
    const stop = pages.subscribe(() => told++)
    look(0, 9)
    await settle()
    expect(told).toBe(1)
    stop()
    pages.refresh()
    await settle()
    expect(told).toBe(1)
  })
})
