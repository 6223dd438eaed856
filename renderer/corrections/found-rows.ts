import type { BundleToCorrect, CorrectedRecord, Findings, FoundText, Hit, ParsedInput } from '#contract'

/** What stands in the list, from the top: headings, records with their places, bundles. */
export type FoundRow =
  | {
      readonly kind: 'heading'
      readonly key: string
      readonly of: 'photo' | 'story' | 'printed' | 'bundle'
      readonly count: number
    }
  | { readonly kind: 'text'; readonly key: string; readonly text: FoundText }
  | { readonly kind: 'bundle'; readonly key: string; readonly bundle: BundleToCorrect }

export function recordKey(of: CorrectedRecord): string {
  switch (of.kind) {
    case 'photo':
      return of.photoId
    case 'story':
      return of.storyId
    case 'printed':
      return `${of.storyId} ${of.photoId}`
  }
}

export function hitKey(of: CorrectedRecord, { field, item, at }: Pick<Hit, 'field' | 'item' | 'at'>): string {
  return `${recordKey(of)} ${field} ${item} ${at}`
}

/** The list as it is shown, and what is ticked at first: every place but the doubtful ones, which want a look. */
export function foundRows({ texts, bundles }: Findings): { rows: FoundRow[]; ticked: Set<string>; hits: number } {
  const rows: FoundRow[] = []
  for (const kind of ['photo', 'story', 'printed'] as const) {
    const group = texts.filter(({ of }) => of.kind === kind)
    if (group.length === 0) continue
    rows.push({ kind: 'heading', key: kind, of: kind, count: group.length })
    for (const text of group) rows.push({ kind: 'text', key: recordKey(text.of), text })
  }
  if (bundles.length > 0) rows.push({ kind: 'heading', key: 'bundle', of: 'bundle', count: bundles.length })
  for (const bundle of bundles) rows.push({ kind: 'bundle', key: bundle.id, bundle })
  const all = texts.flatMap(({ of, hits }) => hits.map((hit) => ({ key: hitKey(of, hit), doubtful: hit.doubtful })))
  return { rows, ticked: new Set(all.flatMap(({ key, doubtful }) => (doubtful ? [] : [key]))), hits: all.length }
}

/** The ticked places as the engine is told of them. */
export function tickedPlaces(
  { texts }: Findings,
  ticked: ReadonlySet<string>,
): ParsedInput<'corrections.apply'>['places'] {
  return texts.flatMap(({ of, hits }) => {
    const chosen = hits.filter((hit) => ticked.has(hitKey(of, hit)))
    return chosen.length === 0 ? [] : [{ of, hits: chosen.map(({ field, item, at }) => ({ field, item, at })) }]
  })
}
