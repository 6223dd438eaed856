import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeSide, CommandOutput, FieldChange, PhotoId } from '#contract'
import { CutlineError, PhotoField } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useNotices } from '../ui/notices.js'
import { changeText } from './change-text.js'
import styles from './History.module.css'

interface HistoryDialogProps {
  readonly id: PhotoId
  /** The file's name. */
  readonly title: string
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** Every change of a photo's fields: who, when, before, after; and any of the values back. */
export function HistoryDialog({ id, title, readOnly, onClose }: HistoryDialogProps) {
  const { t, i18n } = useTranslation('organise')
  const { t: embedded } = useTranslation('embedded')
  const { t: tWindow } = useTranslation('window')
  const errorText = useErrorText()
  const attempt = useFailure()
  const { say } = useNotices()
  const [told, setTold] = useState<CommandOutput<'photos.history'> | CutlineError | null>(null)
  const load = useCallback(() => {
    invoke('photos.history', { id }).then(setTold, (thrown: unknown) => setTold(CutlineError.from(thrown)))
  }, [id])
  useEffect(load, [load])
  useEvent('photos.changed', load)

  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' })
  const nameOf = (field: string) => {
    const known = PhotoField.safeParse(field)
    if (known.success) return embedded(`field${known.data}`)
    return field === 'trashedAt' || field === 'overrides' || field === 'twinOf' ? t(`field${field}`) : field
  }
  const bringBack = ({ seq, field }: FieldChange, side: ChangeSide) => {
    const known = PhotoField.safeParse(field)
    if (!known.success) return
    attempt(async () => {
      const { changed } = await invoke('photos.bringBack', { id, seq, field: known.data, side })
      say(t(changed > 0 ? 'broughtBack' : 'sameAlready', { field: nameOf(field) }))
    })
  }
  const sideOf = (change: FieldChange, side: ChangeSide) => {
    const text = changeText(change.field, change[side])
    return (
      <div className={styles.side} data-side={side}>
        <p>{text === '' ? <em>{t('nothing')}</em> : text}</p>
        {!readOnly && PhotoField.safeParse(change.field).success && (
          <Button variant="quiet" onPress={() => bringBack(change, side)} data-testid={`bring-back-${side}`}>
            {t(side === 'before' ? 'bringBackBefore' : 'bringBackAfter')}
          </Button>
        )}
      </div>
    )
  }
  return (
    <Dialog title={`${t('history')} · ${title}`} onClose={onClose} wide data-testid="history-dialog">
      {told === null && <p>{t('loading')}</p>}
      {told instanceof CutlineError && <p role="alert">{t('failed', { reason: errorText(told) })}</p>}
      {told !== null && !(told instanceof CutlineError) && told.total === 0 && <p>{t('historyNone')}</p>}
      {told !== null && !(told instanceof CutlineError) && told.total > 0 && (
        <ul className={styles.list} tabIndex={0}>
          {told.changes.map((change) => (
            <li key={`${change.seq} ${change.field}`} className={styles.change} data-testid="history-change">
              <header>
                <strong>{nameOf(change.field)}</strong>
                <span className={styles.when}>
                  {date.format(new Date(change.at))} · {change.by} · {tWindow(`edit${change.kind}`)}
                </span>
              </header>
              <div className={styles.sides}>
                {sideOf(change, 'before')}
                {sideOf(change, 'after')}
              </div>
            </li>
          ))}
        </ul>
      )}
      {told !== null && !(told instanceof CutlineError) && told.total > told.changes.length && (
        <p className={styles.when}>{t('historyMore', { count: told.total - told.changes.length })}</p>
      )}
      <footer>
        <Button variant="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </footer>
    </Dialog>
  )
}
