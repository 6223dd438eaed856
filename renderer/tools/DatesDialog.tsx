import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { cameraTimeText } from '../caption/camera-time-text.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import { BulkDialog } from './BulkDialog.js'
import { minutesBetween } from './shift-minutes.js'
import styles from './ToolDialogs.module.css'

interface DatesDialogProps {
  readonly ids: readonly PhotoId[]
  /** The photo whose real time may be known. */
  readonly first: Photo | undefined
  readonly onClose: () => void
}

/** Moves when photos were taken: by hours and minutes, or by what is known of one of them. */
export function DatesDialog({ ids, first, onClose }: DatesDialogProps) {
  const { t } = useTranslation('organise')
  const [direction, setDirection] = useState<'later' | 'earlier'>('later')
  const [hours, setHours] = useState('0')
  const [minutes, setMinutes] = useState('0')
  const [typed, setTyped] = useState('')
  const known = typed.trim() === '' ? null : minutesBetween(first?.takenAt ?? null, typed)
  const period = (Number(hours) * 60 + Number(minutes)) * (direction === 'later' ? 1 : -1)
  const by = typed.trim() === '' ? period : known
  const change = by === null || !Number.isSafeInteger(by) || by === 0 ? null : String(by)
  return (
    <BulkDialog
      title={t('datesTitle')}
      change={change}
      run={(apply) => invoke('photos.shiftDates', { ids: [...ids], minutes: by ?? 0, apply })}
      many={{ ids, change: { kind: 'dates', minutes: by ?? 0 } }}
      onClose={onClose}
      data-testid="dates-dialog"
    >
      <p className={styles.note}>{t('datesHint', { count: ids.length })}</p>
      <div className={styles.pair}>
        <Select
          label={t('direction')}
          options={(['later', 'earlier'] as const).map((value) => ({ value, label: t(value) }))}
          value={direction}
          onChange={setDirection}
        />
        <div className={styles.pair}>
          <TextField
            label={t('hours')}
            value={hours}
            onChange={setHours}
            inputMode="numeric"
            autoFocus
            data-testid="shift-hours"
          />
          <TextField label={t('minutes')} value={minutes} onChange={setMinutes} inputMode="numeric" />
        </div>
      </div>
      {first?.takenAt != null && (
        <TextField
          label={t('takenReally', { file: first.file })}
          hint={t('takenReallyHint')}
          placeholder={cameraTimeText(first.takenAt)}
          value={typed}
          onChange={setTyped}
          {...(typed.trim() !== '' && known === null ? { problem: t('takenWrong') } : {})}
        />
      )}
    </BulkDialog>
  )
}
