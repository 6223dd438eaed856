import { useTranslation } from 'react-i18next'
import { Slider } from '../ui/Slider.js'
import styles from './SheetBars.module.css'

interface SheetStatusProps {
  readonly total: number | null
  readonly selected: number
  readonly size: number
  readonly onSize: (size: number) => void
}

/** Under the sheet: how many photos there are and are selected, and how large they are shown. */
export function SheetStatus({ total, selected, size, onSize }: SheetStatusProps) {
  const { t, i18n } = useTranslation('window')
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <div className={styles.status}>
      <span data-testid="photo-count">
        {total === null ? '' : t('photoCount', { count: total, number: number.format(total) })}
      </span>
      <span role="status" data-testid="selected-count">
        {selected === 0 ? '' : t('selectedCount', { count: selected, number: number.format(selected) })}
      </span>
      <Slider
        className={styles.size}
        label={t('size')}
        value={size}
        min={96}
        max={400}
        step={8}
        onChange={onSize}
        data-testid="size-slider"
      />
    </div>
  )
}
