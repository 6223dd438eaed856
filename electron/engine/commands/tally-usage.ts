import { setImmediate } from 'node:timers/promises'
import type { Photo, TallyQuestion, UsedPhoto } from '#contract'
import { PhotoFilters, PhotoQuery } from '#contract'
import { Tally } from '../captions/tally/tally.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import type { Session } from './session.js'

/** Photos that are looked at before others get a turn. */
const page = 500

/**
 * Counts a period. Photos supplied are walked through in the order of their dates, a page at a time, and others get a turn between two;
 * photos used come from the record of use, credited as the catalog credits them now, or as they were printed where they are gone.
 */
export async function tallyUsage(session: Session, question: TallyQuestion): Promise<Tally> {
  const index = await session.index()
  const tally = new Tally(session.archive.desk())
  for await (const photo of suppliedIn(index, question)) tally.supply(photo.id, photo)

  const { from, to } = momentsOf(question)
  let waiting: { storyId: string; photo: UsedPhoto }[] = []
  const take = async () => {
    const photos = new Map((await index.get(waiting.map(({ photo }) => photo.photoId))).map((each) => [each.id, each]))
    for (const { storyId, photo } of waiting) tally.use(photo.photoId, storyId, photos.get(photo.photoId) ?? photo)
    waiting = []
    await setImmediate()
  }
  for await (const { storyId, photos } of session.usage.read({ from, to })) {
    waiting.push(...photos.map((photo) => ({ storyId, photo })))
    if (waiting.length >= page) await take()
  }
  await take()
  return tally
}

async function* suppliedIn(index: ArchiveIndex, question: TallyQuestion): AsyncGenerator<Photo> {
  const { basis } = question
  // A day more at each end: the index may tell days by another clock. What counts is looked at below.
  const days = { from: dayBeside(question.from, -1), to: dayBeside(question.to, 1) }
  const query = PhotoQuery.parse({ sort: basis, filters: PhotoFilters.parse({ [basis]: days }) })
  for (let offset = 0; ; offset += page) {
    const { photos } = await index.list(query, { offset, limit: page })
    for (const photo of photos) {
      const day = basis === 'imported' ? calendarDay(new Date(photo.importedAt)) : (photo.takenAt?.slice(0, 10) ?? null)
      // The newest come first and those without a date last, so nothing of the period comes any more.
      if (day === null || day < question.from) return
      if (day <= question.to) yield photo
    }
    if (photos.length < page) return
    await setImmediate()
  }
}

/** The period's first moment and the one after its last, UTC, by the calendar of the person at the desk. */
function momentsOf({ from, to }: TallyQuestion): { from: string; to: string } {
  return { from: midnight(from).toISOString(), to: midnight(dayBeside(to, 1)).toISOString() }
}

function midnight(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

function dayBeside(day: string, by: number): string {
  const moment = midnight(day)
  return calendarDay(new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + by))
}

function calendarDay(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
