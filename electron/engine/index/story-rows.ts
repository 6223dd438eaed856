import type { PhotoId, Story, StoryId } from '#contract'
import type { Connection } from './connection.js'
import { words } from './text/fold.js'

/**
 * Writes a story, its photos in order and their printed captions, in place of what was known of it. Answers the photos that it held or
 * holds now, whose searchable text may have changed.
 */
export function putStory(connection: Connection, story: Story): PhotoId[] {
  const before = removeStory(connection, story.id)
  connection.run(
    'INSERT INTO stories (id, created, headline, slug, photo_count) VALUES (?, ?, ?, ?, ?)',
    story.id,
    story.createdAt,
    story.headline,
    story.slug,
    story.photos.length,
  )
  for (const [place, { photoId, printedCaption }] of story.photos.entries()) {
    const { lastInsertRowid } = connection.run(
      'INSERT INTO uses (story, photo, place, printed) VALUES (?, ?, ?, ?)',
      story.id,
      photoId,
      place,
      printedCaption,
    )
    if (printedCaption === null) continue
    connection.run(
      'INSERT INTO printed_text (rowid, caption) VALUES (?, ?)',
      lastInsertRowid,
      words(printedCaption).join(' '),
    )
  }
  return [...new Set([...before, ...story.photos.map(({ photoId }) => photoId)])]
}

/** Answers the photos that it held. */
export function removeStory(connection: Connection, id: StoryId): PhotoId[] {
  const held = connection.all<{ photo: PhotoId }>('SELECT photo FROM uses WHERE story = ?', id)
  connection.run('DELETE FROM printed_text WHERE rowid IN (SELECT row FROM uses WHERE story = ?)', id)
  connection.run('DELETE FROM uses WHERE story = ?', id)
  connection.run('DELETE FROM stories WHERE id = ?', id)
  return held.map(({ photo }) => photo)
}

/** Stories in which a printed caption holds these words, the newest first. */
export function storiesPrinting(connection: Connection, typed: string): StoryId[] {
  const all = words(typed)
  if (all.length === 0) return []
  return connection
    .all<{ story: string }>(
      `SELECT DISTINCT uses.story FROM printed_text JOIN uses ON uses.row = printed_text.rowid
       WHERE printed_text MATCH ? ORDER BY uses.story DESC`,
      // Words hold letters and digits only, so nothing in them can end the quotation.
      `"${all.join(' ')}"`,
    )
    .map(({ story }) => story)
}
