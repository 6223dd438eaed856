import type { Photo } from '#contract'
import type { Connection } from './connection.js'

/** Writes which of the desk's wordings a photo uses, in place of what was known; `row` is the photo's. */
export function putFacts(connection: Connection, row: number | bigint, { facts }: Pick<Photo, 'facts'>): void {
  removeFacts(connection, row)
  for (const { id, text } of facts) {
    connection.run('INSERT OR IGNORE INTO fact_uses (fact, wording, photo) VALUES (?, ?, ?)', id, text, row)
  }
}

export function removeFacts(connection: Connection, row: number | bigint): void {
  connection.run('DELETE FROM fact_uses WHERE photo = ?', row)
}
