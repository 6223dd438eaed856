import type { TFunction } from 'i18next'
import type { Photo } from '#contract'

/** What a screen reader says of a photo: its file, its caption, what it lacks, what culling said of it. */
export function tileLabel(
  { file, caption, credit, flag, rating }: Photo,
  t: TFunction<'sheet'>,
  culling: TFunction<'culling'>,
): string {
  return [
    file,
    caption === '' ? t('labelNoCaption') : caption,
    credit === '' && t('labelNoCredit'),
    flag !== '' && culling(`flag_${flag}`),
    rating !== null && rating > 0 && culling('stars', { count: rating }),
  ]
    .filter((part) => part !== false)
    .join(t('separator'))
}
