import { useTranslation } from 'react-i18next'
import type { BundleToCorrect, CorrectableField, FoundText } from '#contract'
import { Thumbnail } from '../ui/Thumbnail.js'
import { hitKey } from './found-rows.js'
import styles from './Corrections.module.css'

interface FoundEntryProps {
  readonly text: FoundText
  readonly ticked: ReadonlySet<string>
  readonly onTick: (key: string, on: boolean) => void
  readonly readOnly: boolean
}

/** A photo, a story or a printed caption, with each place that holds the wording in its context. */
export function FoundEntry({ text: { of, file, headline, sha256, hits }, ticked, onTick, readOnly }: FoundEntryProps) {
  const { t } = useTranslation('corrections')
  const labelOf = useFieldLabel()
  const title = of.kind === 'photo' ? file : headline || t('untitled')
  return (
    <article className={styles.entry} data-testid="found" data-kind={of.kind}>
      {sha256 === null ? (
        <span className={styles.noPicture} aria-hidden="true" />
      ) : (
        <Thumbnail sha256={sha256} className={styles.picture} />
      )}
      <div className={styles.texts}>
        <span className={styles.file}>{of.kind === 'printed' ? `${title} · ${file}` : title}</span>
        {hits.map((hit) => {
          const key = hitKey(of, hit)
          return (
            <label key={key} className={styles.hit} data-ticked={ticked.has(key)}>
              <input
                type="checkbox"
                checked={ticked.has(key)}
                disabled={readOnly}
                onChange={({ target }) => onTick(key, target.checked)}
              />
              <span className={styles.field}>{labelOf(hit.field)}</span>
              <span className={styles.context}>
                {hit.leading}
                <del>{hit.before}</del>
                <ins>{hit.after}</ins>
                {hit.trailing}
                {hit.doubtful && <em className={styles.doubt}>{t('doubtful')}</em>}
              </span>
            </label>
          )
        })}
      </div>
    </article>
  )
}

function useFieldLabel(): (field: CorrectableField) => string {
  const { t } = useTranslation('corrections')
  const { t: tCaption } = useTranslation('caption')
  const { t: tFields } = useTranslation('fields')
  return (field) => {
    switch (field) {
      case 'printed':
        return tCaption('printedCaption')
      case 'byline':
      case 'text':
      case 'regions':
        return t(field)
      case 'caption':
      case 'headline':
      case 'credit':
      case 'creators':
      case 'keywords':
      case 'people':
      case 'place':
        return tCaption(field)
      default:
        return tFields(field)
    }
  }
}

/** A bundle that went out: when, where, and what it said. */
export function BundleFacts({ bundle }: { readonly bundle: BundleToCorrect }) {
  const { t, i18n } = useTranslation('corrections')
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(bundle.at),
  )
  return (
    <span className={styles.texts}>
      <strong>{bundle.headline || t('untitled')}</strong>
      <span className={styles.file}>
        {t('bundleFacts', { at, by: bundle.by, preset: bundle.preset, count: bundle.photos })}
      </span>
      <span className={styles.file}>{bundle.destination}</span>
      {bundle.printed.length > 0 ? (
        bundle.printed.map((place) => <q key={place}>{place}</q>)
      ) : (
        <span className={styles.file}>{t('otherFields')}</span>
      )}
      {bundle.hindrance !== null && <em className={styles.doubt}>{t(`hindrance-${bundle.hindrance}`)}</em>}
    </span>
  )
}
