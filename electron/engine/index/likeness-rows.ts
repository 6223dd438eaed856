import type { PhotoId } from '#contract'
import type { Likeness, LookingLike } from './archive-index.js'
import type { Connection } from './connection.js'

/** What pictures look like stands by their bytes, so that it outlives the rows of the photos that hold them. */
export function putLikenesses(connection: Connection, likenesses: readonly Likeness[]): void {
  for (const { sha256, likeness } of likenesses) {
    connection.run(
      `INSERT INTO likenesses (sha256, likeness) VALUES (?, ?)
       ON CONFLICT (sha256) DO UPDATE SET likeness = excluded.likeness`,
      sha256,
      likeness,
    )
    connection.run('DELETE FROM unseen WHERE row IN (SELECT row FROM photos WHERE sha256 = ?)', sha256)
  }
}

/** Notes a photo whose bytes have come in, or are others now, unless it is known what they look like. */
export function noteUnseen(connection: Connection, row: number, sha256: string): void {
  forgetUnseen(connection, row)
  connection.run(
    `INSERT OR IGNORE INTO unseen (row) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM likenesses WHERE sha256 = ?)`,
    row,
    sha256,
  )
}

export function forgetUnseen(connection: Connection, row: number): void {
  connection.run('DELETE FROM unseen WHERE row = ?', row)
}

export function likenessesOf(connection: Connection, sha256s: readonly string[]): Likeness[] {
  return sha256s.flatMap(
    (sha256) => connection.one<Likeness>('SELECT sha256, likeness FROM likenesses WHERE sha256 = ?', sha256) ?? [],
  )
}

/**
 * Read from `likenesses` and, for each, from an index of the photos, both in the order of the hashes: a hundred thousand take a moment, and
 * an archive of which nothing is known yet takes none (CROSS keeps SQLite from beginning with its million photos).
 */
export function lookingLike(
  connection: Connection,
  after: Pick<LookingLike, 'sha256' | 'id'> | null,
  limit: number,
): LookingLike[] {
  return connection.all<LookingLike>(
    `SELECT photos.id, photos.sha256, likenesses.likeness, photos.taken
     FROM likenesses CROSS JOIN photos ON photos.sha256 = likenesses.sha256
     WHERE likenesses.sha256 >= ? AND (likenesses.sha256 > ? OR photos.id > ?)
       AND photos.state = 1 AND likenesses.likeness IS NOT NULL
     ORDER BY likenesses.sha256, photos.id LIMIT ?`,
    after?.sha256 ?? '',
    after?.sha256 ?? '',
    after?.id ?? '',
    limit,
  )
}

const unseen = 'FROM unseen JOIN photos ON photos.row = unseen.row WHERE photos.state = 1'

/** The newest first: they are what somebody works on. */
export function notLookedAt(connection: Connection, limit: number): { id: PhotoId; sha256: string }[] {
  return connection.all(`SELECT id, sha256 ${unseen} ORDER BY unseen.row DESC LIMIT ?`, limit)
}

/** So many are counted one by one; of more, those in the trash are counted as well, which takes a hundredth of the time. */
const countedExactly = 5_000

export function notLookedAtCount(connection: Connection): number {
  const few = connection.one<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 ${unseen} LIMIT ?)`, countedExactly)
  if ((few?.n ?? 0) < countedExactly) return few?.n ?? 0
  return connection.one<{ n: number }>('SELECT count(*) AS n FROM unseen')?.n ?? 0
}
