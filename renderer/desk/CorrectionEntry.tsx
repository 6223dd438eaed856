import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkedParts } from '../ui/MarkedParts.js'
import { differingParts } from '../ui/text-difference.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import type { CorrectionItem } from './correction-rows.js'
import styles from './Corrections.module.css'

interface CorrectionEntryProps {
  readonly item: CorrectionItem
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
}

/** One photo, or one printed caption, with each text before and after. */
export function CorrectionEntry({ item, ticked, onTick }: CorrectionEntryProps) {
  const { t } = useTranslation('facts')
  const { t: tCaption } = useTranslation('caption')
  const { t: tFields } = useTranslation('fields')
  const { file, sha256, printed, texts } = item
  const headline = printed === null ? '' : printed.headline || t('untitled')
  const labelOf = (field: CorrectionItem['texts'][number]['field']) => {
    if (field === 'printed') return tCaption('printedCaption')
    return field === 'event' || field === 'altText' || field === 'extendedDescription'
      ? tFields(field)
      : tCaption(field)
  }
  return (
    <label className={styles.entry} data-ticked={ticked} data-testid="correction" data-file={file}>
      <input
        type="checkbox"
        checked={ticked}
        aria-label={printed === null ? t('tick', { file }) : t('tickPrinted', { file, headline })}
        onChange={({ target }) => onTick(target.checked)}
      />
      <Thumbnail sha256={sha256} className={styles.picture} />
      <span className={styles.texts}>
        <span className={styles.file}>{printed === null ? file : `${headline} · ${file}`}</span>
        {texts.map(({ field, before, after }) => (
          <ChangedText key={field} label={labelOf(field)} before={before} after={after} />
        ))}
      </span>
    </label>
  )
}

/** A list of thousands compares no long middles; they are marked as a whole. */
const mostOfMany = 400 * 400

function ChangedText({ label, before, after }: { label: string; before: string; after: string }) {
  const { one, other } = useMemo(() => differingParts(before, after, mostOfMany), [before, after])
  return (
    <span className={styles.text}>
      <span className={styles.field}>{label}</span>
      <span className={styles.sides}>
        <del>
          <MarkedParts parts={one} />
        </del>
        <ins>
          <MarkedParts parts={other} />
        </ins>
      </span>
    </span>
  )
}
