import type { Photo } from '#contract'

/** A mark on a picture for what belongs to it: a raw, a live photo's movie, a voice memo. */
export type BelongingMark = 'raw' | 'live' | 'voice'

/** The marks of a photo, in the order they stand. */
export function belongingMarks({ format, companions }: Pick<Photo, 'format' | 'companions'>): BelongingMark[] {
  const has = (kind: Photo['companions'][number]['kind']) => companions.some((each) => each.kind === kind)
  const marks: [BelongingMark, boolean][] = [
    ['raw', format === 'raw' || has('raw')],
    ['live', has('movie')],
    ['voice', has('audio')],
  ]
  return marks.filter(([, there]) => there).map(([mark]) => mark)
}
