import { text } from 'node:stream/consumers'

/** The password of a destination: all of standard input but its last line break, or CUTLINE_PASSWORD. null where neither is given. */
export async function readPassword(fromInput: boolean, environment = process.env): Promise<string | null> {
  if (fromInput) return (await text(process.stdin)).replace(/\r?\n$/, '')
  return environment.CUTLINE_PASSWORD ?? null
}
