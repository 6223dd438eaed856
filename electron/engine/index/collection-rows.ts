import type { Collection, PhotoId } from '#contract'
import type { Connection } from './connection.js'

/** Takes over which photos stand in which collection. Answers the photos for which that has changed. */
export function putCollections(connection: Connection, collections: readonly Collection[]): PhotoId[] {
  const kept = new Map(collections.map((collection) => [collection.id, collection]))
  const changed: PhotoId[] = []
  for (const { id } of connection.all<{ id: string }>('SELECT id FROM collections')) {
    if (kept.has(id)) continue
    changed.push(...photosOf(connection, id))
    connection.run('DELETE FROM collection_photos WHERE collection = ?', id)
    connection.run('DELETE FROM collections WHERE id = ?', id)
  }
  for (const { id, name, photos } of kept.values()) {
    connection.run('INSERT OR REPLACE INTO collections (id, name) VALUES (?, ?)', id, name)
    const [before, after] = [new Set(photosOf(connection, id)), new Set(photos)]
    for (const photo of before) {
      if (after.has(photo)) continue
      connection.run('DELETE FROM collection_photos WHERE photo = ? AND collection = ?', photo, id)
      changed.push(photo)
    }
    for (const photo of after) {
      if (before.has(photo)) continue
      connection.run('INSERT INTO collection_photos (photo, collection) VALUES (?, ?)', photo, id)
      changed.push(photo)
    }
  }
  return changed
}

function photosOf(connection: Connection, id: string): PhotoId[] {
  return connection
    .all<{ photo: PhotoId }>('SELECT photo FROM collection_photos WHERE collection = ?', id)
    .map(({ photo }) => photo)
}
