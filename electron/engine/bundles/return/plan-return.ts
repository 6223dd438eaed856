import { type Failure, type Photo, type PhotoId, type Story, type StoryId } from '#contract'
import type { Archive } from '../../archive/archive.js'
import type { ArchiveIndex } from '../../index/archive-index.js'
import { payloadFolder } from '../bundle-file.js'
import { byRecord, type Incoming, type IncomingPhoto, renamedStory } from './incoming.js'
import { type Deciding, mergeRecord, type RecordMerge } from './merge/merge-record.js'
import { pastOf, type RecordPast } from './merge/replay.js'
import { valuesOfPhoto, valuesOfStory } from './merge/values.js'
import type { OpenedBundle } from './open-bundle.js'

/** What becomes of one photo of a bundle. */
export interface PhotoReturn {
  incoming: IncomingPhoto
  /** As it is here; null where it is new, or does not come in. */
  here: Photo | null
  /** What comes in of a new photo, and which file of the bundle that is. */
  comesAs: { takenAs: 'original' | 'rendition'; path: string } | null
  isDeleted: boolean
  merge: RecordMerge | null
  problem: Failure | null
}

export interface StoryReturn {
  here: Story | null
  /** With photos named as they are here. */
  there: Story
  merge: RecordMerge
}

export interface Return {
  photos: PhotoReturn[]
  story: StoryReturn | null
}

export interface ReturnTools {
  archive: Pick<Archive, 'photos' | 'story' | 'historyOfAll' | 'deletions' | 'id' | 'name'>
  index: Pick<ArchiveIndex, 'findBySha256'>
  deciding: Omit<Deciding, 'from'>
  /** Photos of the bundle of which nothing is taken. */
  leaveOut: ReadonlySet<PhotoId>
}

const nothing: RecordPast = new Map()

/** Works out what taking a bundle does to the archive as it is now. Changes nothing. */
export async function planReturn(incoming: Incoming, opened: OpenedBundle, tools: ReturnTools): Promise<Return> {
  const { archive, leaveOut } = tools
  const deciding: Deciding = { ...tools.deciding, from: archive.name }
  const wanted = incoming.photos.filter(({ id }) => !leaveOut.has(id))
  const here = await photosHere(wanted, tools)
  const storyHere = incoming.story ? await archive.story(incoming.story.story.id) : null
  const entries = await archive.historyOfAll({
    photos: [...here.values()].map(({ id }) => id),
    stories: storyHere ? [storyHere.id] : [],
  })
  const history = byRecord(entries)
  const side = { archive: { id: archive.id, name: archive.name }, seenAt: incoming.exportedAt }
  const deleted = await deletedAmong(wanted, tools)
  const photos = wanted.map((photo): PhotoReturn => {
    const known = here.get(photo.id) ?? null
    const about = { incoming: photo, here: known, isDeleted: known === null && deleted.has(photo.id) }
    const comesAs = known || about.isDeleted ? null : fileOf(photo, opened)
    const problem = problemOf(photo, opened)
    const isOut = !known && comesAs === null
    const past = known ? pastOf(history.get(known.id) ?? [], valuesOfPhoto(known), side) : nothing
    const merge = isOut ? null : mergeRecord(past, photo.past, deciding, incoming.isWhole)
    return { ...about, comesAs, problem, merge }
  })
  return { photos, story: storyOf(incoming, storyHere, photos, { history, side, deciding }) }
}

function storyOf(
  { story: coming, isWhole }: Incoming,
  here: Story | null,
  photos: readonly PhotoReturn[],
  about: { history: Map<StoryId, Parameters<typeof pastOf>[0] extends readonly (infer E)[] ? E[] : never> } & {
    side: Parameters<typeof pastOf>[2]
    deciding: Deciding
  },
): StoryReturn | null {
  if (!coming) return null
  const names = new Map(
    photos.flatMap(({ incoming, here: known, comesAs }) =>
      known ? [[incoming.id, known.id]] : comesAs ? [[incoming.id, incoming.id]] : [],
    ),
  )
  const inStory = new Set(here?.photos.map(({ photoId }) => photoId))
  const nameOf = (id: PhotoId) => names.get(id) ?? (inStory.has(id) ? id : null)
  const there = {
    ...coming.story,
    photos: coming.story.photos.flatMap((use) => {
      const photoId = nameOf(use.photoId)
      return photoId === null ? [] : [{ ...use, photoId }]
    }),
  }
  const past = here ? pastOf(about.history.get(here.id) ?? [], valuesOfStory(here), about.side) : nothing
  return { here, there, merge: mergeRecord(past, renamedStory(coming.past, nameOf), about.deciding, isWhole) }
}

/** Each photo's record here, by its id in the bundle: the same record, or the one with the same original. */
async function photosHere(
  photos: readonly IncomingPhoto[],
  { archive, index }: ReturnTools,
): Promise<Map<PhotoId, Photo>> {
  const found = new Map((await archive.photos(photos.map(({ id }) => id))).map((photo) => [photo.id, photo]))
  for (const { id, contents, record } of photos) {
    if (found.has(id)) continue
    const same = await index.findBySha256(record?.sha256 ?? contents.original.sha256)
    const [photo] = same === null ? [] : await archive.photos([same])
    if (photo) found.set(id, photo)
  }
  return found
}

async function deletedAmong(photos: readonly IncomingPhoto[], { archive }: ReturnTools): Promise<Set<PhotoId>> {
  const ids = new Set(photos.map(({ id }) => id))
  const deleted = new Set<PhotoId>()
  for await (const { photo } of archive.deletions()) if (ids.has(photo.id)) deleted.add(photo.id)
  return deleted
}

/** The original, wherever it lies in the bundle; else what the bundle shows of the photo. */
function fileOf({ contents }: IncomingPhoto, { files, sums }: OpenedBundle): PhotoReturn['comesAs'] {
  const own = `${payloadFolder}/${contents.file}`
  if (files.has(own) && sums.get(own) === contents.original.sha256) return { takenAs: 'original', path: own }
  const original = [...files.keys()].find((path) => sums.get(path) === contents.original.sha256)
  if (original !== undefined) return { takenAs: 'original', path: original }
  return files.has(own) ? { takenAs: 'rendition', path: own } : null
}

function problemOf({ contents }: IncomingPhoto, { findings, files }: OpenedBundle): Failure | null {
  const own = `${payloadFolder}/${contents.file}`
  const finding = findings.find(({ path, weight }) => path === own && weight === 'left-out')
  if (finding) return { file: contents.file, code: 'file-damaged', message: finding.message }
  if (files.has(own)) return null
  return { file: contents.file, code: 'file-vanished', message: `${contents.file} is not in the bundle.` }
}

/** Fields in all that nobody has decided. */
export function undecidedIn({ photos, story }: Return): number {
  return photos.reduce((sum, { merge }) => sum + (merge?.undecided ?? 0), story?.merge.undecided ?? 0)
}
