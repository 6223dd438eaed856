import type { TFunction } from 'i18next'
import type { Photo } from '#contract'

/** What a screen reader says of a photo: its file, its caption, what it lacks. */
export function tileLabel({ file, caption, credit }: Photo, t: TFunction<'sheet'>): string {
  return [file, caption === '' ? t('labelNoCaption') : caption, credit === '' && t('labelNoCredit')]
    .filter((part) => part !== false)
    .join(t('separator'))
}
