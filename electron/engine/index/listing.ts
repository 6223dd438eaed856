import type { PhotoQuery, SortOrder } from '#contract'
import { searchQuery } from './search-text.js'

/** A listing as SQL: what follows FROM, the order, and the values of its question marks. */
export interface Listing {
  from: string
  order: string
  values: string[]
}

const orders: Readonly<Record<SortOrder, string>> = {
  // Photos of one import share their moment and stand in the order of their files, the last file first.
  imported: 'photos.imported DESC, photos.id DESC',
  // NULL sorts below every date, so photos without one come last.
  taken: 'photos.taken DESC, photos.id DESC',
  file: 'photos.file_key, photos.id',
  relevance: 'photos.imported DESC, photos.id DESC',
}

const lacks = {
  caption: 'photos.lacks_caption',
  credit: 'photos.lacks_credit',
  either: '(photos.lacks_caption OR photos.lacks_credit)',
  original: 'photos.recompressed',
} as const

/** What a listing asks of the database. */
export function listingOf(query: PhotoQuery): Listing {
  const values: string[] = []
  const conditions: string[] = []
  let from = 'photos'
  let order = orders[query.sort]
  if (query.storyId !== null) {
    from = 'uses JOIN photos ON photos.id = uses.photo'
    conditions.push('uses.story = ?')
    values.push(query.storyId)
    order = 'uses.place'
  } else {
    // A story's own photos are listed whatever became of them; elsewhere those set aside stand in a list of their own.
    conditions.push(`photos.set_aside = ${query.setAside ? 1 : 0}`)
  }
  if (query.missing) conditions.push(lacks[query.missing])
  if (query.text.trim() !== '') {
    const match = searchQuery(query.text)
    if (match === null) conditions.push('0')
    else {
      conditions.push(`photos.row IN (
        SELECT rowid FROM photo_text WHERE photo_text MATCH ?
        UNION
        SELECT used.row FROM printed_text
          JOIN uses AS printed ON printed.row = printed_text.rowid JOIN photos AS used ON used.id = printed.photo
          WHERE printed_text MATCH ?)`)
      values.push(match, match)
    }
  }
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
  return { from: `${from}${where}`, order, values }
}
