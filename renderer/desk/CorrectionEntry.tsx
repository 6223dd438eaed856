import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Thumbnail } from '../ui/Thumbnail.js'
import type { CorrectionItem } from './correction-rows.js'
import styles from './Corrections.module.css'
import { markChange, type Piece } from './marked-change.js'

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

function ChangedText({ label, before, after }: { label: string; before: string; after: string }) {
  const marked = useMemo(() => markChange(before, after), [before, after])
  return (
    <span className={styles.text}>
      <span className={styles.field}>{label}</span>
      <span className={styles.sides}>
        <del>{marked.before.map(pieceOf)}</del>
        <ins>{marked.after.map(pieceOf)}</ins>
      </span>
    </span>
  )
}

function pieceOf({ text, changed }: Piece, at: number) {
  return changed ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>
}
