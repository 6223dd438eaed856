import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOutput, PhotoId } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useNotices } from '../ui/notices.js'
import styles from './ToolDialogs.module.css'

interface PositionsDialogProps {
  readonly ids: readonly PhotoId[]
  readonly onClose: () => void
}

const fields: ('caption' | 'people')[] = ['caption', 'people']

/** Puts position markers into the captions of the selection from the boxes in its pictures, after a look at every change. */
export function PositionsDialog({ ids, onClose }: PositionsDialogProps) {
  const { t } = useTranslation('people')
  const errorText = useErrorText()
  const { say } = useNotices()
  const [preview, setPreview] = useState<CommandOutput<'positions.mark'> | null>(null)
  const [error, setError] = useState<CutlineError | null>(null)
  const photoIds = ids.join(' ')

  useEffect(() => {
    let wanted = true
    invoke('positions.mark', { ids: photoIds.split(' '), fields, apply: false }).then(
      (answer) => wanted && setPreview(answer),
      (thrown: unknown) => wanted && setError(CutlineError.from(thrown)),
    )
    return () => {
      wanted = false
    }
  }, [photoIds])

  const apply = () => {
    invoke('positions.mark', { ids: [...ids], fields, apply: true }).then(
      ({ photos }) => {
        say(t('applied', { count: photos }))
        onClose()
      },
      (thrown: unknown) => setError(CutlineError.from(thrown)),
    )
  }
  const shown = preview?.changes ?? []
  return (
    <Dialog title={t('markTitle')} onClose={onClose} wide data-testid="positions-dialog">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (preview !== null && preview.photos > 0) apply()
        }}
      >
        <p className={styles.note}>{t('markScope', { count: ids.length })}</p>
        {preview !== null && (
          <section aria-label={t('preview')} aria-live="polite" data-testid="positions-changes">
            <p className={styles.note}>
              {preview.photos === 0 ? t('markNone') : t('markCount', { count: preview.photos })}
            </p>
            {shown.length > 0 && (
              <ul className={styles.changes} tabIndex={0}>
                {shown.map(({ photoId, file, after, people, unmentioned }) => (
                  <li key={photoId}>
                    <span className={styles.where}>{file}</span>
                    <span>
                      {after.map(({ text, added }, at) =>
                        added ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>,
                      )}
                    </span>
                    {people !== null && (
                      <span className={styles.where}>{t('peopleAfter', { names: people.join('、') })}</span>
                    )}
                    {unmentioned.length > 0 && (
                      <span className={styles.where}>{t('unmentioned', { names: unmentioned.join('、') })}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {preview.photos > shown.length && (
              <p className={styles.note}>{t('markMore', { count: preview.photos - shown.length })}</p>
            )}
          </section>
        )}
        {error !== null && (
          <p className={styles.problem} role="alert">
            {t('couldNot', { reason: errorText(error) })}
          </p>
        )}
        <footer>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {/* It takes the keyboard once it can be pressed. */}
          <Button
            key={preview === null ? 'waiting' : 'ready'}
            variant="primary"
            type="submit"
            autoFocus
            isDisabled={preview === null || preview.photos === 0}
            data-testid="positions-apply"
          >
            {t('apply')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
