import type { Story, StoryId } from '#contract'
import type { Connection } from './connection.js'
import { indexed } from './search-text.js'

/** Writes a story, its photos in order and their printed captions, in place of what was known of it. */
export function putStory(connection: Connection, story: Story): void {
  removeStory(connection, story.id)
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
      'INSERT INTO uses (story, photo, place) VALUES (?, ?, ?)',
      story.id,
      photoId,
      place,
    )
    if (printedCaption === null) continue
    connection.run('INSERT INTO printed_text (rowid, caption) VALUES (?, ?)', lastInsertRowid, indexed(printedCaption))
  }
}

export function removeStory(connection: Connection, id: StoryId): void {
  connection.run('DELETE FROM printed_text WHERE rowid IN (SELECT row FROM uses WHERE story = ?)', id)
  connection.run('DELETE FROM uses WHERE story = ?', id)
  connection.run('DELETE FROM stories WHERE id = ?', id)
}
