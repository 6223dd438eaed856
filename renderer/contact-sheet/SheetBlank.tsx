import { useTranslation } from 'react-i18next'
import type { CutlineError } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { Blank } from '../ui/Blank.js'
import { Button } from '../ui/Button.js'
import { CheckIcon, PictureIcon, SearchIcon, WarningIcon } from '../ui/icons.js'
import type { ListQuery } from './usePhotoList.js'

/** A listing that could not be read. */
export function SheetFailed({ error, onRetry }: { readonly error: CutlineError; readonly onRetry: () => void }) {
  const { t } = useTranslation('sheet')
  const errorText = useErrorText()
  return (
    <Blank
      icon={<WarningIcon />}
      title={t('failed', { reason: errorText(error) })}
      role="alert"
      data-testid="sheet-failed"
    >
      <Button variant="primary" onPress={onRetry}>
        {t('retry')}
      </Button>
    </Blank>
  )
}

interface NothingListedProps {
  readonly query: ListQuery
  /** Whether filters narrow the listing. */
  readonly isNarrowed: boolean
  readonly onClearFilters: () => void
  readonly onClearSearch: () => void
  readonly onShowAll: () => void
}

const noneMissing = {
  caption: 'noneMissingCaption',
  credit: 'noneMissingCredit',
  original: 'noneMissingOriginal',
} as const

/** A search that found nothing, or a listing of gaps without any. */
export function NothingListed(props: NothingListedProps) {
  const { query, isNarrowed, onClearFilters, onClearSearch, onShowAll } = props
  const { text, missing, collection } = query
  const { t } = useTranslation('sheet')
  const { t: tOrganise } = useTranslation('organise')
  if (isNarrowed) {
    return (
      <Blank
        icon={<SearchIcon />}
        title={text === '' ? t('nothingFiltered') : t('nothingFound', { text })}
        hint={t('nothingFilteredHint')}
        data-testid="nothing-found"
      >
        <Button onPress={onClearFilters}>{t('clearFilters')}</Button>
        {text !== '' && <Button onPress={onClearSearch}>{t('clearSearch')}</Button>}
      </Blank>
    )
  }
  if ((collection ?? null) !== null) {
    return (
      <Blank
        icon={<PictureIcon />}
        title={tOrganise('collectionEmpty')}
        hint={tOrganise('collectionEmptyHint')}
        data-testid="collection-empty"
      />
    )
  }
  if (text !== '' || missing === null || missing === 'either') {
    return (
      <Blank
        icon={<SearchIcon />}
        title={t('nothingFound', { text })}
        hint={t('nothingFoundHint')}
        data-testid="nothing-found"
      >
        <Button onPress={onClearSearch}>{t('clearSearch')}</Button>
      </Blank>
    )
  }
  return (
    <Blank icon={<CheckIcon />} title={t(noneMissing[missing])} hint={t('noneMissingHint')} data-testid="none-missing">
      <Button onPress={onShowAll}>{t('showAll')}</Button>
    </Blank>
  )
}
