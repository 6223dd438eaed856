import type { Corrections, FactField, PhotoId, StoryId } from '#contract'

/** One thing that can be ticked: a photo's texts, or the caption printed with one use of it. */
export interface CorrectionItem {
  readonly kind: 'item'
  readonly key: string
  readonly photoId: PhotoId
  /** null for the photo's own texts. */
  readonly printed: { readonly storyId: StoryId; readonly headline: string } | null
  readonly file: string
  readonly sha256: string
  readonly texts: readonly { readonly field: FactField | 'printed'; readonly before: string; readonly after: string }[]
}

/** What stands in the list, from the top: headings with how many follow, and items. */
export type CorrectionRow =
  CorrectionItem | { readonly kind: 'photos' | 'printed' | 'alike'; readonly key: string; readonly count: number }

/** The list, and what is ticked at first: all that is linked or printed. Photos that only have the same words want a look. */
export function correctionRows({ photos, printed }: Corrections): { rows: CorrectionRow[]; ticked: Set<string> } {
  const items = (linked: boolean): CorrectionItem[] =>
    photos
      .filter((photo) => photo.linked === linked)
      .map(({ photoId, file, sha256, fields }) => ({
        kind: 'item',
        key: photoId,
        photoId,
        printed: null,
        file,
        sha256,
        texts: fields,
      }))
  const inPrint = printed.map(({ storyId, headline, photoId, file, sha256, before, after }): CorrectionItem => ({
    kind: 'item',
    key: `${storyId} ${photoId}`,
    photoId,
    printed: { storyId, headline },
    file,
    sha256,
    texts: [{ field: 'printed', before, after }],
  }))
  const [linked, alike] = [items(true), items(false)]
  const group = (kind: 'photos' | 'printed' | 'alike', of: readonly CorrectionItem[]): CorrectionRow[] =>
    of.length === 0 ? [] : [{ kind, key: kind, count: of.length }, ...of]
  return {
    rows: [...group('photos', linked), ...group('printed', inPrint), ...group('alike', alike)],
    ticked: new Set([...linked, ...inPrint].map(({ key }) => key)),
  }
}
