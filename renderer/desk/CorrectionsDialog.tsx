import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Corrections } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { VirtualList } from '../ui/VirtualList.js'
import { CorrectionEntry } from './CorrectionEntry.js'
import { correctionRows } from './correction-rows.js'
import styles from './Corrections.module.css'

interface CorrectionsDialogProps {
  readonly corrections: Corrections
  /** `done` says what was corrected; null where it was put off. */
  readonly onClose: (done: string | null) => void
}

/** Pixels that a row may take before it is measured. */
const guess = 92

/** Everything that a corrected wording would change, each with its picture, before and after; what is ticked is changed. */
export function CorrectionsDialog({ corrections, onClose }: CorrectionsDialogProps) {
  const { t } = useTranslation('facts')
  const errorText = useErrorText()
  const listed = useMemo(() => correctionRows(corrections), [corrections])
  const { rows } = listed
  const [ticked, setTicked] = useState<ReadonlySet<string>>(listed.ticked)
  const [state, setState] = useState<CutlineError | 'working' | null>(null)
  const items = rows.flatMap((row) => (row.kind === 'item' ? [row] : []))

  const apply = () => {
    const chosen = items.filter(({ key }) => ticked.has(key))
    if (chosen.length === 0 || state === 'working') return
    setState('working')
    invoke('facts.correct', {
      id: corrections.id,
      changes: corrections.changes,
      photoIds: chosen.flatMap(({ printed, photoId }) => (printed === null ? [photoId] : [])),
      printed: chosen.flatMap(({ printed, photoId }) => (printed === null ? [] : [{ ...printed, photoId }])),
    }).then(
      (done) => onClose(t('done', { ...done })),
      (thrown: unknown) => setState(CutlineError.from(thrown)),
    )
  }
  const tick = (key: string, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, key] : [...before].filter((one) => one !== key)))
  // The shortest says it; titles with names follow from it.
  const main = [...corrections.changes].sort((a, b) => a.before.length - b.before.length)[0]
  return (
    <Dialog title={t('title')} onClose={() => onClose(null)} wide data-testid="corrections">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        {main !== undefined && <p className={styles.change}>{t('change', { ...main })}</p>}
        <p className={styles.note}>{t('explain')}</p>
        <VirtualList label={t('title')} rows={rows} guess={guess} className={styles.corrections}>
          {(row) =>
            row.kind === 'item' ? (
              <CorrectionEntry item={row} ticked={ticked.has(row.key)} onTick={(on) => tick(row.key, on)} />
            ) : (
              <h3 className={styles.group}>{t(row.kind, { count: row.count })}</h3>
            )
          }
        </VirtualList>
        {corrections.more > 0 && <p className={styles.note}>{t('more', { count: corrections.more })}</p>}
        {state instanceof CutlineError && (
          <p className={styles.problem} role="alert">
            {t('couldNot', { reason: errorText(state) })}
          </p>
        )}
        <footer className={styles.footer}>
          <Button
            variant="quiet"
            className={styles.all}
            onPress={() => setTicked(ticked.size === items.length ? new Set() : new Set(items.map(({ key }) => key)))}
            data-testid="corrections-all"
          >
            {ticked.size === items.length ? t('tickNone') : t('tickAll')}
          </Button>
          <Button onPress={() => onClose(null)} data-testid="corrections-later">
            {t('later')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            autoFocus
            isDisabled={ticked.size === 0 || state === 'working'}
            data-testid="corrections-apply"
          >
            {t('apply', { count: ticked.size })}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
