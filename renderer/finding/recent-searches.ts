/** Searches remembered of an archive. */
const most = 20

/** The recent searches after this one; what it was typed from (`港` before `港節`) makes room for it. */
export function withSearch(recent: readonly string[], text: string): string[] {
  const search = text.trim()
  if (search === '') return [...recent]
  const [last, ...older] = recent
  const kept = last !== undefined && search.startsWith(last) ? older : recent
  return [search, ...kept.filter((one) => one !== search)].slice(0, most)
}
